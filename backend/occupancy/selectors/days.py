"""How it stands with the facts of days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from occupancy.models import OccupancyDay
from occupancy.selectors.due_days import missing_days
from plans.selectors.working_days import city_calendar


@dataclass(frozen=True, slots=True)
class DayState:
    """A day with its facts, and what they were made of; one that waits for its first build has no `built_at`."""

    day: date
    working_day: bool
    closed_as: str
    built_at: datetime | None
    provisional: bool
    stale: bool
    sealed: bool
    sources: Mapping[str, bool]
    cleaning: Mapping[str, int]


_SOURCES = {
    "gate": "gate_passages",
    "booking": "booked_minutes",
    "count": "counted_cells",
    "sensor": "sensed_slots",
}
"""By source, the count in OccupancyDay.coverage that is above 0 where the day has it."""


def day_states(first: date, last: date) -> list[DayState]:
    """Every day of a period that has facts or waits for them, in order."""
    built = [_built(row) for row in OccupancyDay.objects.filter(day__range=(first, last))]
    calendar = city_calendar()
    waiting = [
        DayState(
            day=day,
            working_day=calendar.is_working_day(day),
            closed_as=holiday.ja if (holiday := calendar.holiday(day)) else "",
            built_at=None,
            provisional=False,
            stale=False,
            sealed=False,
            sources=dict.fromkeys(_SOURCES, False),
            cleaning={},
        )
        for day in missing_days(first, last)
    ]
    return sorted([*built, *waiting], key=lambda state: state.day)


def _built(row: OccupancyDay) -> DayState:
    return DayState(
        day=row.day,
        working_day=row.working_day,
        closed_as=row.closed_as,
        built_at=row.built_at,
        provisional=row.provisional,
        stale=row.stale,
        sealed=row.sealed,
        sources={source: bool(row.coverage.get(count)) for source, count in _SOURCES.items()},
        cleaning=row.cleaning,
    )
