"""利用者登録, as the person whose it is hears of it. No reason class and no place is ever told."""

from notifications.words.saying import Saying, Sayings

REGISTRATIONS_WORDS: Sayings = {
    "registration_approved": {
        "ja": Saying(
            "テレワークの利用者登録が承認されました",
            "{by} さんが、あなたの利用者登録を承認しました。{valid_to} までテレワークを申請できます。",
        ),
        "en": Saying(
            "Your registration for telework was approved",
            "{by} approved your registration. You may ask for telework until {valid_to}.",
        ),
    },
    "registration_returned": {
        "ja": Saying(
            "テレワークの利用者登録が差し戻されました",
            "{by} さんが、あなたの利用者登録を差し戻しました。「{comment}」 直して、もう一度申請できます。",
        ),
        "en": Saying(
            "Your registration for telework was returned",
            "{by} returned your registration: “{comment}” You may change it and submit it again.",
        ),
    },
    "registration_rejected": {
        "ja": Saying(
            "テレワークの利用者登録が却下されました",
            "{by} さんが、あなたの利用者登録を却下しました。理由: {comment}",
        ),
        "en": Saying(
            "Your registration for telework was rejected",
            "{by} rejected your registration. Reason: {comment}",
        ),
    },
    "registration_revoked": {
        "ja": Saying(
            "テレワークの利用者登録が取り消されました",
            "{by} さんが、あなたの利用者登録を取り消しました。理由: {comment}",
        ),
        "en": Saying(
            "Your registration for telework was revoked",
            "{by} revoked your registration. Reason: {comment}",
        ),
    },
    "registration_expiring": {
        "ja": Saying(
            "テレワークの利用者登録の期限が近づいています",
            "あなたの利用者登録は {valid_to} までです。続けてテレワークをするときは、"
            "次の年度の登録を申請してください。",
        ),
        "en": Saying(
            "Your registration for telework ends soon",
            "Your registration ends on {valid_to}. To go on, please apply for the next fiscal year.",
        ),
    },
    "registration_expired": {
        "ja": Saying(
            "テレワークの利用者登録の期限が切れました",
            "あなたの利用者登録は {valid_to} で終わりました。テレワークをするには、登録を申請してください。",
        ),
        "en": Saying(
            "Your registration for telework has ended",
            "Your registration ended on {valid_to}. To telework, please apply for a new one.",
        ),
    },
}
