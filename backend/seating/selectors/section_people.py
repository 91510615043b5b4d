"""Who of a department takes part in a draw, who keeps a desk, and who is elsewhere."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bookings.models import Booking
from bookings.services.holder import KIND as BOOKING
from core.interval import Interval
from people.models import Department, Person
from people.selectors.seen import members_of
from plans.policies import Stretch
from plans.selectors.ledger import stretches
from spaces.selectors import floor_plans
from spaces.selectors.desks import DeskOnFloor


@dataclass(frozen=True, slots=True)
class SectionPeople:
    """Members by main post. `elsewhere` have another place then; `holding` their live bookings then, by person;
    `assigned` have a 指定席 of their own.
    """

    members: Sequence[Person]
    elsewhere: Mapping[int, Stretch]
    holding: Mapping[int, Sequence[Booking]]
    assigned: Mapping[int, DeskOnFloor]


def section_people(department: Department, day: date, during: Interval, only: Collection[int] | None) -> SectionPeople:
    """The department's people on `day`, or those of `only` among them; five queries."""
    members = [
        member.person
        for member in members_of(department, first=day, last=day)
        if member.main and (only is None or member.person.pk in only)
    ]
    ids = [person.pk for person in members]
    ledger = stretches(ids, day, day)
    elsewhere = {
        person_id: stretch
        for person_id, days in ledger.items()
        for stretch in days.get(day, ())
        if stretch.holder_kind != BOOKING and stretch.place != "office" and stretch.during.overlaps(during)
    }
    holding: dict[int, list[Booking]] = {}
    rows = Booking.objects.live().within(day, during).filter(person_id__in=ids).select_related("desk", "floor")
    for booking in rows.order_by("during"):
        holding.setdefault(booking.person_id, []).append(booking)
    assigned = {
        desk.assigned_to_id: DeskOnFloor(desk, plan)
        for plan in floor_plans(day)
        for desk in plan.desks
        if desk.mode == "assigned" and desk.assigned_to_id in set(ids)
    }
    return SectionPeople(members, elsewhere, holding, {person: desk for person, desk in assigned.items() if person})
