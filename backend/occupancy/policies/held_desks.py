"""Desks that are assigned to somebody: few of them in one place say who was there.

In an area with one to four assigned desks in service these are left out of the area's figures, and counted with those
of the other areas on the floor. Where what areas leave out of a floor is one to four desks together, the floor leaves
them out too, and the building likewise. So a floor less its areas is always five desks or more, or none. It is decided
slot by slot, because a closure of part of a day may leave few of many (docs/decisions/0058).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from occupancy.policies.reporting_units import SMALLEST_GROUP

Counts = NDArray[np.integer[Any]]
"""Desks by column and slot; the first column is of those in service."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """The assigned desks of a place on a day: those that its figures hold, and those that they leave out."""

    shown: Counts
    withheld: Counts

    @property
    def withheld_desks(self) -> int:
        """The most desks that are left out at one time."""
        return int(self.withheld[0].max(initial=0))


@dataclass(frozen=True, slots=True)
class AssignedOfPlaces:
    """Areas in the order in which they were given, floors and buildings by their ids."""

    areas: Sequence[Assigned]
    floors: Mapping[int, Assigned]
    buildings: Mapping[int, Assigned]


def assigned_of_places(
    areas: Sequence[Counts], floor_of: Sequence[int], building_of: Sequence[int], smallest: int = SMALLEST_GROUP
) -> AssignedOfPlaces:
    """What places show of their assigned desks on one day, and what they leave out.

    `areas` holds the assigned desks of each area as columns by slots (in service, then as many others as there are:
    booked, checked in, …); `floor_of` and `building_of` are the floor and the building of each.
    """
    of_areas = [_divided(np.zeros_like(each), each, smallest) for each in areas]
    of_floors = _above(of_areas, floor_of, smallest)
    buildings = dict(zip(floor_of, building_of, strict=True))
    of_buildings = _above(list(of_floors.values()), [buildings[floor] for floor in of_floors], smallest)
    return AssignedOfPlaces(of_areas, of_floors, of_buildings)


def _above(parts: Sequence[Assigned], place_of: Sequence[int], smallest: int) -> dict[int, Assigned]:
    """The places that hold `parts`: they show what those show, and what those leave out where it is enough."""
    together: dict[int, list[Assigned]] = {}
    for part, place in zip(parts, place_of, strict=True):
        together.setdefault(place, []).append(part)
    return {
        place: _divided(
            np.sum([part.shown for part in its], axis=0), np.sum([part.withheld for part in its], axis=0), smallest
        )
        for place, its in together.items()
    }


def _divided(shown: Counts, waiting: Counts, smallest: int) -> Assigned:
    """`waiting` joins what is shown in the slots in which it is of `smallest` desks in service or more."""
    enough = waiting[0] >= smallest
    return Assigned(shown + np.where(enough, waiting, 0), np.where(enough, 0, waiting))
