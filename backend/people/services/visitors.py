"""Visitors: people who come for some days, received by somebody on the roll."""

from datetime import timedelta
from typing import Any

from django.db import connection, transaction

from audit.services import record
from core import clock
from core.revision import Slow, bump
from people.models import Person, PersonKind
from people.policies.standing_in import Period, end_of_visit_refused, visit_refused
from people.selectors.finding import on_the_roll

VISIT_ENDED = "visitor.ended"


@transaction.atomic
def expect_visitor(*, name: str, kana: str, organisation: str, host_id: int, period: Period) -> Person:
    """Enter somebody who will come in `period`, both its days included, and whom the host receives.

    Raises Refused where the host is not on the roll, and for a period that begins before today or is too long.
    """
    today = clock.today()
    known = on_the_roll(today).filter(pk=host_id).exists()
    if refused := visit_refused(host_on_the_roll=known, period=period, today=today):
        raise refused
    pk = _next_id()
    visitor = Person.objects.create(
        pk=pk,
        number=f"V{pk:07d}",
        kind=PersonKind.VISITOR,
        name=name,
        family_name=name,
        kana=kana,
        organisation=organisation,
        host_id=host_id,
        active_from=period.first,
        active_to=period.last,
    )
    bump(Slow.PEOPLE)
    record(kind="visitor.expected", subject_kind="person", subject_id=pk, after=_facts(visitor))
    return visitor


@transaction.atomic
def end_visit(*, visitor_id: int) -> Person:
    """Let the visit end with today; one still to come is called off. Desks held after that are given up (by bookings).

    Raises Person.DoesNotExist for whoever is no visitor, and Refused where there is nothing left to end.
    """
    visitor: Person = Person.objects.select_for_update().get(pk=visitor_id, kind=PersonKind.VISITOR)
    if visitor.active_from is None or visitor.active_to is None:
        raise Person.DoesNotExist
    today = clock.today()
    if refused := end_of_visit_refused(Period(visitor.active_from, visitor.active_to), today):
        raise refused
    before = _facts(visitor)
    to_come = visitor.active_from > today
    visitor.active_to = today - timedelta(days=1) if to_come else today
    visitor.save(update_fields=["active_to"])
    bump(Slow.PEOPLE)
    record(kind=VISIT_ENDED, subject_kind="person", subject_id=visitor.pk, before=before, after=_facts(visitor))
    return visitor


def _next_id() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('people_person', 'id'))")
        row = cursor.fetchone()
    return int(row[0])


def _facts(visitor: Person) -> dict[str, Any]:
    return {
        "visitor": visitor.pk,
        "person": visitor.host_id,
        "organisation": visitor.organisation,
        "from": visitor.active_from,
        "to": visitor.active_to,
    }
