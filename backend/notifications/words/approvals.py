"""What waits for whoever decides, and what a manager should know of the section's days."""

from notifications.words.saying import Saying, Sayings

APPROVALS_WORDS: Sayings = {
    "telework_waiting": {
        "ja": Saying(
            "承認を待つ申請があります",
            "{person_name} さんが、{day} {start}〜{end} のテレワークを申請しました。",
        ),
        "en": Saying(
            "A request waits for your decision",
            "{person_name} asks for telework on {day}, {start}–{end}.",
        ),
    },
    "telework_waiting_many": {
        "ja": Saying(
            "承認を待つ申請があります",
            "{person_name} さんが、{days} のテレワークを申請しました。",
        ),
        "en": Saying(
            "Requests wait for your decision",
            "{person_name} asks for telework on {days}.",
        ),
    },
    "telework_report_waiting": {
        "ja": Saying(
            "確認を待つ実施報告があります",
            "{person_name} さんが、{day} {start}〜{end} のテレワークを報告しました。",
        ),
        "en": Saying(
            "A report waits to be confirmed",
            "{person_name} reported the telework on {day}, {start}–{end}.",
        ),
    },
    "registration_waiting": {
        "ja": Saying(
            "承認を待つ利用者登録があります",
            "{person_name} さんが、テレワークの利用者登録を申請しました。",
        ),
        "en": Saying(
            "A registration waits for your decision",
            "{person_name} applied for registration for telework.",
        ),
    },
    "minimum_broken_am": {
        "ja": Saying(
            "庁舎にいる人が最低人数を下回ります",
            "予定の変更により、{department_name}の {day} 午前に庁舎にいる人が {count} 人になり、"
            "最低の {minimum} 人を下回ります。",
        ),
        "en": Saying(
            "Too few people will be on site",
            "After a change of plans {department_name} has {count} on site on the morning of {day}; "
            "at least {minimum} are needed.",
        ),
    },
    "minimum_broken_pm": {
        "ja": Saying(
            "庁舎にいる人が最低人数を下回ります",
            "予定の変更により、{department_name}の {day} 午後に庁舎にいる人が {count} 人になり、"
            "最低の {minimum} 人を下回ります。",
        ),
        "en": Saying(
            "Too few people will be on site",
            "After a change of plans {department_name} has {count} on site on the afternoon of {day}; "
            "at least {minimum} are needed.",
        ),
    },
    "short_rest_in_section": {
        "ja": Saying(
            "勤務の間隔が短い人がいます",
            "{person_name} さんは、{day} の勤務の始まりまでに、前の勤務の終わりから {rest_hours} 時間がありません。",
        ),
        "en": Saying(
            "Somebody had too short a rest",
            "{person_name} had fewer than {rest_hours} hours between the working day before and the start on {day}.",
        ),
    },
}
