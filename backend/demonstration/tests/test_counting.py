"""The demonstration's walk of the floors."""

from datetime import date

import pytest

from demonstration.services.counting import count_floors
from occupancy.models import FloorCount

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("hall", "monday_morning")]

FRIDAY = date(2026, 11, 27)


def test_floors_are_walked_twice_on_the_last_working_day_and_never_again():
    assert count_floors() == 2 * 4
    assert count_floors() == 0
    rows = FloorCount.objects.all()
    assert {row.day for row in rows} == {FRIDAY}
    assert all(0 <= row.in_use <= row.in_service for row in rows)
