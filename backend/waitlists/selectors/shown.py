"""Waits as their person sees them: for what, at which place in line, and what is offered until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bookings.models import Booking
from bookings.selectors.asked import part_asked
from bookings.selectors.shown import DeskPlace, desk_place
from core import clock
from core.interval import Interval
from core.revision import Slow, revisions
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors import floor_plans, placed_desk
from waitlists.models import Wait
from waitlists.policies.states import LIVE_WAITS, WaitState
from waitlists.selectors.line import PlaceInLine, places_in_line


@dataclass(frozen=True, slots=True)
class AreaWaited:
    """An area as it is called on the day."""

    id: int
    code: str
    name: str
    floor: int


@dataclass(frozen=True, slots=True)
class GivenUp:
    """A booking that accepting an offer would take the place of."""

    id: int
    desk_code: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class ShownOffer:
    """A desk kept for the person until `until`; `holds` is what that person holds meanwhile."""

    desk: DeskPlace
    start: datetime
    end: datetime
    until: datetime
    holds: list[GivenUp]


@dataclass(frozen=True, slots=True)
class ShownWait:
    """A wait with everything its screen says about it; `position` and `length` only while it waits."""

    id: int
    person: int
    day: date
    part: str | None
    start: datetime
    end: datetime
    area: AreaWaited | None
    areas: list[AreaWaited]
    features: list[str]
    book_until: datetime | None
    state: str
    position: int | None
    length: int | None
    joined_at: datetime
    ended_at: datetime | None
    offer: ShownOffer | None
    last_offered: str | None


def waits_of(person_id: int, *, live_only: bool = False) -> list[Wait]:
    """The person's waits for today and later, those that ended too, in order of day; of the last 200 joined."""
    rows = Wait.objects.filter(person_id=person_id, day__gte=clock.today())
    if live_only:
        rows = rows.filter(state__in=LIVE_WAITS)
    newest = rows.select_related("booking__desk", "booking__floor").order_by("-pk")[:200]
    return sorted(newest, key=lambda wait: (wait.day, wait.pk))


def shown_waits(waits: Sequence[Wait]) -> list[ShownWait]:
    """The waits as shown to their person; a constant number of queries for any number of them."""
    waiting = [wait.pk for wait in waits if wait.state == WaitState.WAITING]
    places = places_in_line(waiting) if waiting else {}
    held = _held_meanwhile([wait for wait in waits if wait.state == WaitState.OFFERED])
    revision = revisions()[Slow.PLACES]
    return [_shown(wait, places.get(wait.pk), held.get(wait.pk, []), revision) for wait in waits]


def _shown(wait: Wait, place: PlaceInLine | None, holds: list[GivenUp], revision: int) -> ShownWait:
    plans = floor_plans(wait.day, revision=revision)
    areas = _areas(plans, wait.area_ids)
    building = next((plan.building for plan in plans if areas and plan.floor.id == areas[0].floor), None)
    during = wait.interval
    return ShownWait(
        id=wait.pk,
        person=wait.person_id,
        day=wait.day,
        part=part_asked(building, during) if building else None,
        start=during.start,
        end=during.end,
        area=areas[0] if wait.area_id is not None and areas else None,
        areas=areas,
        features=list(wait.features),
        book_until=wait.book_until,
        state=str(wait.state),
        position=place.position if place else None,
        length=place.length if place else None,
        joined_at=wait.joined_at,
        ended_at=wait.ended_at,
        offer=_offer(wait, holds, revision) if wait.state == WaitState.OFFERED else None,
        last_offered=wait.booking.desk.code if wait.booking else None,
    )


def _offer(wait: Wait, holds: list[GivenUp], revision: int) -> ShownOffer | None:
    booking = wait.booking
    if booking is None or wait.offer_until is None:
        return None
    place = placed_desk(booking.desk_id, booking.day, revision=revision)
    return ShownOffer(desk_place(booking, place), booking.start, booking.end, wait.offer_until, holds)


def _areas(plans: Sequence[FloorPlan], area_ids: Sequence[int]) -> list[AreaWaited]:
    known = {area.id: AreaWaited(area.id, area.code, area.name, plan.floor.id) for plan in plans for area in plan.areas}
    return [known[area_id] for area_id in area_ids if area_id in known]


def _held_meanwhile(offered: Sequence[Wait]) -> Mapping[int, list[GivenUp]]:
    """What the people of these waits hold on those days, by wait, as far as it overlaps; one query."""
    if not offered:
        return {}
    mine = Booking.objects.live().filter(
        person_id__in={wait.person_id for wait in offered}, day__in={wait.day for wait in offered}
    )
    found: dict[int, list[GivenUp]] = {}
    for booking in mine.select_related("desk").order_by("pk"):
        for wait in offered:
            during: Interval = wait.booking.interval if wait.booking else wait.interval
            if booking.person_id == wait.person_id and booking.interval.overlaps(during):
                given_up = GivenUp(booking.pk, booking.desk.code, booking.start, booking.end)
                found.setdefault(wait.pk, []).append(given_up)
    return found
