"""A floor as it stands on a day: plain values, kept in the process and shared between requests."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

DAYS_OF_WEEK = 7
STEP_MINUTES = 15
"""Stretches at a desk begin and end on these minutes of the clock."""


@dataclass(frozen=True, slots=True)
class BuildingHours:
    """A building, the hours in which a desk can be held there, and the hours of the parts of its day."""

    id: int
    code: str
    name: str
    opens_at: dt.time
    closes_at: dt.time
    day_starts_at: dt.time
    am_ends_at: dt.time
    pm_starts_at: dt.time
    day_ends_at: dt.time


@dataclass(frozen=True, slots=True)
class PlacedFloor:
    """A floor of a building; a greater `level` lies above."""

    id: int
    code: str
    name: str
    level: int
    building: BuildingHours


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """An area with its bounds in metres from the floor's upper left.

    `homes_by_weekday` holds seven sets of department ids, Monday first; `overflow_ids` are areas, first first, and may
    lie on other floors.
    """

    id: int
    code: str
    name: str
    x: float
    y: float
    width: float
    height: float
    homes_by_weekday: tuple[frozenset[int], ...]
    overflow_ids: tuple[int, ...] = ()

    def homes(self, weekday: int) -> frozenset[int]:
        """The departments at home here on a weekday; Monday is 0."""
        return self.homes_by_weekday[weekday]

    def is_common(self, weekday: int) -> bool:
        """Whether nobody in particular is at home here on that weekday: everybody's area."""
        return not self.homes_by_weekday[weekday]

    def is_home_of(self, departments: Collection[int], weekday: int) -> bool:
        """Whether one of `departments` is at home here. Give a person's departments with all above them."""
        return not self.homes_by_weekday[weekday].isdisjoint(departments)


@dataclass(frozen=True, slots=True)
class PlacedDesk:
    """A desk: its box in metres from the floor's upper left before it is turned by `rotation` degrees about its middle.

    `mode` is a spaces.models.DeskMode, `features` are spaces.models.Feature.
    """

    id: int
    code: str
    area_id: int
    x: float
    y: float
    width: float
    height: float
    rotation: float
    mode: str
    features: tuple[str, ...] = ()
    assigned_to_id: int | None = None


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """Everything that stands on a floor from `effective_from` on; areas and desks in order of their codes."""

    floor: PlacedFloor
    layout_id: int
    effective_from: dt.date
    width: float
    height: float
    areas: tuple[PlacedArea, ...]
    desks: tuple[PlacedDesk, ...]
    area_by_id: Mapping[int, PlacedArea] = field(init=False, repr=False, compare=False)
    desk_by_id: Mapping[int, PlacedDesk] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "area_by_id", {area.id: area for area in self.areas})
        object.__setattr__(self, "desk_by_id", {desk.id: desk for desk in self.desks})

    @property
    def building(self) -> BuildingHours:
        return self.floor.building

    def desks_in(self, area_id: int) -> tuple[PlacedDesk, ...]:
        """The desks of an area, in order of their codes."""
        return tuple(desk for desk in self.desks if desk.area_id == area_id)
