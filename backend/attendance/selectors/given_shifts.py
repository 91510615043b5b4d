"""The shift classes that days were given beside the usual week."""

from collections.abc import Sequence
from datetime import date, timedelta

from attendance.policies.copying import CopiedShift, shift_outcome
from plans.policies.picture import UsualWeek, week_in_force
from plans.policies.shifts import shift_of
from plans.selectors.days import usual_weeks


def shifts_to_copy(person_id: int, from_monday: date, days: Sequence[date]) -> list[CopiedShift]:
    """The shift classes that the days of a week were given, and what becomes of each on `days`, Monday first.

    One query. A day that has the same already is left out.
    """
    away = days[0] - from_monday
    weeks, given = usual_weeks([person_id], min(from_monday, days[0]), max(from_monday, days[0]) + timedelta(days=6))
    found = []
    for day in days:
        wanted, own = given.get((person_id, day - away)), given.get((person_id, day))
        usual = _usual(weeks.get(person_id, ()), day)
        outcome = shift_outcome(wanted=wanted, own=own, has=own or usual, usual=usual)
        if wanted is not None and outcome is not None:
            found.append(CopiedShift(day, wanted, outcome))
    return found


def _usual(weeks: Sequence[UsualWeek], day: date) -> str:
    week = week_in_force(weeks, day)
    return shift_of(week.shifts[day.weekday()] if week else "").code
