"""The key in a session's cookie, and the digest under which the session is stored."""

import hashlib
import secrets


def new_key() -> str:
    """256 random bits as text that a cookie can hold."""
    return secrets.token_urlsafe(32)


def digest_of(key: str) -> str:
    """What the table holds in place of the key. The key is random, so one round of SHA-256 is enough."""
    return hashlib.sha256(key.encode()).hexdigest()
