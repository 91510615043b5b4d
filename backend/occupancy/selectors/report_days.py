"""The days that a report is of: working days with facts, and which of them count for what."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import clock
from occupancy.policies.figures import Mask
from occupancy.policies.periods import Period
from occupancy.policies.slots import SLOT_MINUTES, SLOTS_A_DAY
from occupancy.selectors.columns import Rows, day, number, numbers_of, ordinals_of, rows_of
from plans.selectors.working_days import city_calendar

ON_DAYS = "day BETWEEN %(first)s AND %(last)s AND (day = ANY(%(days)s::date[])) IS TRUE"
"""Rows of these days, by `ReportDays.parameters`. `IS TRUE` keeps the list of days out of indexes: there it would be
looked up day by day and place by place."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SUMS = ("booked_minutes", "confirmed_minutes", "stays", "stays_estimated")
_COVERAGE = ("gate_passages", *_SUMS)


@dataclass(frozen=True, slots=True)
class ReportDays:
    """The working days of a period that have facts, in order, as arrays by day.

    `first_slot` and `end_slot` hold the core windows of all of them; `core` (days by those slots) says which belong to
    the day's own and had begun when its facts were built. `gate` are days with a gate log, `provisional` those that
    were not over when they were built. Minutes and stays are sums over everything.
    """

    period: Period
    ordinals: NDArray[np.int64]
    first_slot: int
    end_slot: int
    core: Mask
    gate: Mask
    provisional: Mask
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
    def gate_days(self) -> list[date]:
        """Those with a gate log."""
        return [date.fromordinal(ordinal) for ordinal in self.ordinals[self.gate].tolist()]

    @property
    def weekdays(self) -> NDArray[np.int64]:
        """0 is Monday."""
        return (self.ordinals - 1) % 7

    @property
    def bounds(self) -> dict[str, date]:
        """The period up to the last of these days, as parameters of a query; without a day nothing lies in it."""
        last = date.fromordinal(int(self.ordinals[-1])) if len(self) else self.period.first - timedelta(days=1)
        return {"first": self.period.first, "last": last}

    @property
    def parameters(self) -> dict[str, Any]:
        """Those of `ON_DAYS`."""
        return {**self.bounds, "days": self.days}

    def places_in(self, ordinals: NDArray[np.int64]) -> tuple[NDArray[np.int64], Mask]:
        """For days of other rows: where they stand here, and whether they do. Weekends have facts and stand nowhere."""
        if not len(self):
            return np.zeros(len(ordinals), dtype=np.int64), np.zeros(len(ordinals), dtype=bool)
        where = np.minimum(np.searchsorted(self.ordinals, ordinals), len(self) - 1)
        return where, self.ordinals[where] == ordinals


def report_days(period: Period) -> ReportDays:
    """The days of a period, by what stood when each was built; today belongs to it once its core window has begun."""
    columns = {
        "day": day("day"),
        "working_day": number("working_day::int"),
        "core_first": number("core_first"),
        "core_end": number("core_end"),
        "provisional": number("provisional::int"),
        "built_at": number("extract(epoch FROM built_at) * 1000000"),
        **{name: number(f"coverage ->> '{name}'") for name in _COVERAGE},
    }
    every = rows_of(
        columns,
        "FROM occupancy_occupancyday WHERE day BETWEEN %(first)s AND %(last)s ORDER BY day",
        {"first": period.first, "last": period.last},
    )
    begun = _begun(every)
    counted = (numbers_of(every, "working_day") == 1) & (numbers_of(every, "core_first") < begun)
    rows = every[counted]
    firsts, ends = numbers_of(rows, "core_first"), numbers_of(rows, "core_end")
    first_slot, end_slot = int(firsts.min(initial=SLOTS_A_DAY)), int(ends.max(initial=0))
    if not len(rows):
        first_slot, end_slot = 0, 0
    slots = np.arange(first_slot, end_slot)
    return ReportDays(
        period=period,
        ordinals=ordinals_of(rows, "day"),
        first_slot=first_slot,
        end_slot=end_slot,
        core=(slots >= firsts[:, None]) & (slots < np.minimum(ends, begun[counted])[:, None]),
        gate=numbers_of(rows, "gate_passages") > 0,
        provisional=numbers_of(rows, "provisional") == 1,
        **{name: int(numbers_of(rows, name).sum()) for name in _SUMS},
        built_at=_newest(every),
        **_others(period, every, counted),
    )


def _begun(rows: Rows) -> NDArray[np.int64]:
    """How many slots of each day had begun when it was built: all of them, unless it is provisional."""
    found = np.full(len(rows), SLOTS_A_DAY, dtype=np.int64)
    for row in np.flatnonzero(numbers_of(rows, "provisional")).tolist():
        midnight = clock.day_start(date.fromordinal(int(ordinals_of(rows, "day")[row])))
        since = _EPOCH + timedelta(microseconds=int(rows["built_at"][row])) - midnight
        found[row] = min(-(-since // timedelta(minutes=SLOT_MINUTES)), SLOTS_A_DAY)
    return found


def _newest(rows: Rows) -> datetime | None:
    if not len(rows):
        return None
    return _EPOCH + timedelta(microseconds=int(numbers_of(rows, "built_at").max()))


def _others(period: Period, rows: Rows, counted: Mask) -> dict[str, int]:
    """Days that the city did not work, and working days that are over and of which nothing is counted."""
    calendar, today = city_calendar(), clock.today()
    working = numbers_of(rows, "working_day") == 1
    known = dict(
        zip(ordinals_of(rows, "day").tolist(), zip(working.tolist(), counted.tolist(), strict=True), strict=True)
    )
    left_out = missing = 0
    for one in period.days:
        works, counts = known.get(one.toordinal()) or (calendar.is_working_day(one), False)
        missing += works and not counts and one < today
        left_out += not works
    return {"left_out_days": left_out, "missing_days": missing}
