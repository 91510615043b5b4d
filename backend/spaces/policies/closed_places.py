"""Which desks a closure closes: one of a building, floor or area closes every desk in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.interval import Interval
from spaces.policies.floor_plan import FloorPlan, PlacedDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPlaceWanted:
    """The place that a closure is about. Raises ValueError unless exactly one of the four ids is set."""

    building_id: int | None = None
    floor_id: int | None = None
    area_id: int | None = None
    desk_id: int | None = None

    def __post_init__(self) -> None:
        if [self.building_id, self.floor_id, self.area_id, self.desk_id].count(None) != 3:
            raise ValueError("a closure is about exactly one place")

    def closes(self, plan: FloorPlan, desk: PlacedDesk) -> bool:
        """Whether closing this place takes `desk`, which stands on `plan`, out of use."""
        return (
            self.desk_id == desk.id
            or self.area_id == desk.area_id
            or self.floor_id == plan.floor.id
            or self.building_id == plan.building.id
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPlace(ClosedPlaceWanted):
    """A closure: of what, when and why."""

    id: int
    during: Interval
    reason: str


def closed_desks(plan: FloorPlan, closures: Iterable[ClosedPlace]) -> dict[int, tuple[ClosedPlace, ...]]:
    """By desk id, the closures that take a desk of `plan` out of use; desks without any are left out."""
    found: dict[int, list[ClosedPlace]] = {}
    for closure in closures:
        for desk in plan.desks:
            if closure.closes(plan, desk):
                found.setdefault(desk.id, []).append(closure)
    return {desk_id: tuple(closing) for desk_id, closing in found.items()}
