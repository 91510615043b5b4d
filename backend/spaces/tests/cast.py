"""The people, departments and building that tests of places need."""

import datetime as dt
from dataclasses import dataclass

from people.models import Department, Person
from spaces.models import Building
from spaces.services.places_import import ImportOutcome, import_places
from spaces.tests.small_hall import small_hall

IN_SPRING = dt.date(2026, 4, 1)


@dataclass(frozen=True, slots=True)
class Cast:
    """A building without floors, a section with a desk of its own person, and a second section."""

    building: Building
    section: Department
    other_section: Department
    person: Person


def cast() -> Cast:
    """Make them."""
    bureau = Department.objects.create(code="04", name="財政局", kind="bureau")
    section, other = (
        Department.objects.create(code=code, name=name, kind="section", parent=bureau)
        for code, name in (("0401", "財政課"), ("0402", "契約課"))
    )
    for department in (bureau, section, other):
        department.lineage = [bureau.pk] if department is bureau else [bureau.pk, department.pk]
        department.save()
    person = Person.objects.create(number="000001", name="門間 彩", family_name="門間", department=other)
    return Cast(Building.objects.create(code="main", name="本庁舎"), section, other, person)


def import_small_hall(
    building: Building, *, effective_from: dt.date = IN_SPRING, dry_run: bool = False, **changed: str | bytes
) -> ImportOutcome:
    """Import the small hall with something changed in it."""
    return import_places(building=building, files=small_hall(**changed), effective_from=effective_from, dry_run=dry_run)
