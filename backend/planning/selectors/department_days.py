"""Facts of departments on some days, as arrays: a day of a city is 700 rows of slots."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from occupancy.selectors.columns import Groups, day, groups_of, number, slots
from planning.policies.presence import LEAST_COUNTED

PREFIX = {"gate": "gate", "check_in": "checked_in", "booking": "booked"}
"""How the columns of a source begin."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DaysRead:
    """Facts by department (its place in the list that was asked) and day.

    `there` is where facts are at all; a department is at the `top` on a day when it lies below none of the wanted ones
    (below none at all where everybody is). `present_fixed` is read where it may be counted apart, else 0.
    """

    there: NDArray[np.bool_]
    published: NDArray[np.bool_]
    team: NDArray[np.bool_]
    top: NDArray[np.bool_]
    on_roll: NDArray[np.float32]
    fixed: NDArray[np.float32]
    present: NDArray[np.float32]
    present_fixed: NDArray[np.float32]


class DepartmentDays:
    """Reads days of some departments by one source, in the slots of `[first, end)`.

    Presence outside of a day's core window is 0. Of the `sections` those with a desk of their own may be counted apart.
    """

    def __init__(
        self,
        departments: Sequence[int],
        sections: Collection[int],
        *,
        wanted: Collection[int] | None,
        source: str,
        window: tuple[int, int],
    ) -> None:
        self._ids = np.array(departments, dtype=np.int64)
        self._in_order = np.argsort(self._ids)
        self._given = {
            "departments": list(departments),
            "sections": list(sections),
            "wanted": None if wanted is None else list(wanted),
            "least": LEAST_COUNTED,
        }
        self._top = _HAS_NONE_ABOVE if wanted is None else _BELOW_NO_WANTED
        self._prefix = PREFIX[source]
        self._window = window

    def read(self, cores: Mapping[date, tuple[int, int]]) -> DaysRead:
        """The facts of those days, each with its core window (first slot, the one after the last)."""
        first, end = self._window
        rows = groups_of(
            {},
            {
                "department": number("department_id"),
                "day": day("day"),
                "published": number("published::int"),
                "team": number("team_day::int"),
                "top": number(self._top),
                "on_roll": number("on_roll"),
                "fixed": number("fixed"),
                "present": slots(f"{self._prefix}_present", first, end),
            },
            f"{_FROM} GROUP BY day",
            {**self._given, "days": list(cores)},
        )
        at = self._places(rows, cores)
        by_day = (self._ids.size, len(cores))
        there = np.zeros(by_day, dtype=bool)
        there[at] = True
        published, team, top = (_flags(rows, name, at, by_day) for name in ("published", "team", "top"))
        on_roll, fixed = (_counts(rows, name, at, by_day) for name in ("on_roll", "fixed"))
        present, present_fixed = (np.zeros((*by_day, end - first), dtype=np.float32) for _ in range(2))
        in_core = _in_core(cores, first, end)
        present[at] = rows.lists["present"] * in_core[at[1]]
        if (published & (fixed >= LEAST_COUNTED)).any():
            self._read_fixed(present_fixed, cores, in_core)
        return DaysRead(
            there=there,
            published=published,
            team=team,
            top=top,
            on_roll=on_roll,
            fixed=fixed,
            present=present,
            present_fixed=present_fixed,
        )

    def _read_fixed(
        self, into: NDArray[np.float32], cores: Mapping[date, tuple[int, int]], in_core: NDArray[np.bool_]
    ) -> None:
        """Few sections have so many desks of their own, so that they are asked apart."""
        rows = groups_of(
            {},
            {
                "department": number("department_id"),
                "day": day("day"),
                "present": slots(f"{self._prefix}_present_fixed", *self._window),
            },
            f"{_FROM} AND {_COUNTED_APART} GROUP BY day",
            {**self._given, "days": list(cores)},
        )
        at = self._places(rows, cores)
        into[at] = rows.lists["present"] * in_core[at[1]]

    def _places(
        self, rows: Groups, cores: Mapping[date, tuple[int, int]]
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        departments = np.searchsorted(self._ids, rows.lists["department"], sorter=self._in_order)
        days = np.searchsorted(np.array([one.toordinal() for one in cores]), rows.lists["day"])
        return self._in_order[departments], days


_FROM = (
    "FROM occupancy_departmentday WHERE day = ANY(%(days)s::date[]) AND department_id = ANY(%(departments)s::bigint[])"
)
_COUNTED_APART = "department_id = ANY(%(sections)s::bigint[]) AND published AND fixed >= %(least)s"
_HAS_NONE_ABOVE = "(cardinality(lineage) = 1)::int"
_BELOW_NO_WANTED = "(NOT lineage[1:cardinality(lineage) - 1] && %(wanted)s::bigint[])::int"

_At = tuple[NDArray[np.int64], NDArray[np.int64]]


def _flags(rows: Groups, name: str, at: _At, shape: tuple[int, int]) -> NDArray[np.bool_]:
    found = np.zeros(shape, dtype=bool)
    found[at] = rows.lists[name]
    return found


def _counts(rows: Groups, name: str, at: _At, shape: tuple[int, int]) -> NDArray[np.float32]:
    found = np.zeros(shape, dtype=np.float32)
    found[at] = rows.lists[name]
    return found


def _in_core(cores: Mapping[date, tuple[int, int]], first: int, end: int) -> NDArray[np.bool_]:
    """By day and slot of the window."""
    bounds = np.array(list(cores.values()))
    every = np.arange(first, end)
    found: NDArray[np.bool_] = (bounds[:, :1] <= every) & (every < bounds[:, 1:])
    return found
