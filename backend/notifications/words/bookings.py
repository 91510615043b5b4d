"""Bookings of one's own."""

from notifications.words.saying import Saying, Sayings

BOOKINGS_WORDS: Sayings = {
    "booking_released": {
        "ja": Saying(
            "席の予約が解放されました",
            "{day} {start}〜{end} の席 {desk_code} は、チェックインがなかったため、ほかの人にゆずられました。",
        ),
        "en": Saying(
            "A booking of yours was released",
            "Desk {desk_code} on {day}, {start}–{end}, went to others because nobody checked in.",
        ),
    },
    "booked_for_you": {
        "ja": Saying(
            "席が予約されました",
            "{by} さんが、あなたのために {day} {start}〜{end} の席 {desk_code} を予約しました。",
        ),
        "en": Saying(
            "A desk was booked for you",
            "{by} booked desk {desk_code} for you on {day}, {start}–{end}.",
        ),
    },
    "changed_for_you": {
        "ja": Saying(
            "席の予約が変更されました",
            "{by} さんが、あなたの予約({was_day} {was_desk_code})を、"
            "{day} {start}〜{end} の席 {desk_code} に変更しました。",
        ),
        "en": Saying(
            "A booking of yours was changed",
            "{by} changed your booking ({was_day}, {was_desk_code}) to desk {desk_code} on {day}, {start}–{end}.",
        ),
    },
    "cancelled_for_you": {
        "ja": Saying(
            "席の予約が取り消されました",
            "{by} さんが、あなたの {day} {start}〜{end} の席 {desk_code} の予約を取り消しました。",
        ),
        "en": Saying(
            "A booking of yours was cancelled",
            "{by} cancelled your booking of desk {desk_code} on {day}, {start}–{end}.",
        ),
    },
    "restored_for_you": {
        "ja": Saying(
            "席の予約が元に戻されました",
            "{by} さんが、あなたの {day} {start}〜{end} の席 {desk_code} の予約を元に戻しました。",
        ),
        "en": Saying(
            "A booking of yours was restored",
            "{by} restored your booking of desk {desk_code} on {day}, {start}–{end}.",
        ),
    },
    "series_for_you": {
        "ja": Saying(
            "繰り返しの予約がとられました",
            "{by} さんが、あなたのために席 {desk_code} を {days_first} から {days_last} まで、"
            "{days_count} 日分予約しました。",
        ),
        "en": Saying(
            "A series of desks was booked for you",
            "{by} booked desk {desk_code} for you: {days_count} days from {days_first} to {days_last}.",
        ),
    },
    "series_changed_for_you": {
        "ja": Saying(
            "繰り返しの予約が変更されました",
            "{by} さんが、あなたの繰り返しの予約(席 {desk_code})のうち、"
            "{days_first} から {days_last} までの {days_count} 日分を変更しました。",
        ),
        "en": Saying(
            "Your series of bookings was changed",
            "{by} changed {days_count} days of your series at desk {desk_code}, from {days_first} to {days_last}.",
        ),
    },
    "series_cancelled_for_you": {
        "ja": Saying(
            "繰り返しの予約が取り消されました",
            "{by} さんが、あなたの繰り返しの予約(席 {desk_code})のうち、"
            "{days_first} から {days_last} までの {days_count} 日分を取り消しました。",
        ),
        "en": Saying(
            "Your series of bookings was cancelled",
            "{by} cancelled {days_count} days of your series at desk {desk_code}, from {days_first} to {days_last}.",
        ),
    },
    "series_restored_for_you": {
        "ja": Saying(
            "繰り返しの予約が元に戻されました",
            "{by} さんが、あなたの繰り返しの予約(席 {desk_code})のうち、"
            "{days_first} から {days_last} までの {days_count} 日分を元に戻しました。",
        ),
        "en": Saying(
            "Your series of bookings was restored",
            "{by} restored {days_count} days of your series at desk {desk_code}, from {days_first} to {days_last}.",
        ),
    },
    "visitor_expected": {
        "ja": Saying(
            "来訪者の受け入れについて",
            "{by} さんが、{from}〜{to} の来訪者({organisation} {visitor_name})の受け入れ担当に、あなたを登録しました。",
        ),
        "en": Saying(
            "You receive a visitor",
            "{by} named you the host of a visitor from {from} to {to}: {visitor_name}, {organisation}.",
        ),
    },
}
