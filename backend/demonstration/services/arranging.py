"""What people of the hall have arranged: a delegate, favourites, visitors, who may see them, a look at the past."""

import datetime as dt

from django.db import transaction

from attendance.services.looking import note_view_of_person
from bookings.services.booking import book_desk
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, bump
from demonstration.services.playing import account_of, as_person
from people.models import Account, Delegation, Person, PersonKind
from people.policies.roles import Role
from people.policies.standing_in import Period
from people.policies.visibility import Visibility
from people.services.delegations import give_delegation
from people.services.favourites import mark_favourite
from people.services.visitors import expect_visitor
from plans.selectors.working_days import city_calendar
from spaces.selectors import floor_plans
from spaces.selectors.floor_reading import departments_of

DELEGATED_DAYS = 30
VISIT_DAYS = 4
LOOKED_BACK_DAYS = 3
MOST_TRIES = 20
_HIDING = {"97": Visibility.SECTION, "98": Visibility.MANAGER}
"""By the end of the staff number: about one person in fifty shows less than most."""
_VISITORS = (("架空 太郎", "カクウ タロウ", "架空県庁"), ("仮名 花子", "カメイ ハナコ", "架空システム株式会社"))


@transaction.atomic
def arrange_people(today: dt.date) -> bool:
    """Arrange it once, on the first day of the demonstration; answers whether anything was done.

    Needs the parts of staff, manager and facilities to be played; else it leaves the hall as it is.
    """
    staff, manager, facilities = (account_of(role) for role in (Role.STAFF, Role.MANAGER, Role.FACILITIES))
    if staff is None or manager is None or facilities is None or Delegation.objects.exists():
        return False
    for ending, visibility in _HIDING.items():
        Person.objects.filter(number__endswith=ending).exclude(pk=_id_of(staff)).update(visibility=visibility)
    bump(Slow.PEOPLE)
    with as_person(_played(manager)):
        give_delegation(
            delegator_id=_id_of(manager),
            delegate_id=_id_of(staff),
            scope=Delegation.Scope.BOOK,
            period=Period(today, today + dt.timedelta(days=DELEGATED_DAYS)),
        )
        note_view_of_person(person_id=_id_of(staff), day=today - dt.timedelta(days=LOOKED_BACK_DAYS))
    for person_id in (_id_of(manager), _id_of(facilities), *_colleagues(staff)):
        mark_favourite(owner_id=_id_of(staff), person_id=person_id)
    with as_person(_played(facilities)):
        _receive_visitors(_id_of(manager), today)
    return True


def _receive_visitors(host_id: int, today: dt.date) -> None:
    first = city_calendar().working_days_from(today, 1)[0]
    for name, kana, organisation in _VISITORS:
        visitor = expect_visitor(
            name=name,
            kana=kana,
            organisation=organisation,
            host_id=host_id,
            period=Period(first, first + dt.timedelta(days=VISIT_DAYS)),
        )
        _seat(visitor.pk, host_id, first)


def _seat(person_id: int, host_id: int, day: dt.date) -> None:
    """Book one of the first desks of the host's areas; a visitor without a desk is one too."""
    own = departments_of(host_id, day)
    tries = 0
    for plan in floor_plans(day):
        during = Interval(clock.at(day, plan.building.day_starts_at), clock.at(day, plan.building.day_ends_at))
        for desk in plan.desks:
            if desk.mode != "bookable" or not plan.area_by_id[desk.area_id].is_home_of(own, day.weekday()):
                continue
            tries += 1
            try:
                book_desk(person_id=person_id, desk_id=desk.id, during=during)
            except Refused:
                if tries < MOST_TRIES:
                    continue
            return


def _colleagues(staff: Account) -> list[int]:
    own = staff.person.department if staff.person else None
    rows = Person.objects.filter(kind=PersonKind.STAFF, department__isnull=False).exclude(department=own)
    return list(rows.order_by("number").values_list("pk", flat=True)[10:400:130])


def _id_of(account: Account) -> int:
    return _played(account).pk


def _played(account: Account) -> Person:
    if account.person is None:
        raise LookupError("nobody plays this part")
    return account.person
