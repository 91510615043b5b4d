"""Who was there at once in the past, department by department, and what that would be under a supposition."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planning.policies.supposed import Supposed

People = NDArray[np.floating[Any]]
_ROUNDING = 1e-3
"""Sums of 32-bit numbers: so little more than a whole desk is no further desk."""


@dataclass(frozen=True, slots=True, eq=False)
class PresenceHistory:
    """What the facts say of departments (first axis), days and slots of the core window.

    `present[department, day, slot]` are people there, `present_fixed` those among them with a desk of their own;
    `on_roll[department, day]` and `fixed` all people, and all of them with a desk of their own. A department's figures
    include those of everything below it; `lineages` are ids from the root down to it.
    """

    days: Sequence[date]
    team_days: Sequence[bool]
    lineages: Sequence[tuple[int, ...]]
    present: NDArray[np.float32]
    present_fixed: NDArray[np.float32]
    on_roll: NDArray[np.float32]
    fixed: NDArray[np.float32]

    @property
    def place(self) -> dict[int, int]:
        """The first axis by id of the department."""
        return {lineage[-1]: number for number, lineage in enumerate(self.lineages)}


LEAST_COUNTED = 5
"""Fewer people are not counted apart (docs/decisions/0058)."""


def fixed_presence(history: PresenceHistory, sections: Sequence[int], shown: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Who of those with a desk of their own were there, so that nothing is told of fewer than five people.

    A section that may be shown (`shown[place, day]`) and has five or more of them is counted. Everybody else with a
    desk of their own is taken to come like the colleagues: otherwise two answers about the same people, with and
    without their desks, would say when the one person came who has one.
    """
    place = history.place
    counted = (history.fixed >= LEAST_COUNTED) & shown
    fixed_there, present = np.zeros_like(history.present), np.zeros_like(history.present)
    fixed, on_roll = np.zeros_like(history.fixed), np.zeros_like(history.on_roll)
    for section in (one for one in sections if counted[one].any()):
        days = counted[section].astype(np.float32)
        for number in (place[one] for one in history.lineages[section] if one in place):
            fixed_there[number] += history.present_fixed[section] * days[:, None]
            present[number] += history.present[section] * days[:, None]
            fixed[number] += history.fixed[section] * days
            on_roll[number] += history.on_roll[section] * days
    others = history.on_roll - on_roll
    rate = np.divide(history.fixed - fixed, others, out=np.zeros_like(others), where=others > 0).clip(0, 1)
    found: NDArray[np.float32] = fixed_there + np.maximum(history.present - present, 0) * rate[..., None]
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Demand:
    """People who can share a desk, by slot; and desks that are somebody's own, each day; and all people."""

    sharing: People
    own: People
    people: People

    def times(self, factor: float) -> "Demand":
        """The same with so many times the people."""
        return Demand(*(factor * part for part in (self.sharing, self.own, self.people)))

    def attended(self, change: float) -> "Demand":
        """The same with people coming so much more or less often, as a fraction; never more than there are."""
        sharing = self.sharing * (1 + change)
        if change > 0:
            sharing = np.minimum(sharing, np.maximum(self.sharing, (self.people - self.own)[..., None]))
        return Demand(sharing, self.own, self.people)

    @property
    def needs(self) -> NDArray[np.int64]:
        """Desks needed on each day: as many as people share one at once at the day's peak, and everybody's own."""
        return whole_desks(self.peaks + self.own)

    @property
    def peaks(self) -> People:
        """People who share a desk, at the day's peak."""
        found: People = self.sharing.max(axis=-1)
        return found


def whole_desks(people: People) -> NDArray[np.int64]:
    """So many desks as people need."""
    found: NDArray[np.int64] = np.ceil(people - _ROUNDING).astype(np.int64)
    return found


@dataclass(frozen=True, slots=True)
class _Terms:
    """Under which terms a department stands: growth, and the share of its people with a desk of their own, by day."""

    growth: float
    own_share: NDArray[np.float32] | None


