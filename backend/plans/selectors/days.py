"""The picture of half-days: where people are expected, by the ledger, by their usual week, or by presumption.

The one place that decides it: what telework counts and what every screen and report shows follow from here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from core import clock
from core.interval import Interval
from core.prepared import prepared_cursor
from core.revision import Slow
from plans.policies import Stretch
from plans.policies.half_days import HalfDays
from plans.policies.picture import (
    DayHalves,
    Half,
    UsualWeek,
    counts_on_site,
    half_expected,
    half_held,
    week_in_force,
)
from plans.policies.shifts import SHIFTS, USUAL_SHIFT, half_hours
from plans.selectors.halves import half_days
from plans.selectors.ledger import stretches
from plans.selectors.working_days import city_calendar

Ledger = Mapping[int, Mapping[date, Sequence[Stretch]]]


def halves_of(
    person_ids: Iterable[int], first: date, last: date, slow: Mapping[Slow, int]
) -> dict[int, dict[date, DayHalves]]:
    """The halves of every day from `first` to `last`, both included, of every person; two queries for any number."""
    ids = list(person_ids)
    return halves_with(stretches(ids, first, last), ids, first, last, slow)


def halves_with(
    ledger: Ledger, person_ids: Sequence[int], first: date, last: date, slow: Mapping[Slow, int]
) -> dict[int, dict[date, DayHalves]]:
    """`halves_of` for a caller who has read the ledger already; one query."""
    halves, calendar = half_days(slow), city_calendar(slow[Slow.CALENDAR])
    days = [
        _Day(day, calendar.is_working_day(day), halves)
        for day in (first + timedelta(days=number) for number in range((last - first).days + 1))
    ]
    weeks, shifts = usual_weeks(person_ids, first, last)
    return {
        person_id: {
            one.day: one.of(ledger.get(person_id, {}).get(one.day, ()), weeks.get(person_id, ()), shifts, person_id)
            for one in days
        }
        for person_id in person_ids
    }


def on_site(person_ids: Iterable[int], day: date, slow: Mapping[Slow, int]) -> dict[str, int]:
    """How many of the people are not known to be elsewhere on `day`: `{"am": n, "pm": n}`."""
    found = [days[day] for days in halves_of(person_ids, day, day, slow).values()]
    return {
        "am": sum(counts_on_site(one.am) for one in found),
        "pm": sum(counts_on_site(one.pm) for one in found),
    }


def usual_weeks(
    person_ids: Iterable[int], first: date, last: date
) -> tuple[dict[int, list[UsualWeek]], dict[tuple[int, date], str]]:
    """The weekly patterns that begin by `last`, by person in order of their first day; and the days' own shifts.

    Those are of the days from `first` to `last`, by person and day. One query for both.
    """
    with prepared_cursor() as cursor:
        cursor.execute(_WEEKS_AND_SHIFTS, {"people": list(person_ids), "first": first, "last": last})
        rows = cursor.fetchall()
    weeks: dict[int, list[UsualWeek]] = {}
    shifts: dict[tuple[int, date], str] = {}
    for person_id, day, am, pm, of_week, of_day in rows:
        if of_day is not None:
            shifts[person_id, day] = of_day
        else:
            weeks.setdefault(person_id, []).append(UsualWeek(day, am, pm, of_week))
    return weeks, shifts


_WEEKS_AND_SHIFTS = """
SELECT person_id, active_from, am, pm, shifts, NULL
  FROM plans_weeklypattern WHERE person_id = ANY(%(people)s) AND active_from <= %(last)s
UNION ALL
SELECT person_id, day, NULL, NULL, NULL, shift
  FROM plans_dayshift WHERE person_id = ANY(%(people)s) AND day BETWEEN %(first)s AND %(last)s
 ORDER BY 1, 2
"""


@dataclass
class _Day:
    """One day, and what is the same of it for everybody."""

    day: date
    works: bool
    halves: HalfDays
    expected: dict[tuple[str, str, str], DayHalves] = field(default_factory=dict)

    @cached_property
    def am(self) -> Interval:
        return Interval(clock.at(self.day, self.halves.am_starts_at), clock.at(self.day, self.halves.am_ends_at))

    @cached_property
    def pm(self) -> Interval:
        return Interval(clock.at(self.day, self.halves.pm_starts_at), clock.at(self.day, self.halves.pm_ends_at))

    def of(
        self,
        held: Sequence[Stretch],
        weeks: Sequence[UsualWeek],
        shifts: Mapping[tuple[int, date], str],
        person_id: int,
    ) -> DayHalves:
        week, weekday = week_in_force(weeks, self.day), self.day.weekday()
        shift = shifts.get((person_id, self.day)) or (week.shifts[weekday] if week else "")
        usual = self._usual(
            week.am[weekday] if week else "",
            week.pm[weekday] if week else "",
            shift if shift in SHIFTS else USUAL_SHIFT,
        )
        if not held:
            return usual
        return DayHalves(half_held(held, self.am) or usual.am, half_held(held, self.pm) or usual.pm, usual.shift)

    def _usual(self, am: str, pm: str, shift: str) -> DayHalves:
        known = self.expected.get((am, pm, shift))
        if known is None:
            known = self.expected[am, pm, shift] = DayHalves(*self._expected(am, pm, shift), shift)
        return known

    def _expected(self, am: str, pm: str, shift: str) -> tuple[Half | None, Half | None]:
        if not self.works:
            return None, None
        morning, afternoon = half_hours(self.day, shift, self.halves, clock.city_zone())
        return half_expected(am, morning), half_expected(pm, afternoon)
