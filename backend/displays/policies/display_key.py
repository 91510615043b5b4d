"""The key in a display's address, and the digest under which the display is stored."""

import hashlib
import secrets

KEY_BYTES = 24
LONGEST_KEY = 64


def new_key() -> str:
    """192 random bits as text that an address can hold and a person could type in need."""
    return secrets.token_urlsafe(KEY_BYTES)


def digest_of(key: str) -> str:
    """What the table holds in place of the key. The key is random, so one round of SHA-256 is enough."""
    return hashlib.sha256(key.encode()).hexdigest()
