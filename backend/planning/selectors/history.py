"""The days of the past that a question about desks stands on, read some at a time so that years fit into memory."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

import numpy as np
from django.db.models import Exists, OuterRef, Q
from numpy.typing import NDArray

from occupancy.models import DepartmentDay, OccupancyDay
from people.models import Department
from planning.policies.presence import PresenceHistory, fixed_presence
from planning.selectors.calendar import working_days
from planning.selectors.department_days import DaysRead, DepartmentDays

EVIDENCE = {"gate": "gate_passages", "check_in": "confirmed_minutes", "booking": "booked_minutes"}
"""What a day's coverage counts of a source; a day with none of it says nothing by that source."""
SECTION = Department.Kind.SECTION.value
DAYS_AT_ONCE = 60

Taken = TypeVar("Taken")


@dataclass(frozen=True, slots=True)
class DepartmentRead:
    """A department as it stands today; `lineage` are ids from the root down to it."""

    id: int
    code: str
    name: str
    kind: str
    lineage: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactsRead(Generic[Taken]):
    """What was taken from the days that can be used, in order, and why the others cannot.

    Places are those in `departments`. `sections` are the places of sections that may be shown on some day, and
    `shown[place, day]` on which of the `days`.
    """

    parts: Sequence[Taken]
    days: int
    departments: Sequence[DepartmentRead]
    sections: Sequence[int]
    shown: NDArray[np.bool_]
    working_days: int
    missing_days: int
    days_without_source: int
    days_withheld: int
    sections_withheld: int
    withheld: Sequence[DepartmentRead]


def facts_of_departments(
    wanted: Collection[int] | None,
    named: Collection[int],
    first: date,
    last: date,
    source: str,
    *,
    take: Callable[[PresenceHistory, NDArray[np.bool_]], Taken],
) -> FactsRead[Taken]:
    """Read the facts of the wanted departments (None: everybody) and of everything below them.

    `take` is given some days at a time, with `counts[place, day]`: which departments make up the wanted ones on a day,
    each person once. Only what it returns is kept. A day counts when its facts stand (not those of a day that is not
    over), the source says something of it, and every department that is `named` (the wanted ones among them) may be
    shown; `withheld` are those that may not be on any.
    """
    departments = _departments(wanted, named, first, last)
    asked = working_days(first, last)
    cores, silent = _usable(asked, source)
    sections = np.array([number for number, one in enumerate(departments) if one.kind == SECTION], dtype=np.intp)
    must = np.array([number for number, one in enumerate(departments) if one.id in set(named)], dtype=np.intp)
    whole = np.array([wanted is None or one.id in wanted for one in departments], dtype=bool)
    read = DepartmentDays(
        [one.id for one in departments],
        [departments[number].id for number in sections],
        wanted=wanted,
        source=source,
        window=(min((core[0] for core in cores.values()), default=0), max((c[1] for c in cores.values()), default=1)),
    )
    parts: list[Taken] = []
    shown = [np.zeros((len(departments), 0), dtype=bool)]
    known, told = (np.zeros(len(departments), dtype=bool) for _ in range(2))
    missing, withheld = len(asked) - len(cores) - silent, 0
    days = list(cores)
    for start in range(0, len(days), DAYS_AT_ONCE):
        some = days[start : start + DAYS_AT_ONCE]
        facts = read.read({day: cores[day] for day in some})
        there = facts.there.any(axis=0) & facts.there[must].all(axis=0)
        may = facts.published[must].all(axis=0)
        kept = np.flatnonzero(there & may)
        known |= facts.there.any(axis=1)
        told |= facts.published.any(axis=1)
        missing += int((~there).sum())
        withheld += int((there & ~may).sum())
        if kept.size:
            shown.append(facts.published[:, kept])
            history = _history(facts, [some[number] for number in kept], kept, departments, sections)
            parts.append(take(history, facts.top[:, kept] & whole[:, None]))
    may_show = np.concatenate(shown, axis=1)
    listed = [int(number) for number in sections if may_show[number].any()]
    return FactsRead(
        parts=parts,
        days=may_show.shape[1],
        departments=departments,
        sections=listed,
        shown=may_show,
        working_days=len(asked),
        missing_days=missing,
        days_without_source=silent,
        days_withheld=withheld,
        sections_withheld=int(known[sections].sum()) - len(listed),
        withheld=[departments[number] for number in must if not told[number]],
    )


def _departments(
    wanted: Collection[int] | None, named: Collection[int], first: date, last: date
) -> list[DepartmentRead]:
    """Those that have facts in the period, and all that are named."""
    facts = DepartmentDay.objects.filter(department=OuterRef("pk"), day__range=(first, last))
    rows = Department.objects.filter(Exists(facts) | Q(pk__in=list(named))).order_by("code")
    if wanted is not None:
        rows = rows.filter(Q(lineage__overlap=list(wanted)) | Q(pk__in=list(named)))
    return [
        DepartmentRead(pk, code, name, kind, tuple(lineage or (pk,)))
        for pk, code, name, kind, lineage in rows.values_list("pk", "code", "name", "kind", "lineage")
    ]


def _usable(asked: Sequence[date], source: str) -> tuple[Mapping[date, tuple[int, int]], int]:
    """The core window of each day that can be used, in order of days; and how many days are silent."""
    if not asked:
        return {}, 0
    rows = OccupancyDay.objects.filter(day__range=(asked[0], asked[-1]), day__in=asked, provisional=False)
    found, silent = {}, 0
    for day, first, end, coverage in rows.order_by("day").values_list("day", "core_first", "core_end", "coverage"):
        if coverage.get(EVIDENCE[source], 1):
            found[day] = (first, end)
        else:
            silent += 1
    return found, silent


def _history(
    facts: DaysRead,
    days: Sequence[date],
    kept: NDArray[np.intp],
    departments: Sequence[DepartmentRead],
    sections: NDArray[np.intp],
) -> PresenceHistory:
    """The days that are kept. A team day is one on which at least half the people's sections have one."""
    on_roll, shown = facts.on_roll[:, kept], facts.published[:, kept]
    team = 2 * (on_roll * facts.team[:, kept])[sections].sum(axis=0) >= np.maximum(on_roll[sections].sum(axis=0), 1)
    history = PresenceHistory(
        days=days,
        team_days=team.tolist(),
        lineages=[one.lineage for one in departments],
        present=facts.present[:, kept],
        present_fixed=facts.present_fixed[:, kept],
        on_roll=on_roll,
        fixed=facts.fixed[:, kept],
    )
    return replace(history, present_fixed=fixed_presence(history, sections.tolist(), shown))
