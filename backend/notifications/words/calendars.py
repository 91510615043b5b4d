"""Linked calendars: what has stopped, and what the person can do."""

from notifications.words.saying import Saying, Sayings

CALENDAR_WORDS: Sayings = {
    "calendar_wants_password": {
        "ja": Saying(
            "カレンダー連携が止まっています",
            "カレンダーのサーバーがパスワードを受け付けないため、連携を止めました。"
            "新しいパスワードを入れて再開すると、止まっていた間の変更もまとめて反映されます。",
        ),
        "en": Saying(
            "A linked calendar is paused",
            "The server of your calendar does not accept the password, so the link is paused. Enter the new one to "
            "resume; what changed meanwhile is brought up then.",
        ),
    },
    "calendar_gone": {
        "ja": Saying(
            "カレンダー連携が止まっています",
            "連携していたカレンダーが見つからないため、連携を止めました。カレンダーを元に戻して再開するか、"
            "別のカレンダーを連携してください。",
        ),
        "en": Saying(
            "A linked calendar is paused",
            "Your linked calendar is not there any more, so the link is paused. Bring it back and resume, or link "
            "another one.",
        ),
    },
    "calendar_full": {
        "ja": Saying(
            "カレンダー連携が止まっています",
            "カレンダーのサーバーの容量がいっぱいのため、連携を止めました。空きができると、自動で再開します。",
        ),
        "en": Saying(
            "A linked calendar is paused",
            "The server of your calendar has no room left, so the link is paused. It goes on by itself once there is.",
        ),
    },
    "calendar_paused": {
        "ja": Saying(
            "カレンダー連携が止まっています",
            "カレンダーと連携できなくなったため、止めました。理由と再開のしかたを画面で確かめてください。",
        ),
        "en": Saying(
            "A linked calendar is paused",
            "Your calendar can no longer be spoken to, so the link is paused. The screen says why, and how to resume.",
        ),
    },
    "calendar_silent": {
        "ja": Saying(
            "カレンダーのサーバーから応答がありません",
            "連携しているカレンダーのサーバーが {since} から応答していません。つながり次第、変更をまとめて反映します。",
        ),
        "en": Saying(
            "The server of your calendar does not answer",
            "The server of your linked calendar has not answered since {since}. As soon as it does, everything that "
            "changed is brought up.",
        ),
    },
    "calendar_declined": {
        "ja": Saying(
            "メールの辞退により、予定を取り消しました",
            "招待メールへの返信で辞退されたため、{day} の席または在宅勤務を取り消しました。"
            "お心当たりがないときは、画面で元に戻し、情報部門にお知らせください。",
        ),
        "en": Saying(
            "Given up, because you declined by mail",
            "An invitation for {day} was declined by mail, so the desk or the day of telework was given up. If that "
            "was not you, undo it on the screen and tell IT.",
        ),
    },
    "calendar_decline_refused": {
        "ja": Saying(
            "辞退した予定は、そのまま残っています",
            "メールで {day} の予定を辞退されましたが、すでに始まっているなどの理由で取り消せませんでした。"
            "予定は残っています。画面で確かめてください。",
        ),
        "en": Saying(
            "What you declined still stands",
            "You declined an invitation for {day}, and it could not be given up any more, because it had begun for "
            "one. Look at your plan.",
        ),
    },
    "calendar_proposed": {
        "ja": Saying(
            "カレンダーから予定の提案があります",
            "連携しているカレンダーから、{days_count} 日分（{days_first}〜{days_last}）の提案があります。"
            "マイプランで、予定に入れるかどうかを選んでください。",
        ),
        "en": Saying(
            "Your calendar proposes changes to your plan",
            "Your linked calendar proposes something for {days_count} days ({days_first} to {days_last}). Choose in "
            "My plan what is to be taken over.",
        ),
    },
}
