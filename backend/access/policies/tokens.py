"""What a token for a program looks like, and how long it may last."""

from enum import StrEnum

PREFIX = "kys_"
"""By which a token is known for one, in a log or a repository where it should not be."""

HINT_LENGTH = 10
"""How much of a token is kept to tell one from another: the prefix and six signs of 43."""

MOST_LIVE_TOKENS = 20
"""How many tokens an account may hold at once."""


class TokenRefusal(StrEnum):
    """Why no token is made."""

    TOO_MANY_TOKENS = "too_many_tokens"


def is_token(text: str) -> bool:
    """Whether this was meant to be a token of ours."""
    return text.startswith(PREFIX)
