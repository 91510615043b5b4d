"""Waiting for a desk."""

from notifications.words.saying import Saying, Sayings

OFFERS_WORDS: Sayings = {
    "waitlist_offered": {
        "ja": Saying(
            "空いた席のご案内",
            "{day} {start}〜{end} に、{area_name}の席 {desk_code} が空きました。"
            "{until} までにお返事がなければ、次の人にご案内します。",
        ),
        "en": Saying(
            "A desk is free for you",
            "Desk {desk_code} ({area_name}) is free on {day}, {start}–{end}. "
            "Answer by {until}, or it goes to the next in line.",
        ),
    },
    "waitlist_seated": {
        "ja": Saying(
            "空いた席を予約しました",
            "{day} {start}〜{end} に、{area_name}の席 {desk_code} が空いたので、ご希望のとおり予約しました。",
        ),
        "en": Saying(
            "A desk was booked for you from the waiting list",
            "Desk {desk_code} ({area_name}) became free on {day}, {start}–{end}, and was booked for you as you wished.",
        ),
    },
    "waitlist_lapsed": {
        "ja": Saying(
            "席のご案内の期限が過ぎました",
            "{day} {start}〜{end} の席 {desk_code} は、期限までにお返事がなかったため、次の人にご案内しました。",
        ),
        "en": Saying(
            "The offer of a desk has lapsed",
            "Desk {desk_code} on {day}, {start}–{end}, went to the next in line, because there was no answer in time.",
        ),
    },
    "waitlist_withdrawn": {
        "ja": Saying(
            "席のご案内を取りやめました",
            "{day} {start}〜{end} にご案内した席は使えなくなりました。引き続き、空くのを待っています。",
        ),
        "en": Saying(
            "The offer of a desk was withdrawn",
            "The desk offered to you on {day}, {start}–{end}, is no longer there. You are back in line.",
        ),
    },
    "waitlist_ended": {
        "ja": Saying(
            "空席待ちが終わりました",
            "{day} {start}〜{end} の空席待ちは、席が空かないまま終わりました。",
        ),
        "en": Saying(
            "Your wait for a desk is over",
            "No desk became free on {day}, {start}–{end}; your wait is over.",
        ),
    },
}
