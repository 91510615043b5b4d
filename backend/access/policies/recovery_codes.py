"""Codes on paper, for the day on which the device is lost."""

import hashlib
import secrets
import unicodedata

HOW_MANY = 10
GROUPS, GROUP_LENGTH = 4, 4
_SIGNS = "abcdefghjkmnpqrstvwxyz0123456789"
"""32 signs without i, l, o and u, which are read as others: 16 of them are 80 random bits."""


def new_codes() -> list[str]:
    """Ten codes like `k7xm-29qp-3d0a-vw8t`, no two alike."""
    codes: set[str] = set()
    while len(codes) < HOW_MANY:
        codes.add("-".join("".join(secrets.choice(_SIGNS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS)))
    return sorted(codes)


def digest_of_code(typed: str) -> str:
    """What the table holds in place of a code, however it was typed. 80 random bits need no slower digest."""
    signs = "".join(sign for sign in unicodedata.normalize("NFKC", typed).lower() if sign.isalnum())
    return hashlib.sha256(signs.encode()).hexdigest()
