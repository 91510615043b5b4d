"""Desks for a group: which sets of free desks stand together, and who could not be booked at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from bookings.services.booking import wish_as_asked
from bookings.services.deciding import refuse_unless_allowed
from core.interval import Interval
from core.refused import Refused
from people.models import Person
from plans.policies import claim_refused
from plans.policies.claims import YIELDING
from plans.selectors.ledger import held_stretch
from seating.policies.discretion import Discretion
from seating.policies.groups import DeskSet, sets_together
from seating.selectors.candidates import ALSO_OWN, open_desks, wish_of_person
from seating.selectors.section_desks import box_of
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


def group_preview(people: Sequence[Person], asked: Interval, discretion: Discretion) -> GroupPreview:
    """Where these people could sit together: in the areas of the first of them.

    Who could not be booked at all is told, by `discretion`, and left out of the proposals, which are for the others;
    there are none where not enough desks stand together. Raises Refused for hours nobody can have.
    """
    free = open_desks(wish_of_person(people[0].pk, asked))
    if not free:
        return GroupPreview([], 0, [])
    first = free[0][1].desk.id
    problems = {person.pk: refused for person in people if (refused := _refused(person, first, asked)) is not None}
    others = [person for person in people if person.pk not in problems]
    sets = sets_together([box_of(place, rank) for rank, place in free], len(others)) if others else []
    places = {place.desk.id: place for _rank, place in free}
    return GroupPreview(
        [_proposal(one, others, places) for one in sets],
        len(free),
        [(person, discretion.told(problems[person.pk], person.pk)) for person in people if person.pk in problems],
    )


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
    held = held_stretch(person.pk, wish.during, unless=YIELDING)
    return claim_refused(held) if held else None
