"""Which days have facts, source by source, and which of them a question stands on where nothing is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from occupancy.models import OccupancyDay
from planning.policies.need_by_history import FEW_DAYS
from planning.selectors.history import EVIDENCE
from plans.selectors.working_days import city_calendar

USUAL_PERIOD = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class RecordedDays:
    """Working days on which a source says something, without those that are not over; None where there are none.

    From `usual_first` to `last` are eight weeks, and more where these hold few days.
    """

    source: str
    days: int
    first: date | None
    last: date | None
    usual_first: date | None


def recorded_days() -> list[RecordedDays]:
    """The days of each source."""
    calendar = city_calendar()
    rows = OccupancyDay.objects.filter(provisional=False).order_by("day").values_list("day", "coverage")
    known = [(day, coverage) for day, coverage in rows if calendar.is_working_day(day)]
    return [_of(source, [day for day, says in known if says.get(EVIDENCE[source], 1)]) for source in EVIDENCE]


def _of(source: str, days: Sequence[date]) -> RecordedDays:
    if not days:
        return RecordedDays(source, 0, None, None, None)
    eight_weeks = days[-1] - USUAL_PERIOD + timedelta(days=1)
    return RecordedDays(source, len(days), days[0], days[-1], min(eight_weeks, days[-FEW_DAYS:][0]))
