"""Fiscal years (年度): from 1 April to 31 March, named by the year in which they begin. 令和8年度 is 2026."""

from datetime import date

APRIL, FEBRUARY = 4, 2


def fiscal_year_of(day: date) -> int:
    """The fiscal year in which `day` lies."""
    return day.year if day.month >= APRIL else day.year - 1


def first_day_of(fiscal_year: int) -> date:
    """Its 1 April."""
    return date(fiscal_year, APRIL, 1)


def last_day_of(fiscal_year: int) -> date:
    """Its 31 March."""
    return date(fiscal_year + 1, 3, 31)


def open_fiscal_years(today: date) -> tuple[int, ...]:
    """The fiscal years for which one can register: today's, and from February on the next as well."""
    current = fiscal_year_of(today)
    return (current, current + 1) if today >= date(current + 1, FEBRUARY, 1) else (current,)
