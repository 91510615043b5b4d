"""The access app's sentences, for the server's side."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class SignInProblem(StrEnum):
    """Codes of sign-ins that went wrong."""

    SIGN_IN_FAILED = "sign_in_failed"


ACCESS_WORDS: Mapping[str, Mapping[Language, str]] = {
    SignInProblem.SIGN_IN_FAILED: {
        "ja": "ユーザー名かパスワードが違います。",
        "en": "The user name or the password is not right.",
    },
}
