"""Sessions: opened at sign-in, closed at sign-out, gone when they are over."""

from datetime import timedelta

from django.conf import settings

from access.models import Session
from access.session_key import digest_of, new_key
from core import clock
from people.models import Account


def open_session(*, account: Account) -> str:
    """Open a session for `account` and answer the key for its cookie, which nobody can read again later."""
    key = new_key()
    now = clock.now()
    Session.objects.create(
        key_digest=digest_of(key),
        account=account,
        created_at=now,
        expires_at=now + timedelta(seconds=settings.SESSION_COOKIE_AGE),
    )
    return key


def close_session(*, key: str) -> None:
    """End the session of `key`, if there is one."""
    Session.objects.filter(key_digest=digest_of(key)).delete()


def delete_expired_sessions() -> int:
    """Remove sessions that are over; answers how many."""
    deleted, _ = Session.objects.filter(expires_at__lte=clock.now()).delete()
    return deleted
