"""Looking at other people's past leaves a trace (docs/architecture.md, "What must always be true")."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from audit.context import current_origin
from audit.models import Event
from audit.services import record
from core import clock
from people.policies.looks import DEPARTMENT_PAST_VIEWED, PERSON_PAST_VIEWED


@transaction.atomic
def note_view_of_person(*, person_id: int, day: date) -> None:
    """Record that whoever acts looked up where a person was on `day`; the same look again that day is the same."""
    _note_once_a_day(PERSON_PAST_VIEWED, "person", person_id, {"day": day})


@transaction.atomic
def note_view_of_department(*, department_id: int, people: Iterable[int], first: date, last: date) -> None:
    """Record that whoever acts looked up where the people of a department were in a period.

    The same people's same days again are recorded once in a day of the city: a screen that stays open asks anew
    whenever something has changed, and those looked at would be told each time.
    """
    after = {"from": first, "to": last, "people": sorted(people)}
    _note_once_a_day(DEPARTMENT_PAST_VIEWED, "department", department_id, after)


def _note_once_a_day(kind: str, subject_kind: str, subject_id: int, after: dict[str, Any]) -> None:
    origin = current_origin()
    today = Event.objects.filter(at__gte=clock.day_start(clock.today()))
    if (
        origin.actor_id is not None
        and today.filter(
            actor_id=origin.actor_id,
            token_id=origin.token_id,
            kind=kind,
            subject_kind=subject_kind,
            subject_id=subject_id,
            after=after,
        ).exists()
    ):
        return
    record(kind=kind, subject_kind=subject_kind, subject_id=subject_id, after=after)
