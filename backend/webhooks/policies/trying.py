"""What an answer means, and when a delivery is tried again."""

from datetime import datetime, timedelta

from webhooks.policies.states import OF_THE_WAY, DeliveryTrouble

WAITS_MINUTES = (1, 5, 30, 120, 360, 720)
"""After the first failed try, the second …; the last holds from then on."""
GIVEN_UP_AFTER = timedelta(days=3)
KEPT_DAYS = 30
OLD_SECRET_HOURS = 24
LEASE_MINUTES = 2
"""A try whose worker died counts as failed after this; longer than any answer may take."""
BUSY = frozenset({429, 502, 503, 504})
"""What a receiver, or whoever stands before it, answers that can take nothing just now."""


def next_would_fail(trouble: DeliveryTrouble | None, status: int | None) -> bool:
    """Whether the next delivery to the same address would fare no better, and only add to the load there."""
    return trouble is not None and (trouble in OF_THE_WAY or status in BUSY)


def next_try(*, tries: int, waits_since: datetime, now: datetime) -> datetime | None:
    """When to try again after `tries` failed ones, or None to give up: three days after it began to wait."""
    if now - waits_since >= GIVEN_UP_AFTER:
        return None
    return now + timedelta(minutes=WAITS_MINUTES[min(tries, len(WAITS_MINUTES)) - 1])


def trouble_in(status: int) -> DeliveryTrouble | None:
    """What speaks against an answer of that status; None for 2xx. A redirect is not followed and counts as one."""
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return DeliveryTrouble.REDIRECTS
    return DeliveryTrouble.GONE if status == 410 else DeliveryTrouble.REFUSED
