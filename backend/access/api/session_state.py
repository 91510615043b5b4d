"""What a browser is told before and after signing in."""

from typing import Any

from django.conf import settings
from django.middleware.csrf import get_token
from rest_framework.request import Request

from access.api.answers import SessionStateSerializer
from access.policies.ways import Way
from access.selectors.second_factors import pending_state
from people.selectors.demonstration import demonstration_accounts


def session_state(request: Request, *, signed_in: bool, key: str | None = None) -> dict[str, Any]:
    """Whether somebody is signed in by the session of `key`, and the ways in. Sets the CSRF cookie."""
    return SessionStateSerializer(
        {
            "signed_in": signed_in,
            "pending": pending_state(key) if key and not signed_in else None,
            "ways": ways_in(),
            "demonstration": settings.DEMONSTRATION,
            "demonstration_accounts": demonstration_accounts(),
            "csrf_token": get_token(request._request),
            "languages": [code for code, _name in settings.LANGUAGES],
        }
    ).data


def ways_in() -> list[dict[str, Any]]:
    """The ways that this city uses, the usual one first."""
    ways: list[dict[str, Any]] = []
    if settings.PASSWORD_SIGN_IN:
        ways.append(_way(Way.PASSWORD))
    if settings.PROXY_HEADER:
        ways.append(_way(Way.PROXY, address="/accounts/proxy/login/"))
    ways.extend(getattr(settings, "FEDERATION_WAYS", ()))
    ways.append(_way(Way.PASSKEY))
    return ways


def _way(way: Way, address: str | None = None) -> dict[str, Any]:
    return {"way": way.value, "name": "", "address": address}
