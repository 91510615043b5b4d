"""One desk's day: who has it when, who sits next to it, and whether this person may have it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import hypot
from typing import Any

from bookings.models import Booking
from bookings.policies.desk_state import DeskState, desk_state
from bookings.selectors.holdings import Holding, holdings
from bookings.selectors.loans import lent_desks
from core import clock
from core.interval import Interval
from core.revision import Slow, revisions
from people.policies.visibility import Viewer
from spaces.policies.closed_places import ClosedPlace
from spaces.policies.floor_plan import FloorPlan, PlacedDesk
from spaces.selectors import closures_overlapping
from spaces.selectors.desks import DeskOnFloor

NEXT_TO_METRES = 1.6
"""Two desks whose middles lie no farther apart than this are neighbours: side by side, or face to face."""


@dataclass(frozen=True, slots=True)
class DeskDay:
    """A desk on a day, seen by somebody who asks for an interval of it.

    `held` are the bookings in order of time, each with its holder as far as the viewer may know.
    """

    place: DeskOnFloor
    day: date
    opens_at: datetime
    closes_at: datetime
    state: DeskState
    lent: bool
    held: list[tuple[Holding, Mapping[str, Any] | None]]
    closures: list[ClosedPlace]
    neighbours: list[dict[str, Any]]
    my_booking: Booking | None
    next_taken_at: datetime | None


def desk_day(place: DeskOnFloor, day: date, asked: Interval, viewer: Viewer, person_id: int | None) -> DeskDay:
    """Read the desk's day; `asked` is the interval in which state, neighbours and my booking are told.

    `viewer` decides who is named, `person_id` whose desk is "mine": the viewer's, or of whom the viewer acts for.
    """
    slow = revisions()
    building = place.plan.building
    opens_at, closes_at = clock.at(day, building.opens_at), clock.at(day, building.closes_at)
    open_hours = Interval(opens_at, closes_at)
    beside = neighbours_of(place.desk, place.plan)
    today = clock.today()
    every = holdings(day, open_hours, today=today, desk_ids=[place.desk.id, *(desk.id for desk in beside)])
    held = [holding for holding in every if holding.desk_id == place.desk.id]
    next_to_it = [holding for holding in every if holding.desk_id != place.desk.id and holding.during.overlaps(asked)]
    closures = [
        closed
        for closed in closures_overlapping(open_hours, revision=slow[Slow.PLACES])
        if closed.closes(place.plan, place.desk)
    ]
    in_the_way = [holding for holding in held if holding.during.overlaps(asked)]
    now = clock.now()
    ahead = [holding.during.start for holding in held if holding.during.end > now]
    ahead += [closed.during.start for closed in closures if closed.during.end > now]
    lent = place.desk.id in lent_desks(day, slow[Slow.LOANS])
    state = desk_state(
        mode=place.desk.mode,
        mine=any(holding.person_id == person_id and not holding.offered for holding in in_the_way),
        taken=bool(in_the_way),
        offered=bool(in_the_way) and in_the_way[0].offered,
        closed=any(closed.during.overlaps(asked) for closed in closures),
        lent=lent,
        own=place.desk.assigned_to_id is not None and place.desk.assigned_to_id == person_id,
    )
    return DeskDay(
        place=place,
        day=day,
        opens_at=opens_at,
        closes_at=closes_at,
        state=state,
        lent=lent,
        held=[(holding, holding.holder(viewer, day, today)) for holding in held],
        closures=closures,
        neighbours=_seen([holding.holder(viewer, day, today) for holding in next_to_it]),
        my_booking=_my_booking(person_id, day, asked),
        next_taken_at=min(ahead, default=None),
    )


def neighbours_of(desk: PlacedDesk, plan: FloorPlan) -> list[PlacedDesk]:
    """The desks next to `desk` on its floor, the nearest first."""

    def apart(other: PlacedDesk) -> float:
        return hypot(_middle(other)[0] - _middle(desk)[0], _middle(other)[1] - _middle(desk)[1])

    beside = [other for other in plan.desks if other.id != desk.id and apart(other) <= NEXT_TO_METRES]
    return sorted(beside, key=apart)


def _middle(desk: PlacedDesk) -> tuple[float, float]:
    return desk.x + desk.width / 2, desk.y + desk.height / 2


def _seen(holders: Sequence[Mapping[str, Any] | None]) -> list[dict[str, Any]]:
    """Everyone among `holders` whom the viewer may know, once."""
    people = {holder["id"]: dict(holder) for holder in holders if holder is not None}
    return list(people.values())


def _my_booking(person_id: int | None, day: date, asked: Interval) -> Booking | None:
    if person_id is None:
        return None
    mine = Booking.objects.of(person_id).on(day).unfinished(clock.now()).overlapping(asked)
    return mine.with_places().order_by("during").first()