def demand_of_each(history: PresenceHistory, supposed: Supposed) -> Demand:
    """The demand of every department of the history (first axis) under the supposition's growth and own desks.

    What is supposed of a department holds for all below it, and changes all above it by as much.
    """
    place = history.place
    terms = [_Terms(supposed.growth, None)] * len(history.lineages)
    named = {*supposed.growth_of, *(supposed.own_desks or {})} & set(place)
    below: dict[int, list[int]] = {department: [] for department in named}
    for number, lineage in enumerate(history.lineages):
        for department in named.intersection(lineage):
            below[department].append(number)
    for department in sorted(named, key=lambda one: len(history.lineages[place[one]])):
        new = _terms_of(department, history, supposed, terms[place[department]])
        for number in below[department]:
            terms[number] = new
    each = _under(history, terms)
    for department in named:
        _carry_upwards(department, history, terms, each, supposed, named)
    return each


def _terms_of(department: int, history: PresenceHistory, supposed: Supposed, above: _Terms) -> _Terms:
    growth = supposed.growth_of.get(department, above.growth)
    own = (supposed.own_desks or {}).get(department)
    if own is None:
        return _Terms(growth, above.own_share)
    roll = history.on_roll[history.place[department]]
    return _Terms(growth, np.minimum(1, np.divide(own, roll, out=np.zeros_like(roll), where=roll > 0)))


def _under(history: PresenceHistory, terms: Sequence[_Terms]) -> Demand:
    """Every department as if all below it stood under its own terms."""
    factor = np.array([1 + one.growth for one in terms], dtype=np.float32)
    sharing = (history.present - history.present_fixed) * factor[:, None, None]
    own = history.fixed * factor[:, None]
    for number, one in enumerate(terms):
        if one.own_share is not None:
            sharing[number] = history.present[number] * ((1 - one.own_share) * factor[number])[:, None]
            own[number] = history.on_roll[number] * one.own_share * factor[number]
    return Demand(sharing, own, history.on_roll * factor[:, None])


def _carry_upwards(
    department: int,
    history: PresenceHistory,
    terms: Sequence[_Terms],
    each: Demand,
    supposed: Supposed,
    named: set[int],
) -> None:
    """Add to all above a named department what its own terms make different from those of the next one named above."""
    place = history.place
    number = place[department]
    above = [place[one] for one in history.lineages[number][:-1] if one in place]
    if not above:
        return
    alone = PresenceHistory(
        history.days,
        history.team_days,
        [history.lineages[number]],
        *(
            part[number : number + 1]
            for part in (history.present, history.present_fixed, history.on_roll, history.fixed)
        ),
    )
    general = _Terms(supposed.growth, None)
    over = [place[one] for one in history.lineages[number][:-1] if one in named]
    now, before = _under(alone, [terms[number]]), _under(alone, [terms[over[-1]] if over else general])
    for higher in above:
        each.sharing[higher] += now.sharing[0] - before.sharing[0]
        each.own[higher] += now.own[0] - before.own[0]
        each.people[higher] += now.people[0] - before.people[0]


def together(each: Demand, counts: NDArray[np.bool_]) -> Demand:
    """The demand of several departments at once; `counts[place, day]` says which make it up on a day."""
    return Demand(*(summed(part, counts) for part in (each.sharing, each.own, each.people)))


def summed(people: People, counts: NDArray[np.bool_]) -> NDArray[np.float64]:
    """People of the departments (first axis) that count on a day, by day and what follows it.

    Added as 64-bit numbers: at the size of a city hundreds of 32-bit sums would come to a desk too many.
    """
    chosen = np.flatnonzero(counts.any(axis=1))
    found: NDArray[np.float64] = np.einsum("pd,pd...->d...", counts[chosen].astype(np.float64), people[chosen])
    return found
