"""The sentences of refusals about bookings, for the server's side: problem details, mails, logs."""

from collections.abc import Mapping

from bookings.policies.refusals import BookingRefusal
from core.words import Language

BOOKING_WORDS: Mapping[str, Mapping[Language, str]] = {
    BookingRefusal.DESK_TAKEN: {
        "ja": "この席は、その時間に予約されています。",
        "en": "This desk is taken at that time.",
    },
    BookingRefusal.IN_THE_PAST: {
        "ja": "過ぎた時間は予約できません。",
        "en": "That time is past.",
    },
    BookingRefusal.BEYOND_WINDOW: {
        "ja": "まだ予約を受け付けていない日です。",
        "en": "That day cannot be booked yet.",
    },
    BookingRefusal.BEYOND_SERIES_WINDOW: {
        "ja": "くり返しの予約でも、まだ受け付けていない日です。",
        "en": "Even a repeating booking cannot reach that day yet.",
    },
    BookingRefusal.NO_SHOW_LIMITED: {
        "ja": "来なかった予約が続いたため、予約できる期間が短くなっています。",
        "en": "After several bookings nobody came to, you can book fewer days ahead for a while.",
    },
    BookingRefusal.SERIES_DATES_REACHED: {
        "ja": "くり返しの予約で持てる日の数に達しています。",
        "en": "Your repeating bookings hold as many dates as they may.",
    },
    BookingRefusal.QUOTA_REACHED: {
        "ja": "一度に持てる予約の数に達しています。",
        "en": "You hold as many bookings as you may at once.",
    },
    BookingRefusal.TOO_LONG: {
        "ja": "一度に予約できる長さを超えています。",
        "en": "That is longer than one booking may be.",
    },
    BookingRefusal.OUTSIDE_HOURS: {
        "ja": "庁舎の利用時間の外です。",
        "en": "That is outside the building's hours.",
    },
    BookingRefusal.NOT_IN_STEPS: {
        "ja": "時刻は15分きざみで指定してください。",
        "en": "Times go in steps of 15 minutes.",
    },
    BookingRefusal.CROSSES_MIDNIGHT: {
        "ja": "日をまたぐ予約はできません。日ごとに予約してください。",
        "en": "A booking cannot cross midnight. Book each day by itself.",
    },
    BookingRefusal.NOT_A_WORKING_DAY: {
        "ja": "閉庁日は予約できません。",
        "en": "That is not a working day.",
    },
    BookingRefusal.CLOSED: {
        "ja": "その時間は利用停止中です。",
        "en": "The place is closed at that time.",
    },
    BookingRefusal.AREA_NOT_YOURS: {
        "ja": "このエリアは、あなたの所属からは予約できません。",
        "en": "Your section cannot book in this area.",
    },
    BookingRefusal.OWN_AREA_HAS_ROOM: {
        "ja": "あなたの所属に近いエリアに、まだ空席があります。先にそちらを予約してください。",
        "en": "An area nearer to your section still has free desks. Please book there first.",
    },
    BookingRefusal.DROP_IN_ONLY_NOW: {
        "ja": "自由席は予約できません。当日、席でチェックインしてください。",
        "en": "A drop-in desk cannot be booked. Check in at the desk when you sit down.",
    },
    BookingRefusal.ASSIGNED_TO_ANOTHER: {
        "ja": "この席は、ほかの人の指定席です。",
        "en": "This desk is assigned to somebody else.",
    },
    BookingRefusal.DESK_UNAVAILABLE: {
        "ja": "この席は利用できません。",
        "en": "This desk is not available.",
    },
    BookingRefusal.DESK_NOT_IN_LAYOUT: {
        "ja": "その日のレイアウトに、この席はありません。",
        "en": "This desk does not stand there on that day.",
    },
    BookingRefusal.TOO_EARLY_TO_CHECK_IN: {
        "ja": "まだチェックインできません。",
        "en": "It is too early to check in.",
    },
    BookingRefusal.ALREADY_CHECKED_IN: {
        "ja": "すでにチェックインしています。",
        "en": "You have checked in already.",
    },
    BookingRefusal.NOT_CHECKED_IN: {
        "ja": "まだチェックインしていません。",
        "en": "You have not checked in.",
    },
    BookingRefusal.BOOKING_OVER: {
        "ja": "この予約は終わっています。",
        "en": "This booking is over.",
    },
    BookingRefusal.ALREADY_ENDED: {
        "ja": "この予約は、すでに取り消されたか、解放されています。",
        "en": "This booking was cancelled or released already.",
    },
    BookingRefusal.UNDO_OVER: {
        "ja": "元に戻せる時間が過ぎました。",
        "en": "The time to undo this is over.",
    },
    BookingRefusal.STARTED_ALREADY: {
        "ja": "始まっている予約の開始時刻は変えられません。",
        "en": "The start of a booking under way cannot change.",
    },
    BookingRefusal.NOT_ASSIGNED_TO_YOU: {
        "ja": "あなたの指定席ではありません。",
        "en": "This desk is not assigned to you.",
    },
    BookingRefusal.ALREADY_LENT: {
        "ja": "その日は、すでに貸し出しています。",
        "en": "The desk is lent that day already.",
    },
    BookingRefusal.LOAN_IN_USE: {
        "ja": "ほかの人が予約しているため、返してもらえません。",
        "en": "Somebody has booked the desk, so it cannot be taken back.",
    },
    BookingRefusal.LOAN_WITHDRAWN: {
        "ja": "この貸し出しは、すでに取りやめています。",
        "en": "This loan was taken back already.",
    },
    BookingRefusal.RULE_SCOPE_TAKEN: {
        "ja": "同じ範囲の規則が、すでにあります。そちらを変えてください。",
        "en": "There is a rule for the same scope already. Change that one.",
    },
    BookingRefusal.ONLY_OFFERED: {
        "ja": "この席は、空き待ちの案内です。案内に答えてください。",
        "en": "This desk is only offered so far. Answer the offer first.",
    },
    BookingRefusal.OFFER_OVER: {
        "ja": "この案内は、期限を過ぎたか、すでに終わっています。",
        "en": "This offer has lapsed or was answered already.",
    },
    BookingRefusal.NOT_DURING_VISIT: {
        "ja": "来庁の期間の外の日です。",
        "en": "That day is outside the visit.",
    },
    BookingRefusal.ACCOUNT_WITHOUT_PERSON: {
        "ja": "このアカウントには職員の情報がないため、予約できません。",
        "en": "This account belongs to no member of staff, so it cannot book.",
    },
}
