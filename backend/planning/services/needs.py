"""Working out how many desks are needed, by whichever basis is supposed."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

from core.refused import Refused
from occupancy.selectors.versions import facts_version
from planning.policies.demand_days import DemandDays, demand_days, joined
from planning.policies.need import Basis, Coverage, Named, Need, WeekdayCount, key_of, ratios
from planning.policies.need_by_history import (
    LEAST_DAYS,
    draws_of,
    need_by_history,
    needs_of_departments,
)
from planning.policies.need_by_rates import need_by_rates
from planning.policies.refusals import PlanningRefusal
from planning.policies.supposed import FromHistory, FromRates, Supposed
from planning.selectors.calendar import working_days_this_year
from planning.selectors.desks import desks_in_service_today, ever_booked_out
from planning.selectors.history import FactsRead, facts_of_departments


def desks_needed(supposed: Supposed) -> Need:
    """Answer the question. Writes nothing.

    Raises Refused: NO_FACTS, TOO_FEW_DAYS, and DEPARTMENT_WITHHELD where a department that is named may not be shown on
    any of the days.
    """
    desks = desks_in_service_today() if supposed.desks is None else supposed.desks
    desks_source = "building" if supposed.desks is None else "stated"
    year = supposed.working_days_a_year or working_days_this_year()
    if isinstance(supposed.basis, FromRates):
        return need_by_rates(supposed, supposed.basis, desks=desks, desks_source=desks_source, working_days_a_year=year)
    return _by_history(supposed, supposed.basis, desks, desks_source, year)


def _by_history(supposed: Supposed, basis: FromHistory, desks: int, desks_source: str, year: int) -> Need:
    version = facts_version()
    facts = facts_of_departments(
        supposed.departments,
        supposed.named_departments,
        basis.first,
        basis.last,
        basis.source,
        take=partial(demand_days, supposed=supposed),
    )
    _refuse_thin(facts)
    history = joined(facts.parts)
    drawn = draws_of(history, draws=basis.draws, seed=basis.seed)
    found = need_by_history(history, supposed, drawn, desks=desks, working_days_a_year=year)
    named = {place: facts.departments[place] for place in facts.sections}
    departments = needs_of_departments(
        history,
        {place: Named(one.id, one.code, one.name) for place, one in named.items()},
        facts.shown,
        supposed,
        drawn,
    )
    withheld = facts.sections_withheld + len(named) - len(departments)
    ratio, inverse = ratios(found.people, found.needed[supposed.percentile])
    return Need(
        method="bootstrap",
        percentile=supposed.percentile,
        mean=found.mean,
        needed={key_of(one): needed for one, needed in found.needed.items()},
        interval={key_of(one): interval for one, interval in found.interval.items()},
        desks=desks,
        cannot_share=found.own,
        on_roll=found.people,
        sharing_ratio=ratio,
        inverse=inverse,
        short=found.short,
        target=found.target,
        by_weekday=found.by_weekday,
        by_department=departments,
        sensitivity=found.sensitivity,
        distribution=found.distribution,
        basis=Basis(
            people=found.people,
            on_roll=float(history.on_roll.mean()),
            attendance_rate=history.attendance_rate(supposed.attendance),
            working_days_a_year=year,
            desks_source=desks_source,
            source=basis.source,
            first=basis.first,
            last=basis.last,
            days=len(history.days),
            weekdays=_weekdays(history.days),
            missing_days=facts.missing_days,
            days_without_source=facts.days_without_source,
            days_withheld=facts.days_withheld,
            withheld=withheld,
            coverage=Coverage(len(history.days) / facts.working_days, "days", len(history.days), facts.working_days),
            draws=basis.draws,
            facts_version=version,
            notes=[*found.notes, *_notes(facts, basis, history.days, withheld)],
        ),
    )


def _refuse_thin(facts: FactsRead[DemandDays]) -> None:
    if facts.withheld and not facts.days:
        names = "、".join(one.name for one in facts.withheld[:5])
        raise Refused(PlanningRefusal.DEPARTMENT_WITHHELD, {"reason": names})
    if not facts.days:
        raise Refused(PlanningRefusal.NO_FACTS)
    if facts.days < LEAST_DAYS:
        raise Refused(PlanningRefusal.TOO_FEW_DAYS, {"days": facts.days, "least": LEAST_DAYS})


def _weekdays(days: Sequence[date]) -> list[WeekdayCount]:
    counts = Counter(day.weekday() for day in days)
    return [WeekdayCount(weekday, counts[weekday]) for weekday in sorted(counts)]


def _notes(facts: FactsRead[DemandDays], basis: FromHistory, days: Sequence[date], withheld: int) -> list[str]:
    notes = {
        "days_missing": facts.missing_days > 0,
        "days_withheld": facts.days_withheld > 0,
        "days_without_source": facts.days_without_source > 0,
        "demand_cut_off": basis.source != "gate" and ever_booked_out(days),
        "some_departments_withheld": withheld > 0,
    }
    return [note for note, holds in notes.items() if holds]
