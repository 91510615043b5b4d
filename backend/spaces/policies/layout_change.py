"""What a change of layouts changes: which floors, from which day to which."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Displaced(StrEnum):
    """What becomes of bookings that the change leaves without a desk."""

    MOVE = "move"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class ChangedStretch:
    """A floor whose layout is another from `first` until the day before `until` (None: for good)."""

    floor_id: int
    first: date
    until: date | None

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class LayoutsChanged:
    """Every stretch that one act changed: a desk that leaves one floor may stand on another afterwards."""

    stretches: tuple[ChangedStretch, ...]
    displaced: Displaced = Displaced.MOVE
