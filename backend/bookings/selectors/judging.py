"""Asking the policies about bookings of the past.

A month of a city hall is some forty thousand bookings: what is the same for many of them is found out once, and what
is the same for both sets of rules is found out once a booking.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bookings.policies.attempt import attempt_refusals
from bookings.policies.booking import AreaFacts, BookingRules, DayFacts, DeskFacts, NoShows
from bookings.policies.hours import cut_at_now
from bookings.policies.rules import RuleRow
from bookings.selectors.booker import Booker
from bookings.selectors.facts import AreaOrder, area_order
from bookings.selectors.loans import lent_desks
from bookings.selectors.replay import MadeBooking, Replay
from bookings.selectors.rules import RulesHere
from bookings.selectors.surroundings import earliest_that_counts
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from plans.selectors.working_days import city_calendar
from spaces.policies.floor_plan import PlacedArea
from spaces.selectors import floor_plans
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class Here:
    """The rules for one area, desk mode and section, and the numbers that days are counted by."""

    booking: BookingRules
    window: int
    series_window: int
    no_show_limit: int
    no_show_days: int
    no_show_window: int


class RuleChange:
    """A set of rules and the set that would take its place; what holds for an area, a mode and a section is found once.

    The answer is None where both say the same, so that nothing can be refused that was not.
    """

    def __init__(self, before: Sequence[RuleRow], after: Sequence[RuleRow]) -> None:
        self._before, self._after = before, after
        self._found: dict[tuple[int, str, tuple[int, ...]], tuple[Here, Here] | None] = {}

    def here(self, area_id: int, desk_mode: str, lineage: tuple[int, ...]) -> tuple[Here, Here] | None:
        """The rules before and after the change."""
        key = (area_id, desk_mode, lineage)
        if key not in self._found:
            before, after = (_here(rows, area_id, desk_mode, lineage) for rows in (self._before, self._after))
            self._found[key] = None if before == after else (before, after)
        return self._found[key]


def _here(rows: Sequence[RuleRow], area_id: int, desk_mode: str, lineage: tuple[int, ...]) -> Here:
    rules = RulesHere(rows, area_id=area_id, desk_mode=desk_mode, lineage=lineage)
    return Here(
        booking=rules.for_booking(),
        window=rules.number("window_working_days"),
        series_window=rules.number("series_window_days"),
        no_show_limit=rules.number("no_show_limit"),
        no_show_days=rules.number("no_show_days"),
        no_show_window=rules.number("no_show_window_days"),
    )


class Attempt:
    """A booking as it was made, ready to be asked about under several rules."""

    __slots__ = ("_area", "_booker", "_booking", "_desk", "_during", "_judge", "_place")

    def __init__(self, judge: "Judge", booking: MadeBooking, place: DeskOnFloor) -> None:
        self._judge = judge
        self._booking = booking
        self._place = place
        self._booker = judge.replay.booker(booking)
        self._desk: DeskFacts | None = None
        self._area: AreaFacts | None = None
        made = booking.created_at
        during = Interval(booking.asked_from, booking.asked_until)
        if during.start < made < during.end:
            during = cut_at_now(during, made.replace(second=0, microsecond=0))
        self._during = during

    def rules(self, change: RuleChange) -> tuple[Here, Here] | None:
        """The rules for this person and desk before and after the change; None where they are the same."""
        desk = self._place.desk
        return change.here(desk.area_id, desk.mode, self._booker.lineage)

    def refused(self, here: Here) -> Refused | None:
        """The first rule that would have refused the booking as it was made."""
        booking = self._booking
        if self._desk is None:
            self._desk = self._judge.desk_facts(booking, self._place)
        every = attempt_refusals(
            person_id=booking.person_id,
            during=self._during,
            desk=self._desk,
            day=self._judge.day_facts(booking, here),
            rules=here.booking,
            live_bookings=self._judge.replay.live_before(booking),
            area=self._area_facts,
        )
        return next(every, None)

    def _area_facts(self) -> AreaFacts:
        if self._area is None:
            self._area = self._judge.area_facts(self._booking, self._place.area, self._booker, self._during)
        return self._area


class Judge:
    """What is known of the days, people and places that bookings of the past were about."""

    def __init__(self, replay: Replay) -> None:
        self.replay = replay
        self._slow: Mapping[Slow, int] = revisions()
        self._calendar = city_calendar(self._slow[Slow.CALENDAR])
        self._windows: dict[tuple[date, int], date] = {}
        self._days: dict[tuple[date, date, int, int | None], DayFacts] = {}
        self._orders: dict[tuple[date, tuple[int, ...], frozenset[int]], AreaOrder] = {}
        self._bookable: dict[date, dict[int, set[int]]] = {}
        self._placed: dict[date, dict[int, DeskOnFloor]] = {}
        self._placed_in: dict[tuple[int, ...], dict[int, DeskOnFloor]] = {}

    def attempt(self, booking: MadeBooking) -> Attempt | None:
        """The booking where its desk stood on its day; None where it stood nowhere."""
        place = self._placed_on(booking.day).get(booking.desk_id)
        return None if place is None else Attempt(self, booking, place)

    def desk_facts(self, booking: MadeBooking, place: DeskOnFloor) -> DeskFacts:
        desk = place.desk
        lent = desk.mode == "assigned" and desk.id in lent_desks(booking.day, self._slow[Slow.LOANS])
        return DeskFacts(desk.mode, desk.area_id, desk.assigned_to_id, lent)

    def day_facts(self, booking: MadeBooking, here: Here) -> DayFacts:
        made_on = booking.made_on
        no_shows = self._no_shows(booking, here, made_on) if here.no_show_limit else None
        series_window = here.series_window if booking.repeated else None
        if no_shows is not None:
            return self._day(booking.day, made_on, here.window, series_window, no_shows)
        key = (booking.day, made_on, here.window, series_window)
        if key not in self._days:
            self._days[key] = self._day(*key)
        return self._days[key]

    def area_facts(self, booking: MadeBooking, area: PlacedArea, booker: Booker, during: Interval) -> AreaFacts:
        weekday = booking.day.weekday()
        if area.is_common(weekday) or area.is_home_of(booker.departments, weekday):
            return AreaFacts(common=area.is_common(weekday), own=not area.is_common(weekday))
        order = self._order(booking.day, booker)
        if area.id not in order.overflow:
            return AreaFacts(common=False, own=False, own_area_ids=order.own)
        rank = order.overflow.index(area.id)
        bookable = self._bookable_on(booking.day)
        free = {
            area_id: len(bookable.get(area_id, set()) - self.replay.held_before(booking, area_id, during))
            for area_id in [*order.own, *order.overflow[:rank]]
        }
        return AreaFacts(common=False, own=False, own_area_ids=order.own, overflow_rank=rank, free=free)

    def _day(
        self, day: date, made_on: date, window: int, series_window: int | None, no_shows: NoShows | None = None
    ) -> DayFacts:
        last_day = self._last_day(made_on, window)
        if series_window is not None:
            last_day = max(last_day, made_on + timedelta(days=series_window))
        return DayFacts(
            day=day,
            last_day=last_day,
            working_day=self._calendar.is_working_day(day),
            holiday=self._calendar.holiday(day),
            repeated=series_window is not None,
            no_shows=no_shows,
        )

    def _no_shows(self, booking: MadeBooking, here: Here, made_on: date) -> NoShows | None:
        counts = here.no_show_days
        days = self.replay.no_shows_before(booking, earliest_that_counts(made_on, counts))
        ends = [end for day in days if (end := self._last_day(day, counts)) >= made_on]
        if len(ends) < here.no_show_limit:
            return None
        return NoShows(last_day=self._last_day(made_on, here.no_show_window), until=ends[-here.no_show_limit])

    def _order(self, day: date, booker: Booker) -> AreaOrder:
        key = (day, booker.lineage, booker.departments)
        if key not in self._orders:
            plans = floor_plans(day, revision=self._slow[Slow.PLACES])
            self._orders[key] = area_order(booker, plans, day.weekday())
        return self._orders[key]

    def _placed_on(self, day: date) -> Mapping[int, DeskOnFloor]:
        """The desks in service on a day; days on which the same layouts are in force share one answer."""
        if day not in self._placed:
            plans = floor_plans(day, revision=self._slow[Slow.PLACES])
            layouts = tuple(plan.layout_id for plan in plans)
            if layouts not in self._placed_in:
                self._placed_in[layouts] = {desk.id: DeskOnFloor(desk, plan) for plan in plans for desk in plan.desks}
            self._placed[day] = self._placed_in[layouts]
        return self._placed[day]

    def _bookable_on(self, day: date) -> Mapping[int, set[int]]:
        """The bookable desks of each area on a day."""
        if day not in self._bookable:
            found: dict[int, set[int]] = {}
            for plan in floor_plans(day, revision=self._slow[Slow.PLACES]):
                for desk in plan.desks:
                    if desk.mode == "bookable":
                        found.setdefault(desk.area_id, set()).add(desk.id)
            self._bookable[day] = found
        return self._bookable[day]

    def _last_day(self, day: date, working_days: int) -> date:
        key = (day, working_days)
        if key not in self._windows:
            self._windows[key] = self._calendar.last_day_of_window(day, working_days)
        return self._windows[key]
