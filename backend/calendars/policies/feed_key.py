"""The secret in a feed's address, and the digest under which the feed is stored."""

import hashlib
import secrets

SECRET_BYTES = 32
LONGEST_SECRET = 64


def new_secret() -> str:
    """256 random bits as text that an address can hold."""
    return secrets.token_urlsafe(SECRET_BYTES)


def digest_of(secret: str) -> str:
    """What feeds are found by. The secret is random, so one round of SHA-256 is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
