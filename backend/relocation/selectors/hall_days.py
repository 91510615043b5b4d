"""The hall on the days ahead, as it stands or as it would stand after a change that nobody has made yet."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bookings.models import Booking
from bookings.selectors.loans import lent_desks
from core import clock
from core.interval import Interval
from core.revision import Slow, revisions
from relocation.policies.assignment import FreeSpots, Spot, Spots
from spaces.policies.closed_places import ClosedPlace, closed_desks
from spaces.policies.floor_plan import FloorPlan
from spaces.policies.layout_change import ChangedStretch
from spaces.selectors import closures_overlapping, floor_plans
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class Drawn:
    """A plan that would stand on its floor for a stretch."""

    plan: FloorPlan
    stretch: ChangedStretch


@dataclass
class HallDays:
    """Plans, closures, loans and holdings by day, each read once. `drawn` and `closing` are changes only thought of."""

    drawn: Drawn | None = None
    closing: ClosedPlace | None = None
    slow: Mapping[Slow, int] = field(default_factory=revisions)
    _places: dict[tuple[int, ...], dict[int, DeskOnFloor]] = field(default_factory=dict)
    _spots: dict[tuple[int, ...], Spots] = field(default_factory=dict)
    _plans: dict[dt.date, tuple[FloorPlan, ...]] = field(default_factory=dict)

    def plans(self, day: dt.date) -> tuple[FloorPlan, ...]:
        """The plan of every floor on `day`."""
        known = self._plans.get(day)
        if known is None:
            known = self._plans[day] = self._read_plans(day)
        return known

    def place(self, desk_id: int, day: dt.date) -> DeskOnFloor | None:
        """Where the desk stands on `day`, or None."""
        plans = self.plans(day)
        key = tuple(plan.layout_id for plan in plans)
        known = self._places.get(key)
        if known is None:
            known = {desk.id: DeskOnFloor(desk, plan) for plan in plans for desk in plan.desks}
            self._places[key] = known
        return known.get(desk_id)

    def place_before(self, desk_id: int, day: dt.date) -> DeskOnFloor | None:
        """Where a desk that does not stand on `day` stands today or stood the day before the change, or None."""
        today = clock.today()
        return self.place(desk_id, today) or self.place(desk_id, min(today, day) - dt.timedelta(days=1))

    def closures(self, day: dt.date) -> Sequence[ClosedPlace]:
        """The closures that touch `day`."""
        of_day = Interval(clock.day_start(day), clock.day_end(day))
        found = list(closures_overlapping(of_day, revision=self.slow[Slow.PLACES]))
        if self.closing is not None and self.closing.during.overlaps(of_day):
            found.append(self.closing)
        return found

    def lent(self, day: dt.date) -> frozenset[int]:
        """The assigned desks lent on `day`."""
        return lent_desks(day, self.slow[Slow.LOANS])

    def free_spots(self, days: Collection[dt.date], *, but: Collection[int] = ()) -> dict[dt.date, FreeSpots]:
        """The bookable desks of every day by area, and when each is held or closed; one query.

        What the bookings `but` hold counts as free.
        """
        held: dict[dt.date, dict[int, list[Interval]]] = {day: defaultdict(list) for day in days}
        rows = Booking.objects.holding().filter(day__in=days).values_list("pk", "day", "desk_id", "during")
        passed_over = frozenset(but)
        for pk, day, desk_id, during in rows.iterator(chunk_size=5_000):
            if pk not in passed_over:
                held[day][desk_id].append(Interval.of_range(during))
        return {day: self._free_on(day, held[day]) for day in days}

    def _free_on(self, day: dt.date, held: dict[int, list[Interval]]) -> FreeSpots:
        closures = self.closures(day)
        for plan in self.plans(day) if closures else ():
            for desk_id, closed in closed_desks(plan, closures).items():
                held[desk_id] += [closure.during for closure in closed]
        return FreeSpots(self._spots_on(day), held)

    def _spots_on(self, day: dt.date) -> Spots:
        plans = self.plans(day)
        key = tuple(plan.layout_id for plan in plans)
        known = self._spots.get(key)
        if known is None:
            by_area: dict[int, list[Spot]] = defaultdict(list)
            for plan in plans:
                for desk in plan.desks:
                    if desk.mode == "bookable":
                        by_area[desk.area_id].append(spot_of(DeskOnFloor(desk, plan)))
            known = self._spots[key] = Spots(by_area)
        return known

    def _read_plans(self, day: dt.date) -> tuple[FloorPlan, ...]:
        plans = floor_plans(day, revision=self.slow[Slow.PLACES])
        if self.drawn is None or not self.drawn.stretch.holds(day):
            return plans
        others = tuple(plan for plan in plans if plan.floor.id != self.drawn.stretch.floor_id)
        return (self.drawn.plan, *others)


def spot_of(place: DeskOnFloor) -> Spot:
    """A desk as the assignment sees it: its middle, in metres."""
    desk = place.desk
    return Spot(
        desk_id=desk.id,
        code=desk.code,
        area_id=desk.area_id,
        floor_id=place.plan.floor.id,
        x=desk.x + desk.width / 2,
        y=desk.y + desk.height / 2,
        features=frozenset(desk.features),
    )
