"""Whose session a cookie opens: session, account, person, department and today's posts in one query."""

from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from django.conf import settings

from access.policies.idle import idle_before
from access.policies.ways import Way
from access.selectors.who_asks import JOINED, MAY_ENTER, SELECTED, WIDTH, account_in, asked_on, viewer_in
from access.session_key import digest_of
from core.prepared import first_row
from people.selectors.signed_in import SignedIn


class LiveSession(NamedTuple):
    """A session that opens something: who it is, by which way they came, and when its use was last written down."""

    signed_in: SignedIn
    way: Way
    last_noted: datetime


def live_session(key: str, *, now: datetime, today: date) -> LiveSession | None:
    """The session of the cookie's `key`; None when it is unknown, over, idle for too long, waits for its second
    factor or never showed one that its account's roles have to show now, or its account or person may not enter today.
    """
    digest = digest_of(key)
    used_after = idle_before(now=now, idle_minutes=settings.SESSION_IDLE_MINUTES) or _EVER
    roles = _as_array(settings.SECOND_FACTOR_ROLES)
    row = first_row(_STATEMENT, [*asked_on(today), digest, now, used_after, roles, *asked_on(today)])
    if row is None:
        return None
    account = account_in(row)
    way, last_noted = row[WIDTH:]
    return LiveSession(SignedIn(account, viewer_in(row, account), digest), Way(way), last_noted)


@lru_cache(maxsize=8)
def _as_array(roles: frozenset[str]) -> str:
    """The roles as PostgreSQL writes an array: cheaper than having the driver find out what a list holds."""
    return "{" + ",".join(sorted(roles)) + "}"


_EVER = datetime(1970, 1, 1, tzinfo=UTC)

# Nothing of the caller's goes into the text: tables and columns are the models' own.
_STATEMENT = f"""
SELECT {SELECTED}, opened.way, coalesce(opened.seen_at, opened.created_at)
FROM access_session opened {JOINED}
WHERE opened.key_digest = %s AND opened.expires_at > %s AND NOT opened.pending
  AND coalesce(opened.seen_at, opened.created_at) > %s
  AND (opened.second_factor_at IS NOT NULL OR NOT account.roles && %s::varchar[]) AND {MAY_ENTER}
"""  # noqa: S608 - see the comment above
