"""Groups as they are told: to who made one, and to who sits in one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from bookings.models import Booking
from bookings.selectors.shown import DeskPlace, desk_place
from people.models import Person
from people.policies.visibility import Seen, Viewer, may_see_where
from people.selectors.seen import seen_people
from seating.models import GroupBooking, GroupSeat
from spaces.selectors import placed_desk


@dataclass(frozen=True, slots=True)
class ShownGroupSeat:
    """One person of a group with the booking as it is now."""

    person: Person
    desk: DeskPlace
    booking: Booking


@dataclass(frozen=True, slots=True)
class GroupReader:
    """Who reads groups, and what decides whom of them the reader may see where."""

    viewer: Viewer
    seen: Mapping[int, Seen]
    today: date

    def may_know(self, person: Person, group: GroupBooking) -> bool:
        """Whether the seat is told: to who made the group, and else as far as the person shows where they are.

        Of a day that is over one's own seat alone, for managers too: a look at others' past has calls that record it.
        """
        if group.day < self.today:
            return person.pk == self.viewer.person_id
        if group.made_by_id == self.viewer.person_id:
            return True
        return may_see_where(self.viewer, self.seen[person.pk], day=group.day, today=self.today)


def group_reader(viewer: Viewer, groups: Iterable[GroupBooking], today: date) -> GroupReader:
    """The viewer before these groups, which have their seats at hand; one query."""
    people = {seat.person_id: seat.person for group in groups for seat in group.seats.all()}
    return GroupReader(viewer, seen_people(people.values(), first=today, last=today), today)


def groups_of(person_id: int, first: date) -> "QuerySet[GroupBooking]":
    """The groups from `first` on that the person made or sits in, in order of the day."""
    mine = Q(made_by_id=person_id) | Q(seats__person_id=person_id)
    return with_seats().filter(mine, day__gte=first).distinct().order_by("day", "pk")


def with_seats() -> "QuerySet[GroupBooking]":
    """Groups with all that is told of them at hand."""
    seats = GroupSeat.objects.select_related("person__department", "booking__desk", "booking__floor")
    return GroupBooking.objects.select_related("made_by__department").prefetch_related(
        Prefetch("seats", seats.order_by("pk"))
    )


def shown_group_seats(group: GroupBooking) -> Sequence[ShownGroupSeat]:
    """Everybody of the group, in the order in which they were named."""
    return [
        ShownGroupSeat(
            seat.person,
            desk_place(seat.booking, placed_desk(seat.booking.desk_id, seat.booking.day)),
            seat.booking,
        )
        for seat in group.seats.all()
    ]
