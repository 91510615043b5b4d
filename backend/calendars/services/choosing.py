"""What people choose about their calendars."""

from enum import StrEnum
from typing import Any

from django.db import transaction

from audit.services import record
from calendars.models import CalendarChoices
from calendars.policies.chosen import Chosen
from calendars.selectors.choices import chosen_in
from calendars.selectors.reached import forget_reached
from core import clock
from core.locks import Locked, lock
from people.models import Person

CHOICES_CHANGED = "calendar.choices_changed"


@transaction.atomic
def change_choices(*, person_id: int, **wanted: Any) -> Chosen:
    """Change the choices that `wanted` names (fields of Chosen but the language); the others stay.

    The event says what changed, so that linked calendars and invitations are compared anew.
    """
    lock((Locked.PERSON, person_id))
    language = Person.objects.values_list("language", flat=True).get(pk=person_id)
    row = CalendarChoices.objects.filter(person_id=person_id).first()
    before = chosen_in(row, language)
    changed = {name: value for name, value in wanted.items() if value != getattr(before, name)}
    if not changed:
        return before
    row = row or CalendarChoices(person_id=person_id)
    for name, value in changed.items():
        setattr(row, name, _plain(value))
    row.changed_at = clock.now()
    row.save()
    if "by_mail" in changed:
        forget_reached()
    record(
        kind=CHOICES_CHANGED,
        subject_kind="person",
        subject_id=person_id,
        before={name: _plain(getattr(before, name)) for name in changed},
        after={"person": person_id, **{name: _plain(value) for name, value in changed.items()}},
    )
    return chosen_in(row, language)


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum) else value
