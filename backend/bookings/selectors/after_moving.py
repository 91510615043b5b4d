"""Which bookings people may keep who work in another department from a day on."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bookings.models import Booking, BookingState
from bookings.policies.booking import AreaFacts, area_refused
from bookings.selectors.booker import Booker, booker_with
from bookings.selectors.facts import area_order
from bookings.selectors.many_wishes import Bookers
from bookings.selectors.rules import RulesHere, rule_rows
from core import clock
from core.revision import Slow, revisions
from directory.policies.roll_changed import RollChanged
from people.models import Post
from spaces.policies.floor_plan import FloorPlan
from spaces.selectors import floor_plans
from spaces.selectors.desks import DeskOnFloor

Lineages = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A booking that stays: its department from now on, and whether it lies where others are at home."""

    department_id: int | None
    spilled_over: bool


@dataclass
class AfterMoving:
    """People as they will be: with the posts that stand in the database, or with `lineages` where those are said.

    `lineages` are, by person, those of all posts (ids, from the root down), the main post's first.
    """

    person_ids: Collection[int]
    lineages: Mapping[int, Lineages] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._slow = revisions()
        self._bookers = Bookers([pk for pk in self.person_ids if pk not in self.lineages])
        self._places: dict[tuple[int, ...], dict[int, DeskOnFloor]] = {}
        self._days: dict[date, tuple[tuple[int, ...], tuple[FloorPlan, ...]]] = {}
        self._said: dict[int, Booker] = {pk: _booker(pk, lines) for pk, lines in self.lineages.items()}
        self._allowed: dict[tuple[object, ...], bool] = {}

    def kept(self, booking: Booking) -> Kept | None:
        """What becomes of the booking; None where its desk is no longer one that its person may book on that day.

        Rivals, closures, windows and allowances are not asked again, nor whether a nearer area has room: the desk was
        had by the rules, and only whose area it is has changed.
        """
        place = self._place(booking.desk_id, booking.day)
        booker = self.booker(booking.person_id, booking.day)
        if place is None:
            return Kept(booker.department_id, booking.spilled_over)
        if place.desk.assigned_to_id != booking.person_id and not self._may_book(place, booker, booking.day):
            return None
        weekday = booking.day.weekday()
        away = not place.area.is_common(weekday) and not place.area.is_home_of(booker.departments, weekday)
        return Kept(booker.department_id, away)

    def areas(self, person_id: int, day: date) -> list[int]:
        """The areas (ids) in which the person may sit on `day`."""
        _, plans = self._plans(day)
        return area_order(self.booker(person_id, day), plans, day.weekday()).all()

    def booker(self, person_id: int, day: date) -> Booker:
        """The person as they will be on `day`."""
        return self._said.get(person_id) or self._bookers.on(person_id, day)

    def _may_book(self, place: DeskOnFloor, booker: Booker, day: date) -> bool:
        layouts, plans = self._plans(day)
        weekday = day.weekday()
        desk, area = place.desk, place.area
        key = (layouts, weekday, area.id, desk.mode, booker.lineage, booker.departments)
        if key not in self._allowed:
            rules = RulesHere(
                rule_rows(self._slow[Slow.RULES]), area_id=area.id, desk_mode=desk.mode, lineage=booker.lineage
            )
            order = area_order(booker, plans, weekday)
            facts = AreaFacts(
                common=area.is_common(weekday),
                own=area.is_home_of(booker.departments, weekday),
                own_area_ids=order.own,
                overflow_rank=order.overflow.index(area.id) if area.id in order.overflow else None,
            )
            self._allowed[key] = area_refused(facts, rules.for_booking()) is None
        return self._allowed[key]

    def _place(self, desk_id: int, day: date) -> DeskOnFloor | None:
        layouts, plans = self._plans(day)
        if layouts not in self._places:
            self._places[layouts] = {desk.id: DeskOnFloor(desk, plan) for plan in plans for desk in plan.desks}
        return self._places[layouts].get(desk_id)

    def _plans(self, day: date) -> tuple[tuple[int, ...], tuple[FloorPlan, ...]]:
        if day not in self._days:
            plans = tuple(floor_plans(day, revision=self._slow[Slow.PLACES]))
            self._days[day] = (tuple(plan.layout_id for plan in plans), plans)
        return self._days[day]


def coming_bookings(person_ids: Iterable[int], since: date, *, locked: bool = False) -> Sequence[Booking]:
    """The live bookings of these people on `since` and after it, in order of person and time."""
    rows = Booking.objects.live().filter(person_id__in=list(person_ids), day__gte=since)
    rows = rows.order_by("person_id", "day", "during", "pk").select_related("desk")
    return list(rows.select_for_update(of=("self",)) if locked else rows)


def bookings_of_the_moved(
    change: RollChanged, *, among: Collection[int] | None = None, locked: bool = False
) -> tuple[list[tuple[Booking, Kept]], list[Booking]]:
    """What the moved have booked and not begun: what stays with what becomes of it, and what they may not keep.

    Of all of them, or only of those `among` these people.
    """
    people = change.moved_ids if among is None else set(change.moved_ids) & set(among)
    if not people:
        return [], []
    now = clock.now()
    coming = [
        one
        for one in coming_bookings(people, change.day, locked=locked)
        if one.state == BookingState.BOOKED and one.start > now
    ]
    after = after_moving(change, {one.person_id for one in coming})
    kept, gone = [], []
    for booking in coming:
        stays = after.kept(booking)
        if stays is None:
            gone.append(booking)
        else:
            kept.append((booking, stays))
    return kept, gone


def after_moving(change: RollChanged, person_ids: Collection[int]) -> AfterMoving:
    """These of the moved as they will be."""
    said = {
        one.person_id: one.lineages for one in change.moved if one.lineages is not None and one.person_id in person_ids
    }
    return AfterMoving(person_ids, said)


def _booker(person_id: int, lineages: Lineages) -> Booker:
    kinds = [Post.Kind.MAIN] + [Post.Kind.CONCURRENT] * (len(lineages) - 1)
    posts = [(kind, line[-1] if line else None, list(line)) for kind, line in zip(kinds, lineages, strict=False)]
    return booker_with(person_id, posts)
