"""What a draw would come to: read, drawn, and said for each person with its reasons."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bookings.models import Booking
from bookings.policies.states import BookingState
from bookings.services.booking import wish_as_asked
from bookings.services.deciding import refuse_unless_allowed
from core.interval import Interval
from core.refused import Refused
from people.models import Department, Person
from seating.policies.adjacency import neighbours
from seating.policies.section_draw import DeskInDraw, Drawer, Drawn, DrawWanted, draw
from seating.selectors.candidates import COMMON, OVERFLOW
from seating.selectors.recent_neighbours import sat_together
from seating.selectors.section_desks import RankedDesk, box_of, desks_of_section, free_of
from seating.selectors.section_people import SectionPeople, section_people
from spaces.selectors.desks import DeskOnFloor

AREA_REASONS = {OVERFLOW: "overflow_area", COMMON: "common_area"}


@dataclass(frozen=True, slots=True)
class DrawAsked:
    """Which department draws, when, and how. `only` are the people who take part (None: all), `areas` where."""

    department: Department
    day: date
    during: Interval
    only: Collection[int] | None = None
    areas: Sequence[int] | None = None
    redraw: bool = False
    needs: Mapping[int, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeatPlanned:
    """What one person gets: `gets` a desk, `keeps` or has an `assigned` one, is `elsewhere`, or `none`.

    `gives_up` are the bookings redrawn.
    """

    person: Person
    outcome: str
    desk: DeskOnFloor | None
    reasons: Sequence[dict[str, Any]]
    booking: Booking | None = None
    gives_up: Sequence[Booking] = ()


@dataclass(frozen=True, slots=True)
class DrawPlan:
    """The whole draw: what it was made from, what came out, and each person's part in the order of staff numbers."""

    wanted: DrawWanted
    drawn: Drawn
    seats: Sequence[SeatPlanned]


def desks_in_question(asked: DrawAsked) -> list[int]:
    """Ids of every desk that the draw could give to anybody, free or not."""
    return [one.place.desk.id for one in desks_of_section(asked.department, asked.day, asked.areas)]


def drawers_in_question(asked: DrawAsked) -> list[int]:
    """Ids of those who could take part."""
    return [person.pk for person in section_people(asked.department, asked.day, asked.during, asked.only).members]


def draw_plan(asked: DrawAsked, seed: str) -> DrawPlan:
    """Draw, changing nothing. The same people, desks, bookings and seed give the same seats."""
    people = section_people(asked.department, asked.day, asked.during, asked.only)
    everywhere = desks_of_section(asked.department, asked.day, asked.areas)
    redrawn = _redrawn(asked, people)
    free = free_of(everywhere, asked.day, asked.during, freed=_ids(redrawn))
    holding = people.holding.keys() - redrawn.keys()
    aside = {*people.elsewhere, *people.assigned, *holding}
    refused = _refused(asked, [person for person in people.members if person.pk not in aside], free, redrawn)
    if kept := redrawn.keys() & refused.keys():  # who may not have another desk stays at the one in hand
        redrawn = {pk: held for pk, held in redrawn.items() if pk not in kept}
        refused = {pk: why for pk, why in refused.items() if pk not in kept}
        free = free_of(everywhere, asked.day, asked.during, freed=_ids(redrawn))
    staying = {pk: held[0].desk_id for pk, held in people.holding.items() if pk not in redrawn}
    aside |= staying.keys()
    drawing = [person for person in people.members if person.pk not in aside and person.pk not in refused]
    fixed = {**{pk: place.desk.id for pk, place in people.assigned.items()}, **staying}
    wanted = DrawWanted(
        people=[Drawer(person.pk, asked.needs.get(person.pk, frozenset())) for person in drawing],
        desks=[
            DeskInDraw(one.place.desk.id, one.place.desk.code, one.rank, frozenset(one.place.desk.features))
            for one in free
        ],
        fixed=fixed,
        next_to=_next_to([*(one.place for one in everywhere), *people.assigned.values()]),
        together=sat_together([person.pk for person in people.members], asked.day),
    )
    drawn = draw(wanted, seed)
    by_id = {one.place.desk.id: one for one in everywhere}
    seats = [
        _aside(person, people, staying, by_id)
        or _seat(person, wanted, drawn, by_id, refused.get(person.pk), redrawn.get(person.pk, ()))
        for person in sorted(people.members, key=lambda person: person.number)
    ]
    return DrawPlan(wanted, drawn, seats)


