"""Which days feeds show. Knows no Django."""

from dataclasses import dataclass
from datetime import date, timedelta

BACK_DAYS = 30
AHEAD_DAYS = 366
SECTION_AHEAD_DAYS = 62
"""Further ahead a section's days are next to nothing but presumption."""


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day, both included."""

    first: date
    last: date


def personal_days(today: date) -> Days:
    """The days of one's own feed: what was lately, and a year ahead."""
    return Days(today - timedelta(days=BACK_DAYS), today + timedelta(days=AHEAD_DAYS))


def section_days(today: date) -> Days:
    """The days of a section's feed: nobody's past is in it."""
    return Days(today, today + timedelta(days=SECTION_AHEAD_DAYS))
