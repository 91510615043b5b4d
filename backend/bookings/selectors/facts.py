"""Everything the policies need to know about one wish for a desk, gathered in few queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bookings.models import Booking
from bookings.policies.booking import AreaFacts, DayFacts, DeskFacts
from bookings.policies.refusals import BookingRefusal
from bookings.selectors.booker import Booker, booker_on
from bookings.selectors.loans import lent_desks
from bookings.selectors.rules import RulesHere, rule_rows
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from plans.selectors.working_days import city_calendar
from spaces.policies.closed_places import ClosedPlace
from spaces.selectors import closures_overlapping, floor_plans, placed_desk
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class Wish:
    """A person who wants a desk in an interval, with the places, rules and days as they stand now."""

    booker: Booker
    place: DeskOnFloor
    day: date
    during: Interval
    rules: RulesHere
    now_revisions: dict[Slow, int]

    def desk_facts(self) -> DeskFacts:
        desk = self.place.desk
        lent = desk.mode == "assigned" and desk.id in lent_desks(self.day, self.now_revisions[Slow.LOANS])
        return DeskFacts(desk.mode, desk.area_id, desk.assigned_to_id, lent)

    def day_facts(self) -> DayFacts:
        calendar = city_calendar(self.now_revisions[Slow.CALENDAR])
        window = int(self.rules.rule("window_working_days").value)
        return DayFacts(
            day=self.day,
            last_day=calendar.last_day_of_window(clock.today(), window),
            working_day=calendar.is_working_day(self.day),
            holiday=calendar.holiday(self.day),
        )

    def closures(self) -> Sequence[ClosedPlace]:
        """The closures of the desk's place that overlap the interval."""
        every = closures_overlapping(self.during, revision=self.now_revisions[Slow.PLACES])
        return [closed for closed in every if closed.closes(self.place.plan, self.place.desk)]

    def area_facts(self) -> AreaFacts:
        """The wanted area against the person's own; free desks are counted only where an overflow area is wanted."""
        weekday = self.day.weekday()
        area = self.place.area
        if area.is_common(weekday) or area.is_home_of(self.booker.departments, weekday):
            return AreaFacts(common=area.is_common(weekday), own=not area.is_common(weekday))
        areas = {
            every.id: (every, plan)
            for plan in floor_plans(self.day, revision=self.now_revisions[Slow.PLACES])
            for every in plan.areas
        }
        own = [number for number, (every, _) in areas.items() if every.is_home_of(self.booker.departments, weekday)]
        overflow = list(dict.fromkeys(after for number in own for after in areas[number][0].overflow_ids))
        rank = overflow.index(area.id) if area.id in overflow else None
        if rank is None:
            return AreaFacts(common=False, own=False, own_area_ids=own)
        before = [number for number in (*own, *overflow[:rank]) if number in areas]
        desks = {
            number: [desk.id for desk in areas[number][1].desks_in(number) if desk.mode == "bookable"]
            for number in before
        }
        return AreaFacts(False, False, own, rank, free=self._free(desks))

    def _free(self, desks: dict[int, list[int]]) -> dict[int, int]:
        every = [desk_id for ids in desks.values() for desk_id in ids]
        held = set(
            Booking.objects.holding()
            .on(self.day)
            .overlapping(self.during)
            .filter(desk_id__in=every)
            .values_list("desk_id", flat=True)
        )
        closed = self._closed_desk_ids(every)
        return {number: len(set(ids) - held - closed) for number, ids in desks.items()}

    def _closed_desk_ids(self, desk_ids: Sequence[int]) -> set[int]:
        revision = self.now_revisions[Slow.PLACES]
        closures = closures_overlapping(self.during, revision=revision)
        if not closures:
            return set()
        places = [placed_desk(desk_id, self.day, revision=revision) for desk_id in desk_ids]
        return {
            place.desk.id
            for place in places
            if place is not None and any(closed.closes(place.plan, place.desk) for closed in closures)
        }


def wish_for(*, person_id: int, desk_id: int, during: Interval) -> Wish:
    """Gather what is known about the wish. Raises Refused (`desk_not_in_layout`) where there is no such desk."""
    day = clock.city_day(during.start)
    now_revisions = revisions()
    place = placed_desk(desk_id, day, revision=now_revisions[Slow.PLACES])
    if place is None:
        raise Refused(BookingRefusal.DESK_NOT_IN_LAYOUT)
    booker = booker_on(person_id, day)
    rows = rule_rows(now_revisions[Slow.RULES])
    rules = RulesHere(rows, area_id=place.area.id, desk_mode=place.desk.mode, lineage=booker.lineage)
    return Wish(booker, place, day, during, rules, now_revisions)
