"""What a set of rules would have refused of the bookings made in a period: the same policies, asked as things were.

What a rule cannot change is not asked again: rivals, hours and closures (docs/decisions/0022).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bookings.models import BookingRule
from bookings.policies.attempt import attempt_refusals
from bookings.policies.booking import AreaFacts, BookingRules, DayFacts, DeskFacts, NoShows
from bookings.policies.hours import cut_at_now
from bookings.policies.rules import DEFAULTS, Owner, RuleRow
from bookings.selectors.booker import Booker
from bookings.selectors.facts import AreaOrder, area_order
from bookings.selectors.loans import lent_desks
from bookings.selectors.replay import MadeBooking, Replay
from bookings.selectors.rules import RulesHere, row_of
from bookings.selectors.surroundings import earliest_that_counts
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from plans.selectors.working_days import city_calendar
from spaces.selectors import floor_plans, placed_desk
from spaces.selectors.desks import DeskOnFloor

EXAMPLES = 10

RuleKey = tuple[str, str, str, str]
"""The code, and the rule's name, scope and value: what tells one refusing rule from another."""


@dataclass(slots=True)
class Simulated:
    """What the candidate would have refused that was allowed. Counts by what refuses, whose bookings, and weekday.

    `not_judged` are walk-ups, which rules never refuse, and bookings of desks that stand nowhere any more.
    """

    judged: int = 0
    not_judged: int = 0
    refused: int = 0
    by_rule: Counter[RuleKey] = field(default_factory=Counter)
    rules: dict[RuleKey, Owner] = field(default_factory=dict)
    by_department: Counter[int | None] = field(default_factory=Counter)
    judged_by_department: Counter[int | None] = field(default_factory=Counter)
    people_by_department: dict[int | None, set[int]] = field(default_factory=lambda: defaultdict(set))
    by_weekday: Counter[int] = field(default_factory=Counter)
    examples: list[tuple[MadeBooking, Refused]] = field(default_factory=list)


def candidate_rows(candidate: BookingRule, replaces: int | None) -> tuple[Sequence[RuleRow], Sequence[RuleRow]]:
    """The rows as they are set, and as they would be with the (unsaved) candidate.

    It takes the place of the row `replaces`, or of the one that has its scope already.
    """
    rules = list(BookingRule.objects.select_related("area", "department").order_by("pk"))
    scope = (candidate.area_id, candidate.desk_mode, candidate.department_id)
    kept = [
        rule for rule in rules if rule.pk != replaces and (rule.area_id, rule.desk_mode, rule.department_id) != scope
    ]
    return [row_of(rule) for rule in rules], [*(row_of(rule) for rule in kept), row_of(candidate)]


def simulate(present: Sequence[RuleRow], wanted: Sequence[RuleRow], *, first: date, last: date) -> Simulated:
    """Ask of every booking made from `first` to `last` whether `wanted` refuses what `present` allows."""
    counts = [int(row.says.get("no_show_days") or DEFAULTS["no_show_days"]) for row in (*present, *wanted)]
    since = earliest_that_counts(first, max(counts, default=DEFAULTS["no_show_days"]))
    replay = Replay(first, last, no_shows_since=since)
    judge = _Judge(replay)
    before, after = _RuleSet(present), _RuleSet(wanted)
    found = Simulated()
    for booking in replay.attempts():
        place = None if booking.walk_up else judge.place(booking)
        if place is None:
            found.not_judged += 1
            continue
        found.judged += 1
        found.judged_by_department[booking.department_id] += 1
        refused = judge.refused(booking, place, after)
        if refused is not None and "rule" in refused.facts and judge.refused(booking, place, before) is None:
            _count(found, booking, refused)
    return found


def _count(found: Simulated, booking: MadeBooking, refused: Refused) -> None:
    found.refused += 1
    rule: Owner = refused.facts["rule"]
    key = (str(refused.code), rule.name["ja"], rule.scope["ja"], str(rule.value))
    found.rules.setdefault(key, rule)
    found.by_rule[key] += 1
    found.by_department[booking.department_id] += 1
    found.people_by_department[booking.department_id].add(booking.person_id)
    found.by_weekday[booking.day.weekday()] += 1
    if len(found.examples) < EXAMPLES:
        found.examples.append((booking, refused))


@dataclass(slots=True)
class _Here:
    """The rules for one area, desk mode and section, and those of them that days are counted by."""

    rules: RulesHere
    booking: BookingRules
    window: int
    series_window: int
    no_show_limit: int


