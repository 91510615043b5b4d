"""Who looked, who may act."""

from notifications.words.saying import Saying, Sayings

PRIVACY_WORDS: Sayings = {
    "past_viewed": {
        "ja": Saying(
            "過去の居場所の閲覧について",
            "{by} さんが、あなたの {day} の居場所を閲覧しました。",
        ),
        "en": Saying(
            "Your past whereabouts were looked at",
            "{by} looked at where you were on {day}.",
        ),
    },
    "section_past_viewed": {
        "ja": Saying(
            "過去の居場所の閲覧について",
            "{by} さんが、所属の {from}〜{to} の居場所を閲覧しました。あなたの記録も含まれます。",
        ),
        "en": Saying(
            "Your past whereabouts were looked at",
            "{by} looked at where the people of your section were from {from} to {to}, you among them.",
        ),
    },
    "delegated_booking": {
        "ja": Saying(
            "代理に指定されました",
            "{delegator_name} さんの席を、{from}〜{to} のあいだ、代わりに予約できるようになりました。",
        ),
        "en": Saying(
            "Somebody named you their delegate",
            "You may book desks for {delegator_name} from {from} to {to}.",
        ),
    },
    "delegated_approval": {
        "ja": Saying(
            "代決者に指定されました",
            "{delegator_name} さんの承認を、{from}〜{to} のあいだ、代わりに行えるようになりました。",
        ),
        "en": Saying(
            "Somebody named you their delegate",
            "You may approve in place of {delegator_name} from {from} to {to}.",
        ),
    },
    "delegation_ended": {
        "ja": Saying(
            "代理の指定が終わりました",
            "{delegator_name} さんの代理の指定({from}〜{to})が終わりました。",
        ),
        "en": Saying(
            "A delegation has ended",
            "Your delegation for {delegator_name} ({from} to {to}) has ended.",
        ),
    },
}
