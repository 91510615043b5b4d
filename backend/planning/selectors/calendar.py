"""How many days a year the city works."""

from datetime import date, timedelta

from core import clock
from plans.selectors.working_days import city_calendar

FISCAL_YEAR_BEGINS = 4
"""年度 begins on 1 April."""


def working_days_this_year() -> int:
    """The working days of the fiscal year of today."""
    today = clock.today()
    year = today.year - (today.month < FISCAL_YEAR_BEGINS)
    return len(
        working_days(date(year, FISCAL_YEAR_BEGINS, 1), date(year + 1, FISCAL_YEAR_BEGINS, 1) - timedelta(days=1))
    )


def working_days(first: date, last: date) -> list[date]:
    """The working days from `first` to `last`, both included."""
    calendar = city_calendar()
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if calendar.is_working_day(day)]
