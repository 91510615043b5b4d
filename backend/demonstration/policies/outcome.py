"""What becomes of a made-up booking: who comes when, who leaves early, who does not come."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from core.interval import Interval
from demonstration.policies.draw import SEED

CANCELLED, DOES_NOT_COME = 0.03, 0.05
LEAVES_ON_TIME, LEAVES_EARLY = 0.60, 0.15


@dataclass(frozen=True, slots=True)
class Outcome:
    """A booking as it stands at some moment; the fields are those of bookings.Booking."""

    state: str
    during: Interval
    checked_in_at: datetime | None = None
    checked_out_at: datetime | None = None
    ended_at: datetime | None = None
    ended_because: str = ""


def outcome(
    *, person_id: int, during: Interval, release_at: datetime | None, now: datetime, may_be_cancelled: bool
) -> Outcome:
    """How a booking for `during` stands at `now`. The same booking fares the same way whenever it is asked for."""
    chance = Random(f"{SEED}/{person_id}/{during.start.isoformat()}")  # noqa: S311 - play, not secrets
    lot, arrives_after, leaving, leaves_before = (chance.random() for _ in range(4))
    if may_be_cancelled and lot < CANCELLED:
        ended_at = minute_of(during.start - timedelta(hours=2 + 20 * arrives_after))
        return (
            Outcome("cancelled", during, ended_at=ended_at, ended_because="person")
            if ended_at <= now
            else _as_is(during)
        )
    if lot < CANCELLED + DOES_NOT_COME:
        if release_at is not None and release_at <= now:
            return Outcome("released", during, ended_at=release_at, ended_because="no_show")
        return _as_is(during)
    arrival = minute_of(during.start + timedelta(minutes=-15 + 45 * arrives_after))
    if arrival > now:
        return _as_is(during)
    leaves = _leaves_at(during, leaving, leaves_before)
    if leaves is None or leaves > now:
        return Outcome("checked_in", during, checked_in_at=arrival)
    return Outcome("checked_out", Interval(during.start, leaves), checked_in_at=arrival, checked_out_at=leaves)


def _leaves_at(during: Interval, leaving: float, leaves_before: float) -> datetime | None:
    """When the person checks out; None when they forget to."""
    if leaving < LEAVES_ON_TIME:
        return minute_of(during.end - timedelta(minutes=15 * leaves_before))
    if leaving < LEAVES_ON_TIME + LEAVES_EARLY:
        return minute_of(during.end - timedelta(minutes=30 + 60 * leaves_before))
    return None


def _as_is(during: Interval) -> Outcome:
    return Outcome("booked", during)


def minute_of(instant: datetime) -> datetime:
    """The minute in which it lies."""
    return instant.replace(second=0, microsecond=0)