class _RuleSet:
    """A set of rows; what holds for an area, a mode and a section is looked up once."""

    def __init__(self, rows: Sequence[RuleRow]) -> None:
        self._rows = rows
        self._found: dict[tuple[int, str, tuple[int, ...]], _Here] = {}

    def here(self, area_id: int, desk_mode: str, lineage: tuple[int, ...]) -> _Here:
        key = (area_id, desk_mode, lineage)
        if key not in self._found:
            rules = RulesHere(self._rows, area_id=area_id, desk_mode=desk_mode, lineage=lineage)
            self._found[key] = _Here(
                rules,
                rules.for_booking(),
                rules.number("window_working_days"),
                rules.number("series_window_days"),
                rules.number("no_show_limit"),
            )
        return self._found[key]


class _Judge:
    """Asks the policies about bookings of the past, with what is known of them."""

    def __init__(self, replay: Replay) -> None:
        self._replay = replay
        self._slow: Mapping[Slow, int] = revisions()
        self._calendar = city_calendar(self._slow[Slow.CALENDAR])
        self._windows: dict[tuple[date, int], date] = {}
        self._orders: dict[tuple[date, tuple[int, ...], frozenset[int]], AreaOrder] = {}

    def place(self, booking: MadeBooking) -> DeskOnFloor | None:
        """Where the desk stands on the day of the booking."""
        return placed_desk(booking.desk_id, booking.day, revision=self._slow[Slow.PLACES])

    def refused(self, booking: MadeBooking, place: DeskOnFloor, rule_set: _RuleSet) -> Refused | None:
        """The first rule of the set that would have refused the booking as it was made."""
        booker = self._replay.booker(booking)
        here = rule_set.here(place.area.id, place.desk.mode, booker.lineage)
        during = Interval(booking.asked_from, booking.asked_until)
        made = booking.created_at.replace(second=0, microsecond=0)
        if made < during.end:
            during = cut_at_now(during, made)
        every = attempt_refusals(
            person_id=booking.person_id,
            during=during,
            desk=self._desk_facts(booking, place),
            day=self._day_facts(booking, here),
            rules=here.booking,
            live_bookings=self._replay.live_before(booking),
            area=lambda: self._area_facts(booking, place, booker, during),
        )
        return next(every, None)

    def _desk_facts(self, booking: MadeBooking, place: DeskOnFloor) -> DeskFacts:
        desk = place.desk
        lent = desk.mode == "assigned" and desk.id in lent_desks(booking.day, self._slow[Slow.LOANS])
        return DeskFacts(desk.mode, desk.area_id, desk.assigned_to_id, lent)

    def _day_facts(self, booking: MadeBooking, here: _Here) -> DayFacts:
        made_on = clock.city_day(booking.created_at)
        last_day = self._last_day(made_on, here.window)
        if booking.repeated:
            last_day = max(last_day, made_on + timedelta(days=here.series_window))
        return DayFacts(
            day=booking.day,
            last_day=last_day,
            working_day=self._calendar.is_working_day(booking.day),
            holiday=self._calendar.holiday(booking.day),
            repeated=booking.repeated,
            no_shows=self._no_shows(booking, here, made_on) if here.no_show_limit else None,
        )

    def _no_shows(self, booking: MadeBooking, here: _Here, made_on: date) -> NoShows | None:
        counts = here.rules.number("no_show_days")
        days = self._replay.no_shows_before(booking, earliest_that_counts(made_on, counts))
        ends = [end for day in days if (end := self._last_day(day, counts)) >= made_on]
        if len(ends) < here.no_show_limit:
            return None
        left = here.rules.number("no_show_window_days")
        return NoShows(last_day=self._last_day(made_on, left), until=ends[-here.no_show_limit])

    def _area_facts(self, booking: MadeBooking, place: DeskOnFloor, booker: Booker, during: Interval) -> AreaFacts:
        weekday, area = booking.day.weekday(), place.area
        if area.is_common(weekday) or area.is_home_of(booker.departments, weekday):
            return AreaFacts(common=area.is_common(weekday), own=not area.is_common(weekday))
        plans = floor_plans(booking.day, revision=self._slow[Slow.PLACES])
        key = (booking.day, booker.lineage, booker.departments)
        if key not in self._orders:
            self._orders[key] = area_order(booker, plans, weekday)
        order = self._orders[key]
        if area.id not in order.overflow:
            return AreaFacts(common=False, own=False, own_area_ids=order.own)
        rank = order.overflow.index(area.id)
        free = {
            area_id: sum(
                desk.mode == "bookable" and desk.id not in held
                for plan in plans
                if area_id in plan.area_by_id
                for desk in plan.desks_in(area_id)
            )
            for area_id in [*order.own, *order.overflow[:rank]]
            for held in [self._replay.held_before(booking, area_id, during)]
        }
        return AreaFacts(common=False, own=False, own_area_ids=order.own, overflow_rank=rank, free=free)

    def _last_day(self, day: date, working_days: int) -> date:
        key = (day, working_days)
        if key not in self._windows:
            self._windows[key] = self._calendar.last_day_of_window(day, working_days)
        return self._windows[key]
