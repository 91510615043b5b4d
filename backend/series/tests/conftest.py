"""What the tests of series share."""

from datetime import date

import pytest

from bookings.models import BookingRule
from core.revision import Slow, bump

TUESDAYS = {"weekdays": [1], "from": "2026-12-01", "until": "2026-12-22"}


@pytest.fixture
def wants(hall):
    """`wants(until="2026-12-08")` is the body of a wish for 06A-001 every Tuesday from 1 to 22 December."""

    def body(**other):
        return {"desk": hall.desk("06A-001"), **TUESDAYS, **other}

    return body


@pytest.fixture
def rule_says(hall):
    """`rule_says(max_series_dates=2)` sets rules for everyone."""

    def say(**values):
        BookingRule.objects.update_or_create(
            area=None, desk_mode="", department=None, defaults={"name": "規則", "owner": "庁舎管理課", **values}
        )
        bump(Slow.RULES)

    return say


def december(day):
    return date(2026, 12, day)
