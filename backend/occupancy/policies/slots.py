"""Slots of 30 minutes: a day has 48, the first begins at midnight by the city's clocks.

A desk or a person counts in a slot when it is taken, or there, at the instant at which the slot begins: 8:30, 9:00 and
so on. What is counted at one instant was there at the same time, so a peak is a peak and never a sum of visits
(docs/decisions/0056).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

SLOTS_A_DAY = 48
SLOT_MINUTES = 30


@dataclass(frozen=True, slots=True)
class CoreWindow:
    """The slots that reports count: those that begin in `[first, end)`, as numbers of slots of the day."""

    first: int
    end: int

    @property
    def slots(self) -> range:
        return range(self.first, self.end)

    @property
    def mask(self) -> int:
        """The core slots as bits; bit n is slot n."""
        return (1 << self.end) - (1 << self.first)


def core_window(starts_at: time, ends_at: time) -> CoreWindow:
    """The core window between two times of the clock: 8:30-17:15 holds the 18 slots from 8:30 to 17:00.

    Raises ValueError where no slot begins in it.
    """
    first, end = _slots_before(starts_at), _slots_before(ends_at)
    if first >= end:
        raise ValueError(f"no slot begins between {starts_at} and {ends_at}")
    return CoreWindow(first, end)


def _slots_before(moment: time) -> int:
    """How many slots of the day begin before `moment`."""
    return -(-(moment.hour * 60 + moment.minute) // SLOT_MINUTES)


def slot_time(slot: int) -> time:
    """When a slot begins, by the city's clocks."""
    return time(slot * SLOT_MINUTES // 60, slot * SLOT_MINUTES % 60)


def slot_starts(day: date, zone: tzinfo) -> list[datetime]:
    """The 48 instants of a day at which is counted."""
    return [datetime.combine(day, slot_time(slot), tzinfo=zone) for slot in range(SLOTS_A_DAY)]


def slots_within(start: datetime, end: datetime, day: date, zone: tzinfo) -> range:
    """The slots of `day` that begin in `[start, end)`; empty where there are none.

    In a zone without summer time, as Asia/Tokyo, slots are equally long.
    """
    midnight = datetime.combine(day, time.min, tzinfo=zone)
    first, last = (_ceiling(instant - midnight) for instant in (start, end))
    return range(min(max(first, 0), SLOTS_A_DAY), max(min(last, SLOTS_A_DAY), 0))


def _ceiling(since: timedelta) -> int:
    return -(-since // timedelta(minutes=SLOT_MINUTES))


def bits_of(slots: range) -> int:
    """The slots as bits; bit n is slot n."""
    return 0 if not slots else (1 << slots.stop) - (1 << slots.start)
