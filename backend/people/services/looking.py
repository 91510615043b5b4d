"""Looking at other people's past leaves a trace (docs/architecture.md, "What must always be true")."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from audit.services import record
from people.policies.looks import DEPARTMENT_PAST_VIEWED, PERSON_PAST_VIEWED


@transaction.atomic
def note_view_of_person(*, person_id: int, day: date) -> None:
    """Record that whoever acts looked up where a person was on `day`."""
    record(kind=PERSON_PAST_VIEWED, subject_kind="person", subject_id=person_id, after={"day": day})


@transaction.atomic
def note_view_of_department(*, department_id: int, people: Iterable[int], first: date, last: date) -> None:
    """Record that whoever acts looked up where the people of a department were in a period."""
    record(
        kind=DEPARTMENT_PAST_VIEWED,
        subject_kind="department",
        subject_id=department_id,
        after={"from": first, "to": last, "people": sorted(people)},
    )
