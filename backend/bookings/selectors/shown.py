"""Bookings as their owner sees them: where, when, and what can be done now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bookings.models import Booking
from bookings.policies.presence import possible_actions
from bookings.policies.rules import Owner
from bookings.policies.states import BookingState
from bookings.selectors.asked import part_asked
from bookings.selectors.moment import moment_with, rules_of
from bookings.selectors.rules import RulesHere
from core.interval import Interval
from core.pagination import Key
from core.revision import Slow, revisions
from people.models import Person
from spaces.selectors import placed_desk
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Where a desk stands, in words."""

    id: int
    code: str
    area: int
    area_name: str
    floor: int
    floor_name: str


@dataclass(frozen=True, slots=True)
class ShownBooking:
    """A booking with everything its screen says about it."""

    id: int
    person: int
    booked_by: Person | None
    desk: DeskPlace
    day: date
    part: str | None
    start: datetime
    end: datetime
    state: str
    walk_up: bool
    spilled_over: bool
    checked_in_at: datetime | None
    checked_out_at: datetime | None
    check_in_from: datetime | None
    check_in_until: datetime | None
    undo_until: datetime | None
    rule: Owner | None
    may: list[str]
    moved_from: int | None
    ended_because: str


def shown(bookings: Sequence[Booking], slow: Mapping[Slow, int] | None = None) -> list[ShownBooking]:
    """The bookings as shown to their owner; a constant number of queries for any number of them.

    `slow` are the slow revisions, where the caller has them already.
    """
    slow = revisions() if slow is None else slow
    rules = rules_of(bookings, slow)
    return [_shown(booking, rules[booking.pk], slow[Slow.PLACES]) for booking in bookings]


def bookings_of(
    person_id: int, *, first: date | None, last: date | None, state: str | None, newest_first: bool
) -> "BookingPages":
    """The person's bookings from `first` to `last` (both included), to be fetched page by page."""
    rows = Booking.objects.of(person_id).made().with_places().select_related("booked_by__department")
    if first is not None:
        rows = rows.filter(day__gte=first)
    if last is not None:
        rows = rows.filter(day__lte=last)
    if state is not None:
        rows = rows.filter(state=state)
    return BookingPages(rows, newest_first)


@dataclass(frozen=True, slots=True)
class BookingPages:
    """A list of bookings in order of (day, start, id), or the opposite order."""

    rows: QuerySet[Booking]
    newest_first: bool

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> list[Booking]:
        """At most `limit` bookings beyond the key `after`: core.pagination's fetch."""
        descending = self.newest_first != backwards
        rows = self.rows
        if after is not None:
            day, number = after
            beyond = (
                Q(day__lt=day) | Q(day=day, pk__lt=number) if descending else Q(day__gt=day) | Q(day=day, pk__gt=number)
            )
            rows = rows.filter(beyond)
        return list(rows.order_by(*(("-day", "-pk") if descending else ("day", "pk")))[:limit])

    @staticmethod
    def key(booking: Booking) -> Key:
        return booking.day, booking.pk


def _shown(booking: Booking, rules: RulesHere, revision: int) -> ShownBooking:
    place = placed_desk(booking.desk_id, booking.day, revision=revision)
    moment = moment_with(booking, rules)
    live = booking.state == BookingState.BOOKED
    return ShownBooking(
        id=booking.pk,
        person=booking.person_id,
        booked_by=booking.booked_by if booking.booked_by_id is not None else None,
        desk=desk_place(booking, place),
        day=booking.day,
        part=part_asked(place.plan.building, Interval.of_range(booking.booked_during)) if place else None,
        start=booking.start,
        end=booking.end,
        state=booking.state,
        walk_up=booking.walk_up,
        spilled_over=booking.spilled_over,
        checked_in_at=booking.checked_in_at,
        checked_out_at=booking.checked_out_at,
        check_in_from=moment.check_in_from if live else None,
        check_in_until=booking.release_at if live else None,
        undo_until=moment.undo_until,
        rule=rules.rule("release_after_minutes").named if live and booking.release_at else None,
        may=[str(action) for action in possible_actions(moment)],
        moved_from=booking.moved_from_id,
        ended_because=booking.ended_because,
    )


def desk_place(booking: Booking, place: DeskOnFloor | None) -> DeskPlace:
    """Where the booking's desk stands on its day; by its codes alone where no layout has it any more."""
    if place is not None:
        return place_of(place)
    return DeskPlace(booking.desk_id, booking.desk.code, booking.area_id, "", booking.floor_id, booking.floor.name)


def place_of(place: DeskOnFloor) -> DeskPlace:
    """A desk as it stands in its layout."""
    desk, area, floor = place.desk, place.area, place.plan.floor
    return DeskPlace(desk.id, desk.code, area.id, area.name, floor.id, floor.name)
