"""What a person decides about themselves."""

from typing import Any

from django.db import transaction

from audit.services import record
from core.revision import Slow, bump
from people.models import Person
from people.policies.visibility import Visibility

PREFERENCES_SET = "person.preferences_set"


@transaction.atomic
def set_preferences(*, person_id: int, language: str | None = None, visibility: Visibility | None = None) -> Person:
    """Change the person's language and who may see where they are; what is None stays. Answers the person."""
    person = Person.objects.select_for_update().get(pk=person_id)
    wanted: dict[str, Any] = {"language": language, "visibility": visibility.value if visibility else None}
    after = {name: value for name, value in wanted.items() if value is not None and value != getattr(person, name)}
    if not after:
        return person
    before = {name: getattr(person, name) for name in after}
    for name, value in after.items():
        setattr(person, name, value)
    person.save(update_fields=list(after))
    bump(Slow.PEOPLE)
    record(kind=PREFERENCES_SET, subject_kind="person", subject_id=person.pk, before=before, after=after)
    return person
