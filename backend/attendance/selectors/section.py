"""A section's days: who is where, as far as the viewer may know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Sum

from attendance.selectors.pictures import Days, ShownStretch, pictures
from attendance.selectors.plan_days import CalendarDay, PlanDay, calendar_days, plan_day
from bookings.models import Booking
from core import clock
from core.revision import Slow
from people.models import Person
from people.policies.visibility import Viewer, may_see_where
from people.selectors.seen import Member
from plans.models import AttendancePlan, Place
from plans.policies.half_days import HalfDays
from plans.selectors.halves import half_days


@dataclass(frozen=True, slots=True)
class SectionPerson:
    """A member's days. `visible` is false where the viewer may see none of them."""

    person: Person
    manages: bool
    me: bool
    visible: bool
    days: Sequence[PlanDay]


@dataclass(frozen=True, slots=True)
class SectionDay:
    """How many of those whom the viewer may see are at the office in each half of a day."""

    date: CalendarDay
    on_site_am: int
    on_site_pm: int


@dataclass(frozen=True, slots=True)
class Section:
    """People down, days across. `past_of` are the ids of others whose past days are shown."""

    people: Sequence[SectionPerson]
    days: Sequence[SectionDay]
    past_of: tuple[int, ...]


def section_fingerprint(members: Sequence[Member], first: date, last: date) -> tuple[object, ...]:
    """What moves whenever a day of these people changes; two queries.

    A change of a booking gives it a greater revision, a claim adds a row and a withdrawal marks one.
    """
    ids = [member.person.pk for member in members]
    period = {"person_id__in": ids, "day__range": (first, last)}
    plans = AttendancePlan.objects.filter(**period).aggregate(rows=Count("pk"), gone=Count("withdrawn_at"))
    bookings = Booking.objects.filter(**period).aggregate(rows=Count("pk"), total=Sum("revision"))
    return (*plans.values(), *bookings.values(), ids)


def section(members: Sequence[Member], viewer: Viewer, first: date, last: date, slow: Mapping[Slow, int]) -> Section:
    """The days of `members` from `first` to `last`, both included, as `viewer` may see them; two queries."""
    dates = calendar_days(first, last, slow)
    halves = half_days(slow)
    found = pictures([member.person.pk for member in members], first, last, slow)
    today = clock.today()
    people = [
        _person(member, viewer, dates, found.get(member.person.pk, {}), halves, today=today) for member in members
    ]
    return Section(
        people,
        [_counted(number, date, people) for number, date in enumerate(dates)],
        past_of=tuple(
            one.person.pk
            for one in people
            if not one.me and any(day.visible and day.date.day < today for day in one.days)
        ),
    )


def _person(
    member: Member, viewer: Viewer, dates: Sequence[CalendarDay], days: Days, halves: HalfDays, *, today: date
) -> SectionPerson:
    shown = [
        plan_day(
            date,
            days.get(date.day, []),
            halves,
            visible=may_see_where(viewer, member.seen, day=date.day, today=today),
        )
        for date in dates
    ]
    return SectionPerson(
        member.person,
        manages=member.manages,
        me=member.person.pk == viewer.person_id,
        visible=any(day.visible for day in shown),
        days=shown,
    )


def _counted(number: int, date: CalendarDay, people: Sequence[SectionPerson]) -> SectionDay:
    halves = [(one.days[number].am, one.days[number].pm) for one in people]
    return SectionDay(date, sum(_on_site(am) for am, _pm in halves), sum(_on_site(pm) for _am, pm in halves))


def _on_site(stretch: ShownStretch | None) -> bool:
    return stretch is not None and stretch.place == Place.OFFICE
