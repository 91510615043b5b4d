from dataclasses import dataclass
from datetime import datetime

import pytest

from plans.policies.half_days import current_or_next, filling
from tests.fixtures.cast import at


@dataclass(frozen=True)
class Some:
    start: datetime
    end: datetime


def some(start, end):
    return Some(at(start), at(end))


MORNING, LUNCH, AFTERNOON, DAY = (
    some("8:30", "12:00"),
    some("12:00", "13:00"),
    some("13:00", "17:15"),
    some("8:30", "17:15"),
)


@pytest.mark.parametrize(
    ("stretches", "am", "pm"),
    [
        ([], None, None),
        ([DAY], DAY, DAY),
        ([MORNING, AFTERNOON], MORNING, AFTERNOON),
        ([LUNCH], None, None),
        ([some("7:00", "9:00"), some("9:00", "17:15")], some("9:00", "17:15"), some("9:00", "17:15")),
        ([some("8:30", "10:15"), some("10:15", "12:00")], some("8:30", "10:15"), None),
        ([some("17:15", "20:00")], None, None),
    ],
)
def test_a_half_is_filled_by_what_has_most_of_it(stretches, am, pm):
    assert filling(stretches, at("8:30"), at("12:00")) == am
    assert filling(stretches, at("13:00"), at("17:15")) == pm


@pytest.mark.parametrize(
    ("now", "where"),
    [("7:00", MORNING), ("8:30", MORNING), ("11:59", MORNING), ("12:00", AFTERNOON), ("17:15", AFTERNOON)],
)
def test_somebody_is_where_they_are_now_or_next_or_were_last(now, where):
    assert current_or_next([MORNING, AFTERNOON], at(now)) == where


def test_nobody_knows_where_somebody_without_a_plan_is():
    assert current_or_next([], at("9:00")) is None
