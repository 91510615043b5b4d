"""Bookings, closures, loans and the person's own day on many days at once: a constant number of queries for any number.

It answers what bookings.selectors.surroundings asks, so that the same wish and the same policies decide.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bookings.models import DeskLoan
from bookings.policies.states import HOLDING
from bookings.selectors.booker import Booker, bookers_on
from bookings.selectors.surroundings import days_not_come
from core import clock
from core.interval import Interval
from core.prepared import prepared_cursor
from plans.policies import Stretch
from plans.policies.claims import YIELDING
from plans.selectors.ledger import stretches
from spaces.policies.closed_places import ClosedPlace
from spaces.selectors import closures_overlapping

# As for one day (bookings.selectors.holdings) the states stand in the text, so that the partial index serves it.
_HELD = """
SELECT booking.id, booking.day, booking.desk_id, lower(booking.during), upper(booking.during)
  FROM bookings_booking booking
 WHERE booking.day = ANY(%(days)s) AND booking.desk_id = ANY(%(desks)s) AND booking.state IN ({states})
 ORDER BY booking.day, lower(booking.during)
""".format(states=", ".join(f"'{state}'" for state in HOLDING))


@dataclass(frozen=True, slots=True)
class HeldStretch:
    """A booking that holds a desk for a stretch of a day."""

    booking_id: int
    during: Interval


class ManyDays:
    """What surrounds a person's wishes on `days`: read once, the holdings of desks when they are first asked for."""

    def __init__(self, person_id: int, days: Collection[date]) -> None:
        self._person_id = person_id
        self._days = sorted(set(days))
        self._held: dict[date, dict[int, list[HeldStretch]]] = defaultdict(lambda: defaultdict(list))
        self._read_desks: set[int] = set()
        self._lent: dict[date, frozenset[int]] | None = None
        self._no_shows: dict[date, Sequence[date]] = {}
        self._bookers = bookers_on(person_id, self._days)
        first, last = self._days[0], self._days[-1]
        self._closures = self._closures_by_day(first, last)
        self._stretches = stretches([person_id], first, last).get(person_id, {})

    def booker(self, day: date) -> Booker:
        """The person with the posts held on `day`."""
        return self._bookers[day]

    def closures(self, during: Interval) -> Sequence[ClosedPlace]:
        of_day = self._closures.get(clock.city_day(during.start), ())
        return [closed for closed in of_day if closed.during.overlaps(during)]

    def lent(self, day: date) -> frozenset[int]:
        if self._lent is None:
            found: dict[date, set[int]] = defaultdict(set)
            loans = DeskLoan.objects.filter(day__in=self._days, withdrawn_at__isnull=True)
            for lent_day, desk_id in loans.values_list("day", "desk_id"):
                found[lent_day].add(desk_id)
            self._lent = {lent_day: frozenset(desks) for lent_day, desks in found.items()}
        return self._lent.get(day, frozenset())

    def held(self, day: date, during: Interval, desk_ids: Collection[int]) -> Collection[int]:
        self.look_at(desk_ids)
        of_day = self._held[day]
        return {
            desk_id
            for desk_id in desk_ids
            if desk_id in of_day and any(held.during.overlaps(during) for held in of_day[desk_id])
        }

    def no_shows(self, person_id: int, since: date) -> Sequence[date]:
        if since not in self._no_shows:
            self._no_shows[since] = days_not_come(person_id, since)
        return self._no_shows[since]

    def rival(self, day: date, during: Interval, desk_id: int, *, but: int | None) -> HeldStretch | None:
        """The first booking other than `but` that holds the desk in `during`."""
        self.look_at([desk_id])
        of_desk = self._held[day].get(desk_id, ())
        return next((held for held in of_desk if held.booking_id != but and held.during.overlaps(during)), None)

    def own_stretch(self, day: date, during: Interval, *, but: tuple[str, int] | None) -> Stretch | None:
        """The first stretch of the person's own day that overlaps `during` and would not yield to a desk.

        Other than that of the holder `but`.
        """
        for stretch in self._stretches.get(day, ()):
            if stretch.holder_kind in YIELDING:
                continue
            if stretch.during.overlaps(during) and (stretch.holder_kind, stretch.holder_id) != but:
                return stretch
        return None

    def look_at(self, desk_ids: Iterable[int]) -> None:
        """Read the holdings of those desks that were not asked for yet, on all days; one query."""
        missing = set(desk_ids) - self._read_desks
        if not missing:
            return
        self._read_desks |= missing
        with prepared_cursor() as cursor:
            cursor.execute(_HELD, {"days": self._days, "desks": sorted(missing)})
            rows = cursor.fetchall()
        for booking_id, day, desk_id, start, end in rows:
            self._held[day][desk_id].append(HeldStretch(booking_id, Interval(start, end)))

    def _closures_by_day(self, first: date, last: date) -> dict[date, list[ClosedPlace]]:
        every = closures_overlapping(Interval(clock.day_start(first), clock.day_end(last)))
        found: dict[date, list[ClosedPlace]] = {}
        for day in self._days if every else ():
            whole = Interval(clock.day_start(day), clock.day_end(day))
            found[day] = [closed for closed in every if closed.during.overlaps(whole)]
        return found
