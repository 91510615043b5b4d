"""Which desks a closure closes: one of a building, floor or area closes every desk in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.interval import Interval
from spaces.policies.floor_plan import FloorPlan, PlacedDesk


@dataclass(frozen=True, slots=True)
class ClosedPlace:
    """A closure in force: exactly one of the four ids is set."""

    id: int
    during: Interval
    reason: str
    building_id: int | None = None
    floor_id: int | None = None
    area_id: int | None = None
    desk_id: int | None = None

    def closes(self, plan: FloorPlan, desk: PlacedDesk) -> bool:
        """Whether this closure takes `desk`, which stands on `plan`, out of use."""
        return (
            self.desk_id == desk.id
            or self.area_id == desk.area_id
            or self.floor_id == plan.floor.id
            or self.building_id == plan.building.id
        )


def closed_desks(plan: FloorPlan, closures: Iterable[ClosedPlace]) -> dict[int, tuple[ClosedPlace, ...]]:
    """By desk id, the closures that take a desk of `plan` out of use; desks without any are left out."""
    found: dict[int, list[ClosedPlace]] = {}
    for closure in closures:
        for desk in plan.desks:
            if closure.closes(plan, desk):
                found.setdefault(desk.id, []).append(closure)
    return {desk_id: tuple(closing) for desk_id, closing in found.items()}
