"""What a report is about: a period, a place or a department, and a source."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from occupancy.policies.periods import Period
from occupancy.policies.sources import PlaceKind, Source
from people.models import Department
from spaces.models import Area, AreaPlacement, Building, Floor


@dataclass(frozen=True, slots=True)
class Place:
    """A place as reports name it; `id` is None of everything. `buildings` hold it: several only of everything.

    `has_roll`: the people on the roll are its own; so they are of everything, of the only building, of a department.
    """

    kind: PlaceKind
    id: int | None
    name: str
    code: str
    buildings: tuple[int, ...]
    has_roll: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """A report as it was asked for."""

    period: Period
    place: Place
    source: Source


def place_of(kind: PlaceKind, number: int | None) -> Place | None:
    """The place or department with this id, or None where there is none; everything has no id."""
    return _FOUND[kind](number or 0)


def _everything(_number: int) -> Place:
    every = tuple(Building.objects.order_by("pk").values_list("pk", flat=True))
    return Place(PlaceKind.ALL, None, "", "", every, True)


def _building(number: int) -> Place | None:
    found = Building.objects.filter(pk=number).first()
    if found is None:
        return None
    return Place(PlaceKind.BUILDING, number, found.name, found.code, (number,), Building.objects.count() == 1)


def _floor(number: int) -> Place | None:
    found = Floor.objects.filter(pk=number).first()
    return (
        None if found is None else Place(PlaceKind.FLOOR, number, found.name, found.code, (found.building_id,), False)
    )


def _area(number: int) -> Place | None:
    found = Area.objects.filter(pk=number).first()
    if found is None:
        return None
    return Place(PlaceKind.AREA, number, _area_name(found), found.code, (found.building_id,), False)


def _department(number: int) -> Place | None:
    found = Department.objects.filter(pk=number).first()
    return None if found is None else Place(PlaceKind.DEPARTMENT, number, found.name, found.code, (), True)


def _area_name(area: Area) -> str:
    """What it is called in the newest layout that it stands in; its code where it stands in none."""
    newest = AreaPlacement.objects.filter(area=area).order_by("-layout__effective_from").values_list("name", flat=True)
    return newest.first() or area.code


_FOUND: Mapping[PlaceKind, Callable[[int], Place | None]] = {
    PlaceKind.ALL: _everything,
    PlaceKind.BUILDING: _building,
    PlaceKind.FLOOR: _floor,
    PlaceKind.AREA: _area,
    PlaceKind.DEPARTMENT: _department,
}
