"""People's days as plain values for JSON, in the shapes of `answers`."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from attendance.selectors.pictures import ShownStretch
from attendance.selectors.plan_days import CalendarDay, PlanDay
from attendance.selectors.section import Section
from attendance.selectors.whereabouts import PersonFound
from core.words import Language
from people.api.answers import department_brief, person_brief
from people.models import Department, Person


def stretch_shape(stretch: ShownStretch | None) -> dict[str, Any] | None:
    """A Stretch, or None for none."""
    return asdict(stretch) if stretch else None


def stretch_shapes(stretches: Sequence[ShownStretch]) -> list[dict[str, Any]]:
    """Stretches."""
    return [asdict(stretch) for stretch in stretches]


def plan_day_shape(day: PlanDay, language: Language) -> dict[str, Any]:
    """A PlanDay."""
    return {
        **_date_shape(day.date, language),
        "am": stretch_shape(day.am),
        "pm": stretch_shape(day.pm),
        "stretches": stretch_shapes(day.stretches),
        "visible": day.visible,
    }


def section_shape(department: Department, section: Section, language: Language) -> dict[str, Any]:
    """A SectionAttendance."""
    return {
        "department": department_brief(department),
        "minimum_on_site": department.minimum_on_site,
        "days": [
            {**_date_shape(day.date, language), "on_site_am": day.on_site_am, "on_site_pm": day.on_site_pm}
            for day in section.days
        ],
        "people": [
            {
                "person": person_brief(one.person),
                "title": one.person.title,
                "manages": one.manages,
                "me": one.me,
                "visible": one.visible,
                "days": [plan_day_shape(day, language) for day in one.days],
            }
            for one in section.people
        ],
    }


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


def _date_shape(date: CalendarDay, language: Language) -> dict[str, Any]:
    return {
        "day": date.day,
        "working_day": date.working_day,
        "holiday": date.holiday.in_language(language) if date.holiday else None,
    }
