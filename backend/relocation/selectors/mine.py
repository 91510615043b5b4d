"""What was displaced of one person's days, with what can be chosen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bookings.models import Booking
from bookings.policies.states import LIVE
from core import clock
from core.interval import Interval
from relocation.models import Displacement
from relocation.policies.causes import OPEN, Because, DisplacementState
from relocation.selectors.hall_days import HallDays
from relocation.selectors.proposals import Wanted, choices
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class MyDisplacement:
    """A displacement, the booking that stands now (None: none), and the desks that could be chosen instead."""

    displacement: Displacement
    booking: Booking | None
    choices: Sequence[DeskOnFloor]


def displacements_of(person_id: int) -> list[MyDisplacement]:
    """Those of days from today on that are not over, in order of day, open or answered.

    An offer to somebody who has found a desk for that time without it asks nothing any more.
    """
    rows = Displacement.objects.filter(
        person_id=person_id, day__gte=clock.today(), during__endswith__gt=clock.now()
    ).select_related("from_desk", "booking__desk", "booking__floor", "new_booking__desk", "new_booking__floor")
    every = list(rows.order_by("day", "during", "pk"))
    latest = _latest(every)
    held = _held_on([row.day for row in every if row.state == DisplacementState.OFFERED], person_id)
    return with_choices([row for row in every if row.state not in OPEN or _still_asks(row, latest, held)])


def with_choices(rows: Sequence[Displacement]) -> list[MyDisplacement]:
    """The displacements as their person sees them; a constant number of queries."""
    hall = HallDays()
    open_ones = [row for row in rows if row.state in OPEN and row.interval.end > clock.this_minute()]
    found = choices([wanted_of(row) for row in open_ones], hall) if open_ones else {}
    return [MyDisplacement(row, standing_booking(row), _choices(row, found.get(row.pk, []))) for row in rows]


def standing_booking(row: Displacement) -> Booking | None:
    """What the person holds for the stretch: the booking moved to, or the one that another desk is offered for."""
    booking = row.booking if row.because == Because.RESTORED else row.new_booking
    return booking if booking is not None and booking.state in LIVE else None


def wanted_of(row: Displacement) -> Wanted:
    """What has to be found for an open displacement: a desk for what is still to come of it."""
    during = Interval(max(row.interval.start, clock.this_minute()), row.interval.end)
    lost = row.from_desk_id if row.back_to_id is None else row.back_to_id
    return Wanted(row.pk, standing_booking(row) or row.booking, lost, during)


def _latest(rows: Sequence[Displacement]) -> dict[int, int]:
    """By booking id, the latest displacement of that booking."""
    latest: dict[int, int] = {}
    for row in rows:
        if row.because != Because.RESTORED:
            latest[row.booking_id] = max(row.pk, latest.get(row.booking_id, 0))
    return latest


def _held_on(days: Collection[date], person_id: int) -> list[Interval]:
    """What the person holds on these days; no query where there are none."""
    if not days:
        return []
    return [booking.interval for booking in Booking.objects.live().of(person_id).filter(day__in=days)]


def _still_asks(row: Displacement, latest: dict[int, int], held: Sequence[Interval]) -> bool:
    """Whether there is still something to answer: not where the booking, or its person, went another way meanwhile."""
    if row.state == DisplacementState.OFFERED and row.because != Because.RESTORED:
        return not any(other.overlaps(row.interval) for other in held)
    standing = standing_booking(row)
    return standing is not None and latest.get(standing.pk, 0) <= row.pk


def _choices(row: Displacement, found: Sequence[DeskOnFloor]) -> Sequence[DeskOnFloor]:
    if row.back_to_id is None:
        return found
    return [place for place in found if place.desk.id == row.back_to_id]
