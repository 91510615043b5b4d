"""The forecast of floors, worked out once for a state of the facts and a day."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from bookings.models import Booking
from bookings.policies.states import LIVE
from core import clock
from core.revision import KeptByRevision, Slow, revisions
from occupancy.selectors.versions import facts_version
from planning.policies.forecast import DAYS_AHEAD, LEAST_DAYS, HeldBack, expected, held_back, naive
from planning.selectors.floor_history import floor_history, people_of_floors
from planning.selectors.known_away import known_away
from plans.selectors.working_days import city_calendar
from spaces.models import DeskMode
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors.floors import floor_plan, floor_plans


@dataclass(frozen=True, slots=True)
class FloorExpected:
    """People at once at the day's peak; four days of five lie between `low` and `high`. `naive` is last week's."""

    floor_id: int
    code: str
    name: str
    building_id: int
    expected: int
    low: int
    high: int
    in_service: int
    naive: int | None
    booked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The coming days with their floors, the top one first; empty where `why_not` says why.

    `stands_on` is what it was worked out from: the facts, the day, places, people and the calendar.
    """

    source: str | None
    history_days: tuple[date, ...]
    days: tuple[tuple[date, tuple[FloorExpected, ...]], ...]
    error: HeldBack | None
    why_not: str | None
    facts_version: int
    stands_on: tuple[Hashable, ...]


_kept: KeptByRevision[str, Forecast] = KeptByRevision(most=1)


def forecast() -> Forecast:
    """The forecast of all buildings; what was worked out today from the same facts, places and people is kept."""
    version, slow = facts_version(), revisions()
    key = (version, clock.today(), slow[Slow.PLACES], slow[Slow.PEOPLE], slow[Slow.CALENDAR])
    return _kept.get("all", key, lambda: _worked_out(version, key))


def _worked_out(version: int, key: tuple[Hashable, ...]) -> Forecast:
    today = clock.today()
    plans = floor_plans(today)
    of = people_of_floors(plans, today)
    source, history = floor_history(plans, today, of)
    past = tuple(history.days)
    if len(past) < LEAST_DAYS or not plans:
        why_not = "too_few_days" if past else "no_facts"
        return Forecast(
            source=source, history_days=past, days=(), error=None, why_not=why_not, facts_version=version, stands_on=key
        )
    coming = city_calendar().working_days_from(today + timedelta(days=1), DAYS_AHEAD)
    # What was known of the first day is asked up to a forecast's whole length before it.
    away = known_away(of.floor_of_department, of.floors, past[0], coming[-1])
    error = held_back(history, of.people, away)
    team = of.team_shares(coming)
    booked = _booked(coming)
    days = []
    for number, day in enumerate(coming):
        people = expected(
            history, of.people, away, day, as_of=today + timedelta(days=1), team=team[:, number], weight=error.weight
        )
        same = naive(history, day)
        floors = [
            FloorExpected(
                floor_id=plan.floor.id,
                code=plan.floor.code,
                name=plan.floor.name,
                building_id=plan.building.id,
                expected=round(float(people[place])),
                low=max(0, int(np.floor(round(float(people[place] * (1 + error.low[place])), 6)))),
                high=int(np.ceil(round(float(people[place] * (1 + error.high[place])), 6))),
                in_service=_in_service(floor_plan(plan.floor.id, day)),
                naive=None if same is None else round(float(same[place])),
                booked=booked.get((day, plan.floor.id), 0),
            )
            for place, plan in enumerate(plans)
        ]
        days.append((day, tuple(floors)))
    return Forecast(
        source=source,
        history_days=past,
        days=tuple(days),
        error=error,
        why_not=None,
        facts_version=version,
        stands_on=key,
    )


def _in_service(plan: FloorPlan | None) -> int:
    return 0 if plan is None else sum(desk.mode != DeskMode.UNAVAILABLE for desk in plan.desks)


def _booked(days: list[date]) -> dict[tuple[date, int], int]:
    """People with a desk booked by now, by day and floor."""
    rows = Booking.objects.filter(day__in=days, state__in=LIVE).values_list("day", "floor_id", "person_id").distinct()
    counts: dict[tuple[date, int], int] = {}
    for day, floor, _ in rows:
        counts[day, floor] = counts.get((day, floor), 0) + 1
    return counts
