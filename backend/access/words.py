"""The access app's sentences, for the server's side."""

from collections.abc import Mapping
from enum import StrEnum

from access.policies.tokens import TokenRefusal
from core.words import Language


class SignInProblem(StrEnum):
    """Codes of sign-ins that went wrong."""

    SIGN_IN_FAILED = "sign_in_failed"
    DIRECTORY_UNAVAILABLE = "directory_unavailable"
    PROXY_HEADER_REFUSED = "proxy_header_refused"
    TOKEN_NOT_VALID = "token_not_valid"  # noqa: S105 - a word, not a token
    TOKEN_OUT_OF_SCOPE = "token_out_of_scope"  # noqa: S105 - as above


ACCESS_WORDS: Mapping[str, Mapping[Language, str]] = {
    SignInProblem.SIGN_IN_FAILED: {
        "ja": "ユーザー名かパスワードが違います。",
        "en": "The user name or the password is not right.",
    },
    SignInProblem.DIRECTORY_UNAVAILABLE: {
        "ja": "いま、職員ディレクトリに接続できず、サインインできません。少し待ってから、もう一度お試しください。",
        "en": "The staff directory cannot be reached, so you cannot sign in now. Please try again in a little while.",
    },
    SignInProblem.PROXY_HEADER_REFUSED: {
        "ja": "この経路からのサインイン情報は受け付けません。",
        "en": "A sign-in handed over from this address is not accepted.",
    },
    SignInProblem.TOKEN_NOT_VALID: {
        "ja": "このトークンは使えません。期限が切れたか、取り消されています。",
        "en": "This token is not valid: it is over, revoked or unknown.",
    },
    SignInProblem.TOKEN_OUT_OF_SCOPE: {
        "ja": "このトークンでは、この操作はできません。",
        "en": "This token is not for this operation.",
    },
    TokenRefusal.TOO_MANY_TOKENS: {
        "ja": "持てるトークンの数に達しています。使っていないものを取り消してください。",
        "en": "You hold as many tokens as you may. Revoke one that is not used.",
    },
}
