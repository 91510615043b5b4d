"""How many desks departments need, by the days they have had."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planning.policies.bootstrap import Drawn, draw_weeks, quantile, quantile_interval, share_interval
from planning.policies.demand_days import DemandDays
from planning.policies.need import (
    CHANGES,
    Changed,
    DepartmentNeed,
    Named,
    Sensitivity,
    ShareOfDays,
    Short,
    Target,
    WeekdayNeed,
    shares_of_days,
)
from planning.policies.presence import Demand
from planning.policies.supposed import Supposed

LEAST_DAYS = 10
"""Fewer working days than two weeks have no percentile worth an answer."""
FEW_DAYS = 20
THIN_WEEKDAY = 4
WEEKDAYS = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryNeed:
    """What the history says of the departments together, beside what it stands on."""

    mean: float
    needed: Mapping[float, int]
    interval: Mapping[float, tuple[int, int]]
    own: float
    people: float
    short: Short
    target: Target | None
    by_weekday: Sequence[WeekdayNeed]
    sensitivity: Sensitivity
    distribution: Sequence[ShareOfDays]
    notes: Sequence[str]


def need_by_history(
    history: DemandDays, supposed: Supposed, drawn: Drawn, *, desks: int, working_days_a_year: int
) -> HistoryNeed:
    """Read everything off the daily needs of the departments together."""
    demand = history.whole
    attended = demand.attended(supposed.attendance)
    needs = attended.needs
    floor = supposed.floor_people or 0
    return HistoryNeed(
        mean=float(needs.mean()),
        needed={one: max(quantile(needs, one), floor) for one in supposed.percentiles},
        interval={one: _floored(quantile_interval(needs, drawn, one), floor) for one in supposed.percentiles},
        own=float(attended.own.mean()),
        people=float(attended.people.mean()),
        short=_short(needs, drawn, desks, working_days_a_year, floor),
        target=_target(needs, supposed, working_days_a_year),
        by_weekday=_by_weekday(needs, history, supposed.percentile),
        sensitivity=_sensitivity(demand, supposed, desks, working_days_a_year),
        distribution=shares_of_days({need: n / needs.size for need, n in Counter(needs.tolist()).items()}),
        notes=_notes(needs, attended, demand, history, supposed),
    )


def draws_of(history: DemandDays, *, draws: int, seed: int) -> Drawn:
    """The history's weeks drawn again, for all its departments alike."""
    return draw_weeks(history.days, history.team_days, draws=draws, seed=seed)


def needs_of_departments(
    history: DemandDays, places: Mapping[int, Named], shown: NDArray[np.bool_], supposed: Supposed, drawn: Drawn
) -> list[DepartmentNeed]:
    """Each department by itself, by its place in the history, of the days on which it is `shown[place, day]`.

    The draws are the same for all. One with fewer than LEAST_DAYS days is left out.
    """
    listed = [place for place in places if np.count_nonzero(shown[place]) >= LEAST_DAYS]
    every = history.needs
    found = []
    for place, of_days in zip(listed, drawn.parts(shown[listed]), strict=True):
        needs, people, peaks = (part[place, shown[place]] for part in (every, history.people, history.peaks))
        found.append(
            DepartmentNeed(
                places[place],
                quantile(needs, supposed.percentile),
                quantile_interval(needs, of_days, supposed.percentile),
                float(people.mean()),
                float(peaks.mean()),
            )
        )
    return found


def _short(needs: NDArray[np.int64], drawn: Drawn, desks: int, days: int, floor: int) -> Short:
    over = needs > desks
    low, high = share_interval(over, drawn)
    people = np.maximum(needs - desks, 0)
    return Short(
        desks=desks,
        probability=float(over.mean()),
        people=float(people.mean()),
        people_when_short=float(people[over].mean()) if over.any() else 0.0,
        days_a_year=float(over.mean()) * days,
        interval=(low * days, high * days),
        when_telework_is_off=max(0, floor - desks),
    )


def _target(needs: NDArray[np.int64], supposed: Supposed, days: int) -> Target | None:
    """The fewest desks with which no more than so many days a year are short."""
    if supposed.days_short_target is None:
        return None
    allowed = int(supposed.days_short_target / days * needs.size + 1e-9)
    needed = 0 if allowed >= needs.size else int(np.sort(needs)[needs.size - 1 - allowed])
    return Target(supposed.days_short_target, max(needed, supposed.floor_people or 0))


def _by_weekday(needs: NDArray[np.int64], history: DemandDays, percentile: float) -> list[WeekdayNeed]:
    weekdays = np.array([day.weekday() for day in history.days])
    found = []
    for weekday in WEEKDAYS:
        of_weekday = needs[weekdays == weekday]
        needed = quantile(of_weekday, percentile) if of_weekday.size else None
        found.append(WeekdayNeed(weekday, int(of_weekday.size), needed))
    return found


def _sensitivity(demand: Demand, supposed: Supposed, desks: int, days: int) -> Sensitivity:
    def row(change: float, changed: Demand) -> Changed:
        needs = changed.needs
        needed = max(quantile(needs, supposed.percentile), supposed.floor_people or 0)
        return Changed(change, needed, float((needs > desks).mean()) * days)

    return Sensitivity(
        attendance=[row(change, demand.attended((1 + supposed.attendance) * (1 + change) - 1)) for change in CHANGES],
        growth=[row(change, demand.times(1 + change).attended(supposed.attendance)) for change in CHANGES],
    )


def _notes(
    needs: NDArray[np.int64], attended: Demand, demand: Demand, history: DemandDays, supposed: Supposed
) -> list[str]:
    weekdays = Counter(day.weekday() for day in history.days)
    counts = [weekdays[weekday] for weekday in WEEKDAYS]
    wanted = (1 + supposed.attendance) * demand.peaks
    notes = {
        "few_days": needs.size < FEW_DAYS,
        "thin_weekdays": any(0 < count < THIN_WEEKDAY for count in counts),
        "weekdays_missing": 0 in counts,
        "percentile_beyond_days": max(supposed.percentiles) > 1 - 1 / needs.size,
        "capped_at_roll": bool((attended.peaks < wanted - 0.5).any()),
    }
    return [note for note, holds in notes.items() if holds]


def _floored(interval: tuple[int, int], floor: int) -> tuple[int, int]:
    return max(interval[0], floor), max(interval[1], floor)
