"""What was booked, what came of it, and what was refused, summed over days."""

from collections.abc import Mapping
from dataclasses import dataclass

DEMAND = (
    "due",
    "as_booked",
    "no_show",
    "not_used",
    "cancelled",
    "walk_ups",
    "check_ins",
    "spilled_over",
    "booked_minutes",
    "confirmed_minutes",
    "unused_minutes",
    "early_leave_minutes",
    "refused",
    "refused_by_rule",
)
"""The counts of a day; the names are those of occupancy.models.demand."""

_MINUTES_AN_HOUR = 60


@dataclass(frozen=True, slots=True)
class DemandSums:
    """The counts of a period, by name: those that were asked for."""

    counts: Mapping[str, int]

    def __getitem__(self, name: str) -> int:
        return self.counts[name]

    def hours(self, name: str) -> float:
        """Minutes as hours."""
        return self[name] / _MINUTES_AN_HOUR
