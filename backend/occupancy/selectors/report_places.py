"""The places that a report has rows of, and how the facts of their days are found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from occupancy.policies.sources import PlaceKind
from occupancy.selectors.reported import Place
from spaces.models import Area, Floor

EVERYTHING = 0
"""Stands for all buildings together, where places are named by their ids."""

_ROWS: Mapping[PlaceKind, tuple[str, str]] = {
    PlaceKind.ALL: (str(EVERYTHING), "floor_id IS NULL AND area_id IS NULL"),
    PlaceKind.BUILDING: ("building_id", "floor_id IS NULL AND area_id IS NULL"),
    PlaceKind.FLOOR: ("floor_id", "floor_id = ANY(%(floors)s::bigint[]) AND area_id IS NULL"),
    PlaceKind.AREA: ("area_id", "floor_id = ANY(%(floors)s::bigint[]) AND area_id = ANY(%(areas)s::bigint[])"),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Places of one kind: their ids, and the buildings and floors that hold them."""

    kind: PlaceKind
    ids: Sequence[int]
    buildings: Sequence[int]
    floors: Sequence[int]

    @property
    def id_column(self) -> str:
        """What names the place in a row of PlaceDay."""
        return _ROWS[self.kind][0]

    @property
    def condition(self) -> str:
        """Which rows of PlaceDay are theirs; every column of its index is bound, so that history costs nothing."""
        return f"building_id = ANY(%(buildings)s::bigint[]) AND {_ROWS[self.kind][1]}"

    @property
    def parameters(self) -> dict[str, Any]:
        return {"buildings": list(self.buildings), "floors": list(self.floors), "areas": list(self.ids)}


def place_alone(place: Place) -> Places:
    """A place for itself; not for departments, which have no desks."""
    floors = [place.id] if place.kind is PlaceKind.FLOOR and place.id is not None else _floors_of(place)
    return Places(place.kind, [EVERYTHING if place.id is None else place.id], place.buildings, floors)


def floors_within(place: Place) -> Places:
    """The floors of everything or of a building; a floor alone. None of an area."""
    if place.kind is PlaceKind.AREA:
        return Places(PlaceKind.FLOOR, [], place.buildings, [])
    floors = place_alone(place).floors
    return Places(PlaceKind.FLOOR, floors, place.buildings, floors)


def areas_within(places: Places) -> Places:
    """The areas of other places: whatever stood on their floors; areas for themselves."""
    if places.kind is PlaceKind.AREA:
        return places
    areas = list(Area.objects.filter(building__in=places.buildings).values_list("pk", flat=True))
    return Places(PlaceKind.AREA, areas, places.buildings, places.floors)


def _floors_of(place: Place) -> list[int]:
    return list(Floor.objects.filter(building__in=place.buildings).order_by("pk").values_list("pk", flat=True))
