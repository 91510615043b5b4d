"""The sections of a floor dealt into its areas: who is at home where, with as little changed as can be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

Home = tuple[str, int | None]
"""A department by its code, and the weekday (None: every day)."""


@dataclass(frozen=True, slots=True)
class HomeArea:
    """An area with the desks that are shared in it, the departments at home, and where it overflows to, first first."""

    code: str
    desks: int
    homes: frozenset[Home]
    overflow: tuple[str, ...] = ()


def dealt(areas: Sequence[HomeArea], here: Mapping[str, int], below: Mapping[str, frozenset[str]]) -> list[HomeArea]:
    """`areas`, in order of their codes, as homes of the sections `here` (desks by code).

    `below` names for each department that a placement knows the sections of it below, itself included. Those not here
    leave; departments that no placement knows stay as they are. A section that is at home here already keeps its
    areas. Others get the area with the least room that holds them, else neighbouring areas that hold them together,
    else those with the most room. An area overflows first to areas of the same sections.
    """
    homes = {area.code: _staying(area.homes, here, below) for area in areas}
    room = {area.code: float(area.desks) for area in areas}
    settled: set[str] = set()
    for section, desks in here.items():
        own = [area for area in areas if _lives(section, homes[area.code], below)]
        if own:
            settled.add(section)
            _take(room, own, desks)
    for section, desks in sorted(here.items(), key=lambda one: (-one[1], one[0])):
        if section not in settled and areas:
            chosen = _areas_for(areas, room, desks)
            _take(room, chosen, desks)
            for area in chosen:
                homes[area.code] |= {(section, None)}
    return [_with_homes(area, homes) for area in areas]


def _staying(homes: frozenset[Home], here: Mapping[str, int], below: Mapping[str, frozenset[str]]) -> frozenset[Home]:
    kept: set[Home] = set()
    for department, weekday in homes:
        known = below.get(department)
        if known is None or known <= here.keys():
            kept.add((department, weekday))
        else:
            kept.update((section, weekday) for section in known if section in here)
    return frozenset(kept)


def _lives(section: str, homes: frozenset[Home], below: Mapping[str, frozenset[str]]) -> bool:
    return any(section in below.get(department, ()) for department, _ in homes)


def _take(room: dict[str, float], areas: Sequence[HomeArea], desks: int) -> None:
    """Of several areas each gives by its size."""
    every = sum(area.desks for area in areas) or 1
    for area in areas:
        room[area.code] -= desks * area.desks / every


def _areas_for(areas: Sequence[HomeArea], room: Mapping[str, float], desks: int) -> list[HomeArea]:
    for many in range(1, len(areas) + 1):
        runs = [areas[first : first + many] for first in range(len(areas) - many + 1)]
        holding = [run for run in runs if sum(max(0.0, room[area.code]) for area in run) >= desks]
        if holding:
            tightest = min(holding, key=lambda run: (sum(room[area.code] for area in run), run[0].code))
            return list(tightest)
    roomiest = sorted(areas, key=lambda area: (-room[area.code], area.code))
    chosen, left = [roomiest[0]], desks - max(0.0, room[roomiest[0].code])
    for area in roomiest[1:]:
        if left <= 0 or room[area.code] <= 0:
            break
        chosen.append(area)
        left -= room[area.code]
    return chosen


def _with_homes(area: HomeArea, homes: Mapping[str, frozenset[Home]]) -> HomeArea:
    mine = {department for department, _ in homes[area.code]}
    if homes[area.code] == area.homes:
        return area
    akin = [code for code in area.overflow if mine & {department for department, _ in homes.get(code, frozenset())}]
    return replace(
        area,
        homes=homes[area.code],
        overflow=(*akin, *(code for code in area.overflow if code not in akin)),
    )
