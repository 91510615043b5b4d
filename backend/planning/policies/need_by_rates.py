"""How many desks people need who come at stated rates."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.later import Later
from planning.policies.need import (
    CHANGES,
    Basis,
    Changed,
    Need,
    Sensitivity,
    Short,
    Target,
    key_of,
    ratios,
    shares_of_days,
)
from planning.policies.poisson_binomial import Distribution, Group, poisson_binomial
from planning.policies.score_interval import score_interval
from planning.policies.supposed import FromRates, Supposed

if TYPE_CHECKING:
    from planning.policies import correlated
else:
    correlated = Later("planning.policies.correlated")

_ROUNDING = 1e-9
LEAST_SHOWN = 1e-6
"""A number of people that is there on a smaller share of days is left out of the picture."""


def need_by_rates(
    supposed: Supposed, rates: FromRates, *, desks: int, desks_source: str, working_days_a_year: int
) -> Need:
    """The answer by stated rates: exact without correlation, else simulated with the sample's own interval."""
    people = _distribution(supposed, rates)
    exact = rates.correlation == 0
    floor = supposed.floor_people or 0
    needed = {one: max(people.quantile(one), floor) for one in supposed.percentiles}
    interval = (
        None
        if exact
        else {
            key_of(one): _floored(correlated.quantile_interval(people, one, rates.draws), floor)
            for one in supposed.percentiles
        }
    )
    on_roll = sum(group.people for group in groups_under(supposed, rates))
    ratio, inverse = ratios(on_roll, needed[supposed.percentile])
    return Need(
        method="poisson_binomial" if exact else "simulation",
        percentile=supposed.percentile,
        mean=people.mean,
        needed={key_of(one): desks_needed for one, desks_needed in needed.items()},
        interval=interval,
        desks=desks,
        cannot_share=0.0,
        on_roll=float(on_roll),
        sharing_ratio=ratio,
        inverse=inverse,
        short=_short(people, desks, working_days_a_year, supposed, None if exact else rates.draws),
        target=_target(people, supposed, working_days_a_year),
        sensitivity=_sensitivity(supposed, rates, people, desks, working_days_a_year),
        distribution=shares_of_days(
            {people.first + number: float(share) for number, share in enumerate(people.chances) if share >= LEAST_SHOWN}
        ),
        basis=Basis(
            people=float(on_roll),
            on_roll=float(sum(group.people for group in rates.groups)),
            attendance_rate=people.mean / on_roll if on_roll else None,
            working_days_a_year=working_days_a_year,
            desks_source=desks_source,
            draws=0 if exact else rates.draws,
        ),
    )


def _distribution(
    supposed: Supposed, rates: FromRates, *, growth: float = 0.0, attendance: float = 0.0
) -> Distribution:
    return distribution_of(groups_under(supposed, rates, growth=growth, attendance=attendance), rates)


def distribution_of(groups: Sequence[Group], rates: FromRates) -> Distribution:
    """How many of the groups are there: exact without correlation, else simulated."""
    if rates.correlation == 0:
        return poisson_binomial(groups)
    return correlated.simulated(groups, correlation=rates.correlation, draws=rates.draws, seed=rates.seed)


def groups_under(
    supposed: Supposed, rates: FromRates, *, growth: float = 0.0, attendance: float = 0.0
) -> Sequence[Group]:
    """The groups under the supposition and a further change; nobody comes more often than always.

    Growth is rounded up once for all, and not for each group: those who come most often come first, and each group gets
    what the people up to it grow by, rounded up. So more growth never means fewer people who come often.
    """
    grown, attended = (1 + supposed.growth) * (1 + growth), (1 + supposed.attendance) * (1 + attendance)
    of_rate: dict[float, int] = {}
    for one in rates.groups:
        of_rate[one.rate] = of_rate.get(one.rate, 0) + one.people
    found, people, before = [], 0, 0
    for rate in sorted(of_rate, reverse=True):
        people += of_rate[rate]
        upto = math.ceil(people * grown - _ROUNDING)
        if upto > before:
            found.append(Group(upto - before, min(1.0, rate * attended)))
        before = upto
    return found


def _short(people: Distribution, desks: int, days: int, supposed: Supposed, draws: int | None) -> Short:
    probability, expected = people.beyond(desks), people.short(desks)
    low, high = (0.0, 0.0) if draws is None else score_interval(probability, draws)
    return Short(
        desks=desks,
        probability=probability,
        people=expected,
        people_when_short=expected / probability if probability else 0.0,
        days_a_year=probability * days,
        interval=None if draws is None else (low * days, high * days),
        when_telework_is_off=max(0, (supposed.floor_people or 0) - desks),
    )


def _target(people: Distribution, supposed: Supposed, days: int) -> Target | None:
    if supposed.days_short_target is None:
        return None
    share = 1 - supposed.days_short_target / days
    needed = people.quantile(share) if share > 0 else 0
    return Target(supposed.days_short_target, max(needed, supposed.floor_people or 0))


def _sensitivity(supposed: Supposed, rates: FromRates, unchanged: Distribution, desks: int, days: int) -> Sensitivity:
    def row(change: float, **changed: float) -> Changed:
        people = _distribution(supposed, rates, **changed) if change else unchanged
        needed = max(people.quantile(supposed.percentile), supposed.floor_people or 0)
        return Changed(change, needed, people.beyond(desks) * days)

    return Sensitivity(
        attendance=[row(change, attendance=change) for change in CHANGES],
        growth=[row(change, growth=change) for change in CHANGES],
    )


def _floored(interval: tuple[int, int], floor: int) -> tuple[int, int]:
    return max(interval[0], floor), max(interval[1], floor)