def _redrawn(asked: DrawAsked, people: SectionPeople) -> dict[int, Sequence[Booking]]:
    """The bookings that go into the draw again: of those who have not come yet."""
    if not asked.redraw:
        return {}
    return {
        pk: held
        for pk, held in people.holding.items()
        if pk not in people.elsewhere and all(one.state == BookingState.BOOKED for one in held)
    }


def _refused(
    asked: DrawAsked,
    people: Sequence[Person],
    free: Sequence[RankedDesk],
    redrawn: Mapping[int, Sequence[Booking]],
) -> dict[int, Refused]:
    """Who may not hold a desk then at all: asked about the first desk of the draw, as its areas have the same rules."""
    found: dict[int, Refused] = {}
    for person in people if free else ():
        giving_up = next(iter(redrawn.get(person.pk, ())), None)
        try:
            wish = wish_as_asked(person.pk, free[0].place.desk.id, asked.during)
            refuse_unless_allowed(wish, but=giving_up.pk if giving_up else None)
        except Refused as refused:
            found[person.pk] = Refused(refused.code, {k: v for k, v in refused.facts.items() if k != "instead"})
    return found


def _ids(redrawn: Mapping[int, Sequence[Booking]]) -> list[int]:
    return [one.pk for held in redrawn.values() for one in held]


def _next_to(places: Sequence[DeskOnFloor]) -> list[frozenset[int]]:
    beside = neighbours([box_of(place) for place in places])
    return [frozenset((one, other)) for one, others in beside.items() for other in others if one < other]


def _aside(
    person: Person, people: SectionPeople, staying: Mapping[int, int], by_id: Mapping[int, RankedDesk]
) -> SeatPlanned | None:
    """Those for whom nothing is drawn."""
    if person.pk in people.elsewhere:
        return SeatPlanned(person, "elsewhere", None, [{"code": "elsewhere"}])
    if person.pk in people.assigned:
        return SeatPlanned(person, "assigned", people.assigned[person.pk], [{"code": "assigned"}])
    if person.pk in staying:
        booking = people.holding[person.pk][0]
        one = by_id.get(booking.desk_id)
        return SeatPlanned(person, "keeps", one.place if one else None, [{"code": "keeps"}], booking=booking)
    return None


def _seat(
    person: Person,
    wanted: DrawWanted,
    drawn: Drawn,
    by_id: Mapping[int, RankedDesk],
    refused: Refused | None,
    gives_up: Sequence[Booking],
) -> SeatPlanned:
    if refused is not None:
        return SeatPlanned(person, "none", None, [{"code": "refused", "refusal": refused}])
    needs = next(one.needs for one in wanted.people if one.person_id == person.pk)
    turn: dict[str, Any] = {"code": "drawn", "place": drawn.order.index(person.pk) + 1, "among": len(drawn.order)}
    if person.pk not in drawn.seats:
        why: dict[str, Any] = (
            {"code": "needs_unmet", "features": sorted(needs)} if person.pk in drawn.unmet else {"code": "no_desk_left"}
        )
        return SeatPlanned(person, "none", None, [turn, why], gives_up=gives_up)
    one = by_id[drawn.seats[person.pk]]
    reasons = [turn, {"code": AREA_REASONS.get(one.kind, "own_area"), "area": one.place.area.name}]
    if needs:
        reasons.append({"code": "needs_met", "features": sorted(needs)})
    if person.pk in drawn.swapped:
        reasons.append({"code": "swapped"})
    return SeatPlanned(person, "gets", one.place, reasons, gives_up=gives_up)
