"""Finding one desk, by its id or by its code as people type it."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.revision import KeptByRevision, PerRevision
from spaces.policies.desk_code import desk_code_key
from spaces.policies.floor_plan import FloorPlan, PlacedArea, PlacedDesk
from spaces.selectors.floors import floor_plans, places_revision, plans_of


@dataclass(frozen=True, slots=True)
class DeskOnFloor:
    """A desk in service and the floor plan it stands on."""

    desk: PlacedDesk
    plan: FloorPlan

    @property
    def area(self) -> PlacedArea:
        return self.plan.area_by_id[self.desk.area_id]


@dataclass(frozen=True, slots=True)
class _DeskIndex:
    codes: Sequence[str]
    keys: Sequence[str]
    desks: Sequence[DeskOnFloor]
    by_id: Mapping[int, DeskOnFloor]


def placed_desk(desk_id: int, day: dt.date, *, revision: int | None = None) -> DeskOnFloor | None:
    """Where the desk stands on `day`; None when it is not in service then, or unknown."""
    return _index(day, revision).by_id.get(desk_id)


def desk_by_code(typed: str, day: dt.date, *, revision: int | None = None) -> DeskOnFloor | None:
    """The desk in service on `day` whose code `typed` means, however it is written."""
    key = desk_code_key(typed)
    index = _index(day, revision)
    return next((desk for known, desk in zip(index.keys, index.desks, strict=True) if known == key), None)


def desks_matching(
    typed: str,
    day: dt.date,
    *,
    after: str | None = None,
    backwards: bool = False,
    limit: int = 50,
    revision: int | None = None,
) -> list[DeskOnFloor]:
    """Desks in service on `day` whose code begins with what was typed (all, when nothing was), in order of the code.

    At most `limit`, beyond the code `after` in that order, or before it in the opposite order when `backwards`.
    """
    wanted = desk_code_key(typed)
    if typed.strip() and not wanted:
        return []
    index = _index(day, revision)
    if backwards:
        end = len(index.codes) if after is None else bisect_left(index.codes, after)
        places = range(end - 1, -1, -1)
    else:
        places = range(0 if after is None else bisect_right(index.codes, after), len(index.codes))
    found: list[DeskOnFloor] = []
    for place in places:
        if index.keys[place].startswith(wanted):
            found.append(index.desks[place])
            if len(found) == limit:
                break
    return found


def _index(day: dt.date, revision: int | None) -> _DeskIndex:
    known = places_revision() if revision is None else revision
    return _of_days.get(day, known, lambda: _read_day(day, known))


def _read_day(day: dt.date, revision: int) -> _DeskIndex:
    # Days on which the same layouts are in force share one index.
    return _indexes.get(tuple(plan.layout_id for plan in floor_plans(day, revision=revision)), revision)


def _read_index(layout_ids: tuple[int, ...]) -> _DeskIndex:
    every = [DeskOnFloor(desk, plan) for plan in plans_of(layout_ids) for desk in plan.desks]
    every.sort(key=lambda found: found.desk.code)
    return _DeskIndex(
        codes=[found.desk.code for found in every],
        keys=[desk_code_key(found.desk.code) for found in every],
        desks=every,
        by_id={found.desk.id: found for found in every},
    )


_indexes = PerRevision(_read_index, most=16)
_of_days: KeptByRevision[dt.date, _DeskIndex] = KeptByRevision(most=512)
