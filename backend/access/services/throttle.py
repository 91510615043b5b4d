"""Counting failed sign-ins, in the database: every server process sees the same count, and none is lost in a race."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import F

from access.models import SignInCount
from access.policies.throttle import ThrottlePolicy


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted under `key` and how many failures it is allowed."""

    key: str
    allowed: int


def counted(username: str, address: str | None, policy: ThrottlePolicy) -> list[Counted]:
    """The counts that a sign-in of `username` from `address` goes into."""
    counts = [Counted(f"account:{username}", policy.account_failures)]
    return [*counts, Counted(f"address:{address}", policy.address_failures)] if address else counts


@dataclass(frozen=True, slots=True)
class Tried:
    """A try that was counted: the seconds to wait where a count is used up, and whether this try used one up."""

    wait_seconds: int | None
    just_used_up: bool


def count_try(*, counts: Sequence[Counted], policy: ThrottlePolicy, now: datetime) -> int | None:
    """Count a try before the password is looked at, so that tries at once cannot slip through together.

    Answers the seconds to wait when one of `counts` is used up, and None when the try may be made.
    """
    return try_counted(counts=counts, policy=policy, now=now).wait_seconds


def try_counted(*, counts: Sequence[Counted], policy: ThrottlePolicy, now: datetime) -> Tried:
    """As `count_try`, and whether this was the first try of its window that has to wait: the one to put on record."""
    failures = [_count(one, policy, now) for one in counts]
    waits = [
        policy.wait_seconds(failures=found, allowed=one.allowed, since=since, now=now)
        for one, (found, since) in zip(counts, failures, strict=True)
    ]
    first = any(found == one.allowed + 1 for one, (found, _) in zip(counts, failures, strict=True))
    return Tried(max((wait for wait in waits if wait is not None), default=None), first)


def take_back(*, counts: Sequence[Counted]) -> None:
    """The try succeeded: the account's count begins anew, the address's goes back by this one."""
    SignInCount.objects.filter(key=counts[0].key).delete()
    take_back_addresses(counts=counts)


def take_back_addresses(*, counts: Sequence[Counted]) -> None:
    """The try does not count against the address; against the account it does."""
    for address in counts[1:]:
        SignInCount.objects.filter(key=address.key, failures__gt=0).update(failures=F("failures") - 1)


def forget_old_counts(*, policy: ThrottlePolicy, now: datetime) -> int:
    """Remove counts whose window is over; answers how many."""
    deleted, _ = SignInCount.objects.filter(since__lt=now - policy.window).delete()
    return deleted


def _count(one: Counted, policy: ThrottlePolicy, now: datetime) -> tuple[int, datetime]:
    """Failures under the key, this try among them, and since when; counted to two past what is allowed."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [one.key, now, now - policy.window, one.allowed + 2, now - policy.window, now])
        failures, since = cursor.fetchone()
    return failures, since


_COUNT = """
INSERT INTO access_signincount AS counted (key, failures, since) VALUES (%s, 1, %s)
ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN counted.since < %s THEN 1 ELSE least(counted.failures + 1, %s) END,
    since = CASE WHEN counted.since < %s THEN %s ELSE counted.since END
RETURNING failures, since
"""
