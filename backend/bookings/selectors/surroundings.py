"""What surrounds a wish and moves with every booking or closure: read one question at a time, or for many days at once.

A wish asks the same questions whichever of the two it has, so that a preview of many dates and the booking of one are
decided alike.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Protocol

from bookings.models import Booking
from bookings.policies.states import BookingState
from bookings.selectors.loans import lent_desks
from core.interval import Interval
from core.revision import Slow
from spaces.policies.closed_places import ClosedPlace
from spaces.selectors import closures_overlapping


class Surroundings(Protocol):
    """Closures, loans and holdings around a wish."""

    def closures(self, during: Interval) -> Sequence[ClosedPlace]:
        """The closures of any place that share an instant with `during`, which lies within one day."""
        ...

    def lent(self, day: date) -> frozenset[int]:
        """The assigned desks lent on `day`."""
        ...

    def held(self, day: date, during: Interval, desk_ids: Collection[int]) -> Collection[int]:
        """Those of `desk_ids` that somebody holds in `during`, which lies within `day`."""
        ...

    def no_shows(self, person_id: int, since: date) -> Sequence[date]:
        """The days from `since` on for which a booking of the person was released because nobody came, in order."""
        ...


class AsNeeded:
    """Each question is asked of the database (or of what the process keeps) when it comes up."""

    def __init__(self, slow: Mapping[Slow, int]) -> None:
        self._slow = slow

    def closures(self, during: Interval) -> Sequence[ClosedPlace]:
        return closures_overlapping(during, revision=self._slow[Slow.PLACES])

    def lent(self, day: date) -> frozenset[int]:
        return lent_desks(day, self._slow[Slow.LOANS])

    def held(self, day: date, during: Interval, desk_ids: Collection[int]) -> Collection[int]:
        rows = Booking.objects.holding().within(day, during).filter(desk_id__in=desk_ids)
        return set(rows.values_list("desk_id", flat=True))

    def no_shows(self, person_id: int, since: date) -> Sequence[date]:
        return days_not_come(person_id, since)


def days_not_come(person_id: int, since: date) -> Sequence[date]:
    """The days from `since` on with a booking of the person that nobody came to, each once and in order."""
    rows = Booking.objects.of(person_id).filter(
        day__gte=since, state=BookingState.RELEASED, ended_because="no_show", walk_up=False
    )
    return list(rows.order_by("day").values_list("day", flat=True).distinct())


def earliest_that_counts(today: date, working_days: int) -> date:
    """A day before which no no-show can count: twice the working days and a month of days off lie behind it."""
    return today - timedelta(days=2 * working_days + 31)
