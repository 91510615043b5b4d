"""The cookie that holds a session's key."""

from django.conf import settings
from django.http import HttpResponseBase

from access.services.entering import Entered


def keep_session(response: HttpResponseBase, entered: Entered) -> None:
    """Have the browser keep the key of the session that was opened. Rotate the CSRF token beside it."""
    response.set_cookie(
        settings.SESSION_COOKIE_NAME,
        entered.key,
        max_age=settings.SESSION_COOKIE_AGE,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_session(response: HttpResponseBase) -> None:
    """Have the browser forget it."""
    response.delete_cookie(settings.SESSION_COOKIE_NAME, path=settings.SESSION_COOKIE_PATH, samesite="Lax")
