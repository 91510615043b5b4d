"""The people app's sentences, for the server's side."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language
from people.policies.standing_in import PeopleRefusal


class ActingProblem(StrEnum):
    """Codes of what may not be done for somebody else."""

    NOT_YOURS_TO_BOOK = "not_yours_to_book"


PEOPLE_WORDS: Mapping[str, Mapping[Language, str]] = {
    ActingProblem.NOT_YOURS_TO_BOOK: {
        "ja": "この人の席を、あなたが予約することはできません。",
        "en": "This person's desk is not yours to book.",
    },
    PeopleRefusal.DELEGATE_IS_ONESELF: {
        "ja": "自分を代理にすることはできません。",
        "en": "You cannot be your own delegate.",
    },
    PeopleRefusal.NOT_ON_THE_ROLL: {
        "ja": "この人は、いま在籍する職員ではありません。",
        "en": "This person is not on the roll now.",
    },
    PeopleRefusal.PERIOD_IS_PAST: {
        "ja": "期間は今日からあとにしてください。",
        "en": "The period has to begin today or later.",
    },
    PeopleRefusal.PERIOD_TOO_LONG: {
        "ja": "期間が長すぎます。短くしてください。",
        "en": "The period is too long. Make it shorter.",
    },
    PeopleRefusal.ALREADY_DELEGATED: {
        "ja": "同じ人への同じ代理が、期間の一部ですでにあります。",
        "en": "This person already has the same delegation on some of these days.",
    },
    PeopleRefusal.DELEGATION_IS_OVER: {
        "ja": "この代理は、すでに終わっています。",
        "en": "This delegation is over already.",
    },
    PeopleRefusal.VISIT_IS_OVER: {
        "ja": "この来庁は、すでに終わっています。",
        "en": "This visit is over already.",
    },
    PeopleRefusal.VISIT_ENDS_TODAY: {
        "ja": "この来庁は、今日で終わります。",
        "en": "This visit ends today anyway.",
    },
    PeopleRefusal.TOO_MANY_FAVOURITES: {
        "ja": "お気に入りがいっぱいです。どれかを外してから加えてください。",
        "en": "Your favourites are full. Take one away first.",
    },
    PeopleRefusal.FAVOURITE_IS_ONESELF: {
        "ja": "自分をお気に入りにすることはできません。",
        "en": "You cannot be your own favourite.",
    },
}
