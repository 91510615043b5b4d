"""Whoever is in no department is not told of by difference: everybody less all departments."""

import pytest

from bookings.models import Booking, RefusedAttempt
from core.revision import Slow, bump
from occupancy.models import DepartmentDay
from occupancy.services.building import build_day
from occupancy.tests.days import FRIDAY, booked, on_friday, passed
from tests.factories.hall import add_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def fives(hall):
    """Three sections of five people and more: every department may be told of."""
    for code, more in (("030202", 2), ("040301", 4), ("100101", 6)):
        for number in range(more):
            add_person(hall, f"{code}-{number}", f"人 {code}{number}", code)
    bump(Slow.PEOPLE)
    return hall


def told():
    build_day(FRIDAY)
    return set(DepartmentDay.objects.filter(day=FRIDAY, published=True).values_list("department__code", flat=True))


def nobody(hall):
    booked(hall, "sasaki", "06B-001", came="8:30")


def one_wish(hall):
    RefusedAttempt.objects.create(
        at=on_friday("8:00"), day=FRIDAY, area=hall.areas["06A"], department=None, code="desk_taken", whose="a"
    )


def one_booking(hall):
    booked(hall, "sasaki", "06B-001", state="released", ended_at=on_friday("9:30"), ended_because="no_show")
    Booking.objects.update(department=None)


def one_visitor(hall):
    hall.people["sasaki"].posts.all().delete()
    passed(hall, "sasaki", "in", "9:00")


def test_every_department_is_told_of_where_nobody_is_outside_them(fives):
    nobody(fives)
    assert told() == {"03", "030202", "04", "040301", "10", "100101"}


@pytest.mark.parametrize("outside", [one_wish, one_booking, one_visitor])
def test_one_outside_is_hidden_among_others(fives, outside):
    """The smallest bureau is not told of, so that everybody less the others are five people and one more."""
    outside(fives)
    bureaus = {code for code in told() if len(code) == 2}
    assert "10" in bureaus
    assert len(bureaus) == 2
