"""The two halves of a working day, and which stretch fills one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol, TypeVar

NOTHING = timedelta(0)


class Timed(Protocol):
    """Anything with a start and an end, both aware."""

    @property
    def start(self) -> datetime: ...
    @property
    def end(self) -> datetime: ...


AnyStretch = TypeVar("AnyStretch", bound=Timed)


@dataclass(frozen=True, slots=True)
class HalfDays:
    """When morning and afternoon begin and end by the city's clocks; the usual hours where no building says others."""

    am_starts_at: time = time(8, 30)
    am_ends_at: time = time(12, 0)
    pm_starts_at: time = time(13, 0)
    pm_ends_at: time = time(17, 15)


def filling(stretches: Sequence[AnyStretch], start: datetime, end: datetime) -> AnyStretch | None:
    """The stretch that has most of `[start, end)`, the earlier one of equals; None when none has any of it."""
    if len(stretches) == 1:  # most days are held by one thing
        (only,) = stretches
        return only if only.start < end and start < only.end else None
    best = max(stretches, key=lambda one: (_common(one, start, end), -one.start.timestamp()), default=None)
    return best if best is not None and _common(best, start, end) > NOTHING else None


def current_or_next(stretches: Sequence[AnyStretch], now: datetime) -> AnyStretch | None:
    """Where somebody is now; else where they will be next, else where they were last. `stretches` in order of time."""
    to_come = [one for one in stretches if one.end > now]
    if to_come:
        return to_come[0]
    return stretches[-1] if stretches else None


def _common(one: Timed, start: datetime, end: datetime) -> timedelta:
    return max(min(one.end, end) - max(one.start, start), NOTHING)
