"""Everything the policies need to know about one wish for a desk, gathered in few queries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bookings.policies.attempt import attempt_refusals
from bookings.policies.booking import AreaFacts, DayFacts, DeskFacts, NoShows
from bookings.policies.refusals import BookingRefusal
from bookings.policies.visits import outside_visit
from bookings.selectors.booker import Booker, booker_on
from bookings.selectors.rivals import closed_place
from bookings.selectors.rules import RulesHere, rule_rows
from bookings.selectors.surroundings import AsNeeded, Surroundings, earliest_that_counts
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from plans.selectors.working_days import CityCalendar, city_calendar
from spaces.policies.closed_places import ClosedPlace
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors import floor_plans, placed_desk
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class AreaOrder:
    """Ids of areas in the order in which the person's section fills them (グループアドレス)."""

    own: list[int]
    overflow: list[int]
    common: list[int]

    def all(self) -> list[int]:
        return [*self.own, *self.overflow, *self.common]


@dataclass(frozen=True, slots=True)
class Wish:
    """A person who wants a desk in an interval, with the places, rules and days as they stand now.

    `repeated` says that it is one of many dates wanted at once: then the rules of series hold.
    """

    booker: Booker
    place: DeskOnFloor
    day: date
    during: Interval
    rules: RulesHere
    now_revisions: dict[Slow, int]
    around: Surroundings
    repeated: bool = False

    def desk_facts(self) -> DeskFacts:
        desk = self.place.desk
        lent = desk.mode == "assigned" and desk.id in self.around.lent(self.day)
        return DeskFacts(desk.mode, desk.area_id, desk.assigned_to_id, lent)

    def day_facts(self) -> DayFacts:
        calendar = city_calendar(self.now_revisions[Slow.CALENDAR])
        today = clock.today()
        last_day = calendar.last_day_of_window(today, self.rules.number("window_working_days"))
        if self.repeated:
            last_day = max(last_day, today + timedelta(days=self.rules.number("series_window_days")))
        return DayFacts(
            day=self.day,
            last_day=last_day,
            working_day=calendar.is_working_day(self.day),
            holiday=calendar.holiday(self.day),
            repeated=self.repeated,
            no_shows=self._no_shows(calendar, today),
        )

    def _no_shows(self, calendar: CityCalendar, today: date) -> NoShows | None:
        """Costs a question only where a rule lets something follow from no-shows."""
        limit = self.rules.number("no_show_limit")
        if not limit:
            return None
        counts = self.rules.number("no_show_days")
        days = self.around.no_shows(self.booker.person_id, earliest_that_counts(today, counts))
        ends = [end for day in days if (end := calendar.last_day_of_window(day, counts)) >= today]
        if len(ends) < limit:
            return None
        left = self.rules.number("no_show_window_days")
        return NoShows(last_day=calendar.last_day_of_window(today, left), until=ends[-limit])

    def refusals(self, live_bookings: int, *, walk_up: bool = False) -> Iterator[Refused]:
        """Every rule and closure in the way, first first; each is looked at only when it is asked for.

        `live_bookings` counts what the person holds otherwise of the kind that this would be (single or repeated).
        """
        if refused := outside_visit(self.booker.visit, self.day):
            yield refused
        yield from attempt_refusals(
            person_id=self.booker.person_id,
            during=self.during,
            desk=self.desk_facts(),
            day=self.day_facts(),
            rules=self.rules.for_booking(),
            live_bookings=live_bookings,
            area=self.area_facts,
            walk_up=walk_up,
        )
        yield from map(closed_place, self.closures())

    def closures(self) -> Sequence[ClosedPlace]:
        """The closures of the desk's place that overlap the interval."""
        every = self.around.closures(self.during)
        return [closed for closed in every if closed.closes(self.place.plan, self.place.desk)]

    def area_facts(self) -> AreaFacts:
        """The wanted area against the person's own; free desks are counted only where an overflow area is wanted."""
        weekday = self.day.weekday()
        area = self.place.area
        if area.is_common(weekday) or area.is_home_of(self.booker.departments, weekday):
            return AreaFacts(common=area.is_common(weekday), own=not area.is_common(weekday))
        order = self.area_order()
        if area.id not in order.overflow:
            return AreaFacts(common=False, own=False, own_area_ids=order.own)
        rank = order.overflow.index(area.id)
        free = self.free_desks([*order.own, *order.overflow[:rank]])
        counts = {area_id: len(places) for area_id, places in free.items()}
        return AreaFacts(common=False, own=False, own_area_ids=order.own, overflow_rank=rank, free=counts)

    def area_order(self) -> AreaOrder:
        """Where the person may sit that day: see `area_order`."""
        plans = floor_plans(self.day, revision=self.now_revisions[Slow.PLACES])
        return area_order(self.booker, plans, self.day.weekday())

    def free_desks(self, area_ids: Sequence[int]) -> dict[int, list[DeskOnFloor]]:
        """The bookable desks of each area that nobody holds and nothing closes in the interval; at most one query."""
        plans = floor_plans(self.day, revision=self.now_revisions[Slow.PLACES])
        wanted = frozenset(area_ids)
        desks = [
            DeskOnFloor(desk, plan)
            for plan in plans
            if not wanted.isdisjoint(plan.area_by_id)
            for desk in plan.desks
            if desk.area_id in wanted and desk.mode == "bookable"
        ]
        held = self.around.held(self.day, self.during, [place.desk.id for place in desks])
        closures = self.around.closures(self.during)
        free: dict[int, list[DeskOnFloor]] = {area_id: [] for area_id in area_ids}
        for place in desks:
            closed = any(closure.closes(place.plan, place.desk) for closure in closures)
            if place.desk.id not in held and not closed:
                free[place.desk.area_id].append(place)
        return free


def area_order(booker: Booker, plans: Sequence[FloorPlan], weekday: int) -> AreaOrder:
    """Where a person may sit on a weekday (Monday is 0): the own areas, those they overflow to in order, the common.

    Areas of the main post's section come before those of concurrent posts.
    """
    areas = [area for plan in plans for area in plan.areas]
    own = [area for area in areas if area.is_home_of(booker.departments, weekday)]
    own.sort(key=lambda area: not area.is_home_of(booker.lineage, weekday))
    own_ids = [area.id for area in own]
    overflow = dict.fromkeys(after for area in own for after in area.overflow_ids if after not in own_ids)
    common = [area.id for area in areas if area.is_common(weekday) and area.id not in overflow]
    return AreaOrder(own_ids, list(overflow), common)


def wish_for(*, person_id: int, desk_id: int, during: Interval, repeated: bool = False) -> Wish:
    """Gather what is known about the wish. Raises Refused (`desk_not_in_layout`) where there is no such desk."""
    day = clock.city_day(during.start)
    now_revisions = revisions()
    place = placed_desk(desk_id, day, revision=now_revisions[Slow.PLACES])
    if place is None:
        raise Refused(BookingRefusal.DESK_NOT_IN_LAYOUT)
    booker = booker_on(person_id, day)
    rows = rule_rows(now_revisions[Slow.RULES])
    rules = RulesHere(rows, area_id=place.area.id, desk_mode=place.desk.mode, lineage=booker.lineage)
    return Wish(booker, place, day, during, rules, now_revisions, AsNeeded(now_revisions), repeated)
