"""People's days as plain values for JSON, in the shapes of `answers`."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from attendance.selectors.my_days import MyDay
from attendance.selectors.pictures import ShownStretch
from attendance.selectors.plan_days import CalendarDay, PlanDay
from attendance.selectors.whereabouts import PersonFound
from core.words import Language
from people.api.answers import department_brief
from people.models import Person


def stretch_shape(stretch: ShownStretch | None) -> dict[str, Any] | None:
    """A Stretch, or None for none."""
    return asdict(stretch) if stretch else None


def stretch_shapes(stretches: Sequence[ShownStretch]) -> list[dict[str, Any]]:
    """Stretches."""
    return [asdict(stretch) for stretch in stretches]


def plan_day_shape(day: PlanDay, language: Language) -> dict[str, Any]:
    """A PlanDay."""
    picture = day.picture
    return {
        **date_shape(day.date, language),
        "am": stretch_shape(picture.am) if picture else None,
        "pm": stretch_shape(picture.pm) if picture else None,
        "stretches": stretch_shapes(picture.stretches) if picture else [],
        "shift": picture.shift if picture else None,
        "pending": [asdict(one) for one in picture.pending] if picture else [],
        "team_day": None,
        "visible": day.visible,
    }


def my_day_shape(day: MyDay, language: Language) -> dict[str, Any]:
    """A PlanDay of one's own."""
    return {**plan_day_shape(day.day, language), "team_day": asdict(day.team_day) if day.team_day else None}


def my_person_shape(person: Person) -> dict[str, Any]:
    """A MyPerson."""
    return {**_person_shape(person), "visibility": person.visibility}


def person_found_shape(found: PersonFound, language: Language) -> dict[str, Any]:
    """A PersonFound."""
    return {
        **_person_shape(found.person),
        "place": found.now.place if found.now else None,
        "desk": asdict(found.now.desk) if found.now and found.now.desk else None,
        "visible": found.visible,
        "favourite": found.favourite,
        "days": [plan_day_shape(day, language) for day in found.days],
    }


def _person_shape(person: Person) -> dict[str, Any]:
    return {
        "id": person.pk,
        "number": person.number,
        "name": person.name,
        "family_name": person.family_name,
        "kana": person.kana,
        "title": person.title,
        "department": department_brief(person.department),
    }


def date_shape(date: CalendarDay, language: Language) -> dict[str, Any]:
    """A CalendarDay."""
    return {
        "day": date.day,
        "working_day": date.working_day,
        "holiday": date.holiday.in_language(language) if date.holiday else None,
    }
