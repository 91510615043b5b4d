"""The people app's sentences, for the server's side."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class SignInProblem(StrEnum):
    """Codes of sign-ins that went wrong."""

    SIGN_IN_FAILED = "sign_in_failed"


class ActingProblem(StrEnum):
    """Codes of what may not be done for somebody else."""

    NOT_YOURS_TO_BOOK = "not_yours_to_book"


PEOPLE_WORDS: Mapping[str, Mapping[Language, str]] = {
    SignInProblem.SIGN_IN_FAILED: {
        "ja": "ユーザー名かパスワードが違います。",
        "en": "The user name or the password is not right.",
    },
    ActingProblem.NOT_YOURS_TO_BOOK: {
        "ja": "この人の席を、あなたが予約することはできません。",
        "en": "This person's desk is not yours to book.",
    },
}
