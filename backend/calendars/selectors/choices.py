"""What people have chosen about their calendars."""

from collections.abc import Collection

from calendars.models import CalendarChoices
from calendars.policies.choices import SectionAs, Spans, Titles
from calendars.policies.chosen import Chosen
from core.words import Language
from people.models import Person


def choices_of(person_ids: Collection[int]) -> dict[int, Chosen]:
    """The choices of these people with their language, the defaults for those who made none; two queries."""
    rows = {row.person_id: row for row in CalendarChoices.objects.filter(person_id__in=list(person_ids))}
    languages = Person.objects.filter(pk__in=list(person_ids)).values_list("pk", "language")
    return {person_id: chosen_in(rows.get(person_id), language) for person_id, language in languages}


def chosen_in(row: CalendarChoices | None, language: str) -> Chosen:
    """A row of choices as a value; the defaults without one."""
    tongue: Language = "en" if language == "en" else "ja"
    if row is None:
        return Chosen(language=tongue)
    return Chosen(
        Titles(row.titles),
        Spans(row.spans),
        row.with_desk,
        row.with_telework,
        row.with_own_plans,
        row.by_mail,
        SectionAs(row.section_as),
        tongue,
    )
