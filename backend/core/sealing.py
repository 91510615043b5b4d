"""Secrets that have to be read again, encrypted with keys derived from secrets of the environment."""

import base64
from collections.abc import Sequence
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Unreadable(Exception):
    """What is stored was sealed with a key that is not among the settings any more."""


class Seal:
    """Seals with the first of `secrets` and opens with any of them; `purpose` keeps one use's keys from another's."""

    def __init__(self, secrets: Sequence[str], *, purpose: str) -> None:
        self._lock = MultiFernet([Fernet(_key_from(secret, purpose)) for secret in secrets])

    def seal(self, secret: str) -> bytes:
        """`secret` encrypted with the first key."""
        return self._lock.encrypt(secret.encode())

    def unseal(self, sealed: bytes) -> str:
        """What was sealed with any of the keys. Raises Unreadable."""
        try:
            return self._lock.decrypt(bytes(sealed)).decode()
        except InvalidToken as error:
            raise Unreadable from error

    def reseal(self, sealed: bytes) -> bytes:
        """The same secret under the first key. Raises Unreadable."""
        try:
            return self._lock.rotate(bytes(sealed))
        except InvalidToken as error:
            raise Unreadable from error


@lru_cache(maxsize=64)
def _key_from(secret: str, purpose: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
