"""Closures and new layouts."""

from notifications.words.saying import Saying, Sayings

MOVES_WORDS: Sayings = {
    "moved_by_closure": {
        "ja": Saying(
            "席が変わりました",
            "{day} {start}〜{end} の席 {desk_code} は利用停止({reason})になるため、"
            "席 {new_desk_code} に移しました。ほかの席にかえることもできます。",
        ),
        "en": Saying(
            "Your desk has changed",
            "Desk {desk_code} is closed on {day}, {start}–{end} ({reason}), "
            "so you were moved to desk {new_desk_code}. You may choose another.",
        ),
    },
    "lost_by_closure": {
        "ja": Saying(
            "席が使えなくなりました",
            "{day} {start}〜{end} の席 {desk_code} は利用停止({reason})になるため、"
            "使えなくなりました。代わりの席をお選びください。",
        ),
        "en": Saying(
            "Your desk cannot be used",
            "Desk {desk_code} is closed on {day}, {start}–{end} ({reason}). Please choose another.",
        ),
    },
    "moved_by_layout": {
        "ja": Saying(
            "席が変わりました",
            "レイアウトの変更のため、{day} {start}〜{end} の席 {desk_code} を、"
            "席 {new_desk_code} に移しました。ほかの席にかえることもできます。",
        ),
        "en": Saying(
            "Your desk has changed",
            "A new layout takes desk {desk_code} away on {day}, {start}–{end}, "
            "so you were moved to desk {new_desk_code}. You may choose another.",
        ),
    },
    "lost_by_layout": {
        "ja": Saying(
            "席が使えなくなりました",
            "レイアウトの変更のため、{day} {start}〜{end} の席 {desk_code} は使えなくなりました。"
            "代わりの席をお選びください。",
        ),
        "en": Saying(
            "Your desk cannot be used",
            "A new layout takes desk {desk_code} away on {day}, {start}–{end}. Please choose another.",
        ),
    },
    "desk_back": {
        "ja": Saying(
            "前の席に戻れます",
            "変更が取りやめになり、{day} {start}〜{end} は、"
            "前の席 {new_desk_code} に戻ることができます。何もしなければ、席 {desk_code} のままです。",
        ),
        "en": Saying(
            "You may have your former desk back",
            "The change was taken back: on {day}, {start}–{end}, "
            "you may return to desk {new_desk_code}. If you do nothing, you keep desk {desk_code}.",
        ),
    },
}
