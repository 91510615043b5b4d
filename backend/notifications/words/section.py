"""Desks for a group or a whole section."""

from notifications.words.saying import Saying, Sayings

SECTION_WORDS: Sayings = {
    "group_booked": {
        "ja": Saying(
            "グループで席が予約されました",
            "{made_by_name} さんが、{day} {start}〜{end} にグループで席を予約しました。あなたの席は {my_desk} です。",
        ),
        "en": Saying(
            "Desks were booked for a group",
            "{made_by_name} booked desks for a group on {day}, {start}–{end}. Yours is {my_desk}.",
        ),
    },
    "group_cancelled": {
        "ja": Saying(
            "グループの予約が取り消されました",
            "{made_by_name} さんが、{day} {start}〜{end} のグループの予約を取り消しました。"
            "あなたの席 {my_desk} も取り消されました。",
        ),
        "en": Saying(
            "The desks of a group were cancelled",
            "{made_by_name} cancelled the desks of a group on {day}, {start}–{end}, yours ({my_desk}) among them.",
        ),
    },
    "draw_done": {
        "ja": Saying(
            "座席抽選の結果",
            "{day} {start}〜{end} の{department_name}の座席抽選で、あなたの席は {my_desk} になりました。",
        ),
        "en": Saying(
            "The result of a draw of desks",
            "In the draw of desks of {department_name} for {day}, {start}–{end}, you were given {my_desk}.",
        ),
    },
    "draw_without_desk": {
        "ja": Saying(
            "座席抽選の結果",
            "{day} {start}〜{end} の{department_name}の座席抽選では、"
            "席が足りず、あなたの席は決まりませんでした。席をおとりください。",
        ),
        "en": Saying(
            "The result of a draw of desks",
            "In the draw of desks of {department_name} for {day}, {start}–{end}, "
            "there were too few, and you have none. Please book one.",
        ),
    },
    "draw_undone": {
        "ja": Saying(
            "座席抽選が取り消されました",
            "{day} {start}〜{end} の{department_name}の座席抽選が取り消されました。あなたの予約を確かめてください。",
        ),
        "en": Saying(
            "A draw of desks was undone",
            "The draw of desks of {department_name} for {day}, "
            "{start}–{end}, was undone. Please look at your bookings.",
        ),
    },
    "team_day_set": {
        "ja": Saying(
            "チーム出社日が決まりました",
            "{by} さんが、{day} を{department_name}のチーム出社日にしました。席をおとりください。",
        ),
        "en": Saying(
            "A team day was set",
            "{by} made {day} a team day of {department_name}. Please book a desk.",
        ),
    },
    "team_day_removed": {
        "ja": Saying(
            "チーム出社日が取りやめになりました",
            "{by} さんが、{day} の{department_name}のチーム出社日を取りやめました。",
        ),
        "en": Saying(
            "A team day was called off",
            "{by} called off the team day of {department_name} on {day}.",
        ),
    },
    "safety_asked": {
        "ja": Saying(
            "安否をお知らせください",
            "災害の対応として、{by} さんが安否確認を始めました。無事かどうかを知らせてください。",
        ),
        "en": Saying(
            "Please say whether you are safe",
            "{by} has started a head count in an emergency. Please say whether you are safe.",
        ),
    },
    "safety_asked_in_drill": {
        "ja": Saying(
            "【訓練】安否をお知らせください",
            "訓練として、{by} さんが安否確認を始めました。無事かどうかを知らせてください。",
        ),
        "en": Saying(
            "DRILL: please say whether you are safe",
            "In a drill, {by} has started a head count. Please say whether you are safe.",
        ),
    },
}
