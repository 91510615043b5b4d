"""Desks for a group: which sets of free desks stand together, and who could not be booked at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from bookings.services.booking import wish_as_asked
from bookings.services.deciding import refuse_unless_allowed
from core import clock
from core.interval import Interval
from core.refused import Refused
from people.models import Person
from plans.policies import claim_refused
from plans.selectors.ledger import held_stretch
from seating.policies.groups import DeskSet, sets_together
from seating.policies.refusals import SeatingRefusal
from seating.selectors.candidates import ALSO_OWN, open_desks, wish_of_person
from seating.selectors.section_desks import box_of
from spaces.selectors import placed_desk
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class Proposal:
    """A set of desks, and who of the group sits at which, in the order of the desks' codes."""

    seats: Sequence[tuple[Person, DeskOnFloor]]
    touching: bool
    metres: float
    own_area: bool


@dataclass(frozen=True, slots=True)
class GroupPreview:
    """At most three proposals, how many desks were free for the group, and who could not be booked."""

    proposals: Sequence[Proposal]
    free: int
    problems: Sequence[tuple[Person, Refused]]


def group_preview(people: Sequence[Person], asked: Interval) -> GroupPreview:
    """Where these people could sit together, asked for the first of them: the areas are that person's.

    Raises Refused for hours nobody can have, and where there are not enough free desks together.
    """
    wish = wish_of_person(people[0].pk, asked)
    free = open_desks(wish)
    sets = sets_together([box_of(place, rank) for rank, place in free], len(people))
    if not sets:
        raise Refused(SeatingRefusal.NOT_ENOUGH_DESKS_TOGETHER)
    first = sets[0].desks[0].desk_id
    problems = [(person, refused) for person in people if (refused := _refused(person, first, asked)) is not None]
    places = {place.desk.id: place for _rank, place in free}
    return GroupPreview([_proposal(one, people, places) for one in sets], len(free), problems)


def places_of(desk_ids: Sequence[int], asked: Interval) -> dict[int, DeskOnFloor]:
    """The desks as they stand that day; those that do not stand then are left out."""
    day = clock.city_day(asked.start)
    found = {desk_id: placed_desk(desk_id, day) for desk_id in desk_ids}
    return {desk_id: place for desk_id, place in found.items() if place is not None}


def _proposal(one: DeskSet, people: Sequence[Person], places: dict[int, DeskOnFloor]) -> Proposal:
    seats = [(person, places[desk.desk_id]) for person, desk in zip(people, one.desks, strict=True)]
    return Proposal(seats, touching=not one.across, metres=round(one.metres, 1), own_area=one.worst_rank <= ALSO_OWN)


def _refused(person: Person, desk_id: int, asked: Interval) -> Refused | None:
    """Why the person could not hold the desk then, or None: a rule, or another stretch of that day."""
    try:
        wish = wish_as_asked(person.pk, desk_id, asked)
        refuse_unless_allowed(wish)
    except Refused as refused:
        return refused
    held = held_stretch(person.pk, wish.during)
    return claim_refused(held) if held else None
