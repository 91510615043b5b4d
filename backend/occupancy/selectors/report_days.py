"""The days that a report is of: working days with facts, and which of them count for what."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from core import clock
from occupancy.policies.figures import Mask
from occupancy.policies.periods import Period
from occupancy.selectors.columns import Rows, day, number, numbers_of, ordinals_of, rows_of
from plans.selectors.working_days import city_calendar

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SUMS = ("booked_minutes", "confirmed_minutes", "stays", "stays_estimated")
_COVERAGE = ("gate_passages", *_SUMS)


@dataclass(frozen=True, slots=True)
class ReportDays:
    """The working days of a period that have facts, in order, as arrays by day.

    `first_slot` and `end_slot` hold the core windows of all of them; `core` (days by those slots) says which belong to
    the day's own. `gate` are days with a gate log, `provisional` those that were not over when they were built. Minutes
    and stays are sums over everything.
    """

    period: Period
    ordinals: NDArray[np.int64]
    first_slot: int
    end_slot: int
    core: Mask
    gate: Mask
    provisional: Mask
    on_roll: NDArray[np.int64]
    booked_minutes: int
    confirmed_minutes: int
    stays: int
    stays_estimated: int
    left_out_days: int
    missing_days: int
    built_at: datetime | None

    def __len__(self) -> int:
        return len(self.ordinals)

    @property
    def width(self) -> int:
        """How many slots a row of counts has."""
        return self.end_slot - self.first_slot

    @property
    def days(self) -> list[date]:
        return [date.fromordinal(ordinal) for ordinal in self.ordinals.tolist()]

    @property
    def weekdays(self) -> NDArray[np.int64]:
        """0 is Monday."""
        return (self.ordinals - 1) % 7

    @property
    def bounds(self) -> dict[str, date]:
        """The period as parameters of a query."""
        return {"first": self.period.first, "last": self.period.last}

    def places_in(self, ordinals: NDArray[np.int64]) -> tuple[NDArray[np.int64], Mask]:
        """For days of other rows: where they stand here, and whether they do. Weekends have facts and stand nowhere."""
        if not len(self):
            return np.zeros(len(ordinals), dtype=np.int64), np.zeros(len(ordinals), dtype=bool)
        where = np.minimum(np.searchsorted(self.ordinals, ordinals), len(self) - 1)
        return where, self.ordinals[where] == ordinals


def report_days(period: Period) -> ReportDays:
    """The days of a period, by what stood when each was built; today belongs to it once it has facts."""
    columns = {
        "day": day("day"),
        "working_day": number("working_day::int"),
        "core_first": number("core_first"),
        "core_end": number("core_end"),
        "on_roll": number("on_roll"),
        "provisional": number("provisional::int"),
        "built_at": number("extract(epoch FROM built_at) * 1000000"),
        **{name: number(f"coverage ->> '{name}'") for name in _COVERAGE},
    }
    every = rows_of(
        columns,
        "FROM occupancy_occupancyday WHERE day BETWEEN %(first)s AND %(last)s ORDER BY day",
        {"first": period.first, "last": period.last},
    )
    rows = every[numbers_of(every, "working_day") == 1]
    firsts, ends = numbers_of(rows, "core_first"), numbers_of(rows, "core_end")
    first_slot, end_slot = int(firsts.min(initial=48)), int(ends.max(initial=0))
    if not len(rows):
        first_slot, end_slot = 0, 0
    slots = np.arange(first_slot, end_slot)
    return ReportDays(
        period=period,
        ordinals=ordinals_of(rows, "day"),
        first_slot=first_slot,
        end_slot=end_slot,
        core=(slots >= firsts[:, None]) & (slots < ends[:, None]),
        gate=numbers_of(rows, "gate_passages") > 0,
        provisional=numbers_of(rows, "provisional") == 1,
        on_roll=numbers_of(rows, "on_roll"),
        **{name: int(numbers_of(rows, name).sum()) for name in _SUMS},
        built_at=_newest(every),
        **_others(period, every),
    )


def _newest(rows: Rows) -> datetime | None:
    if not len(rows):
        return None
    return _EPOCH + timedelta(microseconds=int(numbers_of(rows, "built_at").max()))


def _others(period: Period, rows: Rows) -> dict[str, int]:
    """Days that the city did not work, and working days that are over and have no facts."""
    calendar, today = city_calendar(), clock.today()
    working = numbers_of(rows, "working_day") == 1
    known = dict(zip(ordinals_of(rows, "day").tolist(), working.tolist(), strict=True))
    left_out = missing = 0
    for one in period.days:
        works = known.get(one.toordinal())
        if works is None:
            works = calendar.is_working_day(one)
            missing += works and one < today
        left_out += not works
    return {"left_out_days": left_out, "missing_days": missing}
