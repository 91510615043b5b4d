"""Orders to telework: whom one would reach, and those there are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from core import clock
from core.interval import Interval
from core.pagination import Key
from core.revision import Slow
from people.models import Department, Post
from people.policies.roles import Role
from people.policies.visibility import Viewer, is_manager_of
from plans.policies import Stretch
from plans.policies.shifts import half_hours
from plans.selectors.days import halves_with
from plans.selectors.halves import half_days
from plans.selectors.ledger import stretches
from plans.selectors.working_days import city_calendar
from telework.models import TeleworkOrder, TeleworkRequest
from telework.policies.request_orders import OrderedDay, part_ordered
from telework.policies.request_rules import DISPLACES


@dataclass(frozen=True, slots=True)
class OrderWish:
    """An order as it is wished for: for a department with all below it, or for everybody (None)."""

    department_id: int | None
    first: date
    last: date
    except_people: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an order reaches: the parts of days, what holds them now, and each person's department on the day."""

    days: Sequence[OrderedDay]
    ledger: Mapping[int, Mapping[date, Sequence[Stretch]]]
    departments: Mapping[tuple[int, date], int]
    shifts: Mapping[tuple[int, date], str]

    @property
    def people(self) -> list[int]:
        return sorted({one.person_id for one in self.days})

    def displaced(self, one: OrderedDay) -> list[Stretch]:
        """What lets go for this part of a day."""
        held = self.ledger.get(one.person_id, {}).get(one.day, ())
        return [other for other in held if other.holder_kind in DISPLACES and other.during.overlaps(one.during)]

    @property
    def desks_let_go(self) -> int:
        """How many bookings give way."""
        return len(
            {other.holder_id for one in self.days for other in self.displaced(one) if other.holder_kind == "booking"}
        )


def may_order(viewer: Viewer, department: Department | None) -> bool:
    """Whether the viewer orders for the department: its 所属長, one above, HR, crisis; these for the whole hall."""
    if not viewer.roles.isdisjoint({Role.HR, Role.CRISIS}):
        return True
    return department is not None and is_manager_of(viewer, department.lineage or [department.pk])


def people_of(wish: OrderWish, day_range: tuple[date, date]) -> list[tuple[int, int, date, date | None]]:
    """The main posts that the order reaches: person, department, first day and last day."""
    first, last = day_range
    rows = Post.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=first),
        Q(person__active_to__isnull=True) | Q(person__active_to__gte=first),
        kind=Post.Kind.MAIN,
        active_from__lte=last,
    ).exclude(person_id__in=wish.except_people)
    if wish.department_id is not None:
        rows = rows.filter(department__lineage__contains=[wish.department_id])
    return list(rows.values_list("person_id", "department_id", "active_from", "active_to").order_by("person_id"))


def reach_of(wish: OrderWish, slow: Mapping[Slow, int], *, people: Collection[int] | None = None) -> Reach:
    """Whom the order reaches on which working days, as things stand; five queries. `people` limits it to some."""
    calendar, halves, now = city_calendar(slow[Slow.CALENDAR]), half_days(slow), clock.this_minute()
    every = [wish.first + timedelta(days=number) for number in range((wish.last - wish.first).days + 1)]
    days = [day for day in every if calendar.is_working_day(day)]
    posts = [post for post in people_of(wish, (wish.first, wish.last)) if people is None or post[0] in people]
    ids = sorted({post[0] for post in posts})
    if not days or not ids:
        return Reach([], {}, {}, {})
    ledger = stretches(ids, days[0], days[-1])
    pictures = halves_with(ledger, ids, days[0], days[-1], slow)
    departments: dict[tuple[int, date], int] = {}
    shifts: dict[tuple[int, date], str] = {}
    found = []
    for person_id, department_id, begins, ends in posts:
        for day in days:
            if day < begins or (ends is not None and day > ends):
                continue
            shift = pictures[person_id][day].shift
            held = _left_alone(ledger.get(person_id, {}).get(day, ()))
            one = part_ordered(person_id, day, half_hours(day, shift, halves, clock.city_zone()), held, now)
            if one is not None:
                departments[person_id, day] = department_id
                shifts[person_id, day] = shift
                found.append(one)
    return Reach(found, ledger, departments, shifts)


def orders_seen(viewer: Viewer) -> "QuerySet[TeleworkOrder]":
    """The orders that the viewer may know of: HR and crisis all, others those of departments they manage or are in."""
    rows = TeleworkOrder.objects.select_related("department", "ordered_by__department").prefetch_related(
        "except_people__department"
    )
    if viewer.roles.isdisjoint({Role.HR, Role.CRISIS}):
        rows = rows.filter(Q(department__isnull=True) | Q(department__lineage__overlap=list(viewer.manages)))
    return rows


@dataclass(frozen=True, slots=True)
class OrderPages:
    """Orders with the latest first, to be fetched page by page."""

    rows: "QuerySet[TeleworkOrder]"

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[TeleworkOrder]:
        """At most `limit` orders beyond the key `after`: core.pagination's fetch."""
        rows = self.rows
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(order: TeleworkOrder) -> Key:
        return (order.pk,)


def people_ordered(order_ids: Collection[int]) -> dict[int, int]:
    """How many people each order reached; one query."""
    rows = TeleworkRequest.objects.filter(order_id__in=list(order_ids)).values("order_id")
    return dict(rows.annotate(people=Count("person_id", distinct=True)).values_list("order_id", "people"))


def _left_alone(held: Iterable[Stretch]) -> list[Interval]:
    return [one.during for one in held if one.holder_kind not in DISPLACES]
