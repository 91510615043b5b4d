"""The city's fiscal year (年度)."""

from datetime import date


def fiscal_year_start(day: date) -> date:
    """1 April of the fiscal year in which `day` lies."""
    return date(day.year if day.month >= 4 else day.year - 1, 4, 1)
