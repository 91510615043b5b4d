"""The secrets of second factors, sealed with the product's secret key."""

from django.conf import settings

from core.sealing import Seal, Unreadable

__all__ = ["Unreadable", "seal", "unseal"]

_PURPOSE = "kyoseki: secrets of second factors"


def seal(secret: str) -> bytes:
    """`secret` encrypted with the present secret key."""
    return _seal().seal(secret)


def unseal(sealed: bytes) -> str:
    """What was sealed with the present secret key or one of the old ones. Raises Unreadable."""
    return _seal().unseal(sealed)


def _seal() -> Seal:
    return Seal((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS), purpose=_PURPOSE)
