"""Which rule holds for whom and where: the most specific row that says something wins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from core.rules import BY_DEFAULT, Owner, Rule

__all__ = ["BY_DEFAULT", "DEFAULTS", "Owner", "Rule", "RuleRow", "rule_in_force"]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One row of rules: whom it is for (None is everyone and everywhere) and what it says."""

    owner: Owner
    area_id: int | None = None
    desk_mode: str | None = None
    department_id: int | None = None
    says: Mapping[str, Any] = field(default_factory=dict)


DEFAULTS: Mapping[str, Any] = {
    "window_working_days": 14,
    "max_live_bookings": 10,
    "longest_minutes": 0,
    "who_may_book": "own_first",
    "closed_days_bookable": False,
    "check_in_opens_minutes": 60,
    "release_after_minutes": 0,
    "undo_minutes": 15,
    "series_window_days": 184,
    "max_series_dates": 60,
    "no_show_limit": 0,
    "no_show_days": 20,
    "no_show_window_days": 3,
}
"""What holds where no row says anything; 0 is no limit for the longest interval, never for the release, and off for
the limit that follows from no-shows."""


def rule_in_force(name: str, rows: Sequence[RuleRow], *, area_id: int, desk_mode: str, lineage: Sequence[int]) -> Rule:
    """What the rule `name` says for a desk of `desk_mode` in an area and a person whose departments are `lineage`.

    `lineage` runs from the bureau down to the person's section. Area beats desk mode beats department; a nearer
    department beats a farther one.
    """

    def applies(row: RuleRow) -> bool:
        return (
            row.says.get(name) is not None
            and row.area_id in (None, area_id)
            and row.desk_mode in (None, desk_mode)
            and (row.department_id is None or row.department_id in lineage)
        )

    def weight(row: RuleRow) -> tuple[bool, bool, int]:
        nearness = 0 if row.department_id is None else 1 + lineage.index(row.department_id)
        return row.area_id is not None, row.desk_mode is not None, nearness

    found = max(filter(applies, rows), key=weight, default=None)
    return Rule(DEFAULTS[name], BY_DEFAULT) if found is None else Rule(found.says[name], found.owner)
