"""Secrets that have to be read again, encrypted with keys derived from the product's secret key."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_PURPOSE = b"kyoseki: secrets of second factors"


class Unreadable(Exception):
    """What is stored was sealed with a secret key that is not among the settings any more."""


def seal(secret: str) -> bytes:
    """`secret` encrypted with the present secret key."""
    return _lock().encrypt(secret.encode())


def unseal(sealed: bytes) -> str:
    """What was sealed with the present secret key or one of the old ones. Raises Unreadable."""
    try:
        return _lock().decrypt(sealed).decode()
    except InvalidToken as error:
        raise Unreadable from error


def _lock() -> MultiFernet:
    return MultiFernet([Fernet(_key_from(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key_from(secret: str) -> bytes:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
