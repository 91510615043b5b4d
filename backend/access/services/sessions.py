"""Sessions: opened at sign-in, closed at sign-out, gone when they are over."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q

from access.models import Session
from access.policies.idle import NOTED_EVERY, idle_before
from access.policies.ways import Way
from access.session_key import digest_of, new_key
from audit.context import current_origin
from core import clock
from people.models import Account

PENDING_MINUTES = 15
"""How long a session waits for its second factor: long enough to install an authenticator."""

_LONGEST_AGENT = 200


def open_session(
    *, account: Account, way: Way = Way.PASSWORD, pending: bool = False, second_factor: bool = False
) -> str:
    """Open a session for `account` and answer the key for its cookie, which nobody can read again later.

    It keeps where it was opened from, and whether a `second_factor` was shown. One that is `pending` opens nothing
    but the question for it.
    """
    key = new_key()
    now, origin = clock.now(), current_origin()
    lasts = timedelta(minutes=PENDING_MINUTES) if pending else timedelta(seconds=settings.SESSION_COOKIE_AGE)
    Session.objects.create(
        key_digest=digest_of(key),
        account=account,
        way=way.value,
        pending=pending,
        second_factor_at=now if second_factor else None,
        created_at=now,
        expires_at=now + lasts,
        address=origin.source_address,
        user_agent="".join(sign for sign in origin.user_agent if sign.isprintable())[:_LONGEST_AGENT],
    )
    return key


def note_session_use(*, digest: str) -> None:
    """Write down that a session was used, at most every few minutes."""
    now = clock.now()
    due = Q(seen_at__isnull=True) | Q(seen_at__lte=now - NOTED_EVERY)
    Session.objects.filter(due, key_digest=digest).update(seen_at=now)


def close_session(*, key: str) -> None:
    """End the session of `key`, if there is one."""
    Session.objects.filter(key_digest=digest_of(key)).delete()


def delete_expired_sessions() -> int:
    """Remove sessions that are over or idle; answers how many."""
    now = clock.now()
    over = Q(expires_at__lte=now)
    if last_used := idle_before(now=now, idle_minutes=settings.SESSION_IDLE_MINUTES):
        over |= Q(seen_at__lte=last_used) | Q(seen_at__isnull=True, created_at__lte=last_used)
    deleted, _ = Session.objects.filter(over).delete()
    return deleted
