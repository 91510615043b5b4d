"""Challenges that passkeys sign: known again by a signature of ours, so that asking for one writes nothing."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils.crypto import salted_hmac

CHALLENGE_MINUTES = 5
_RANDOM, _INSTANT = 16, 8


class Purpose(StrEnum):
    """What a challenge may be answered for; an answer for one is none for another."""

    REGISTER = "register"
    SIGN_IN = "sign_in"
    SECOND_FACTOR = "second_factor"
    PROOF = "proof"


def new_challenge(*, purpose: Purpose, session_digest: str, now: datetime) -> bytes:
    """Random bytes, the second of `now` and our signature over both, the purpose and the session that asks."""
    begins = secrets.token_bytes(_RANDOM) + int(now.timestamp()).to_bytes(_INSTANT, "big")
    return begins + _signature(begins, purpose, session_digest)


def is_ours(challenge: bytes, *, purpose: Purpose, session_digest: str, now: datetime) -> bool:
    """Whether we gave this challenge to this session for this purpose within the last five minutes."""
    begins, signature = challenge[: _RANDOM + _INSTANT], challenge[_RANDOM + _INSTANT :]
    if not hmac.compare_digest(signature, _signature(begins, purpose, session_digest)):
        return False
    age_seconds = int(now.timestamp()) - int.from_bytes(begins[_RANDOM:], "big")
    return 0 <= age_seconds <= timedelta(minutes=CHALLENGE_MINUTES).total_seconds()


def digest_of_challenge(challenge: bytes) -> str:
    """Under which a challenge that was answered is remembered."""
    return hashlib.sha256(challenge).hexdigest()


def _signature(begins: bytes, purpose: Purpose, session_digest: str) -> bytes:
    said = f"{begins.hex()} {purpose.value} {session_digest}"
    return salted_hmac("access.passkey_challenge", said, algorithm="sha256").digest()
