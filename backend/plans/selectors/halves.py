"""When the halves of a working day begin and end in this city."""

from collections.abc import Mapping

from core.revision import Slow
from plans.policies.half_days import HalfDays
from spaces.selectors import buildings


def half_days(slow: Mapping[Slow, int]) -> HalfDays:
    """The halves of the day in the first building; the usual hours before there is one."""
    for building in buildings(revision=slow[Slow.PLACES]):
        return HalfDays(building.day_starts_at, building.am_ends_at, building.pm_starts_at, building.day_ends_at)
    return HalfDays()
