"""Two periods beside each other meet as the chart of the screen says."""

from datetime import date

from occupancy.policies.meetings import meetings_of
from occupancy.policies.periods import By, Period


def nov(*days):
    return [date(2026, 11, day) for day in days]


def period(first, last):
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def pairs(by, now, days, other, other_days):
    told = meetings_of(by, now, days, other, other_days)
    return [
        (one.now is not None and days[one.now], one.other is not None and other_days[one.other])
        for one in told.meetings
    ]


def test_weekdays_meet_also_where_one_of_them_did_not_work():
    now, other = period("2026-11-16", "2026-11-29"), period("2026-11-02", "2026-11-15")
    assert pairs(By.DAY, now, nov(16, 24), other, nov(2, 9)) == [
        (date(2026, 11, 16), date(2026, 11, 2)),
        (False, date(2026, 11, 9)),
        (date(2026, 11, 24), False),
    ]


def test_they_meet_on_whole_weeks_and_what_falls_outside_is_counted():
    now, other = period("2026-11-01", "2026-11-30"), period("2026-10-01", "2026-10-31")
    october = [date(2026, 10, 1), date(2026, 10, 5)]
    assert pairs(By.DAY, now, nov(2), other, october) == [(date(2026, 11, 2), date(2026, 10, 5))]
    assert meetings_of(By.DAY, now, nov(2), other, october).beyond == 1


def test_of_less_than_a_week_the_first_meets_the_first():
    now, other = period("2026-11-18", "2026-11-18"), period("2026-11-17", "2026-11-17")
    assert pairs(By.DAY, now, nov(18), other, nov(17)) == [(date(2026, 11, 18), date(2026, 11, 17))]


def test_weeks_and_months_meet():
    now, other = period("2026-11-18", "2026-11-30"), period("2025-11-19", "2025-12-01")
    before = [date(2025, 11, 17), date(2025, 11, 24)]
    assert pairs(By.WEEK, now, nov(16, 23), other, before) == list(zip(nov(16, 23), before, strict=True))
    now, other = period("2026-04-01", "2026-05-31"), period("2025-04-02", "2025-06-01")
    days, before = ([date(year, month, 1) for month in (4, 5, 6)] for year in (2026, 2025))
    assert pairs(By.MONTH, now, days[:2], other, before) == list(zip(days[:2], before, strict=False))
    assert meetings_of(By.MONTH, now, days[:2], other, before).beyond == 1


def test_a_later_period_meets_an_earlier_one_the_same_way():
    now, other = period("2026-11-02", "2026-11-15"), period("2026-11-16", "2026-11-29")
    assert pairs(By.DAY, now, nov(2), other, nov(16, 17)) == [
        (date(2026, 11, 2), date(2026, 11, 16)),
        (False, date(2026, 11, 17)),
    ]
