"""People on the roll of everything or of a department, and who of them was there."""

from dataclasses import dataclass

import numpy as np

from occupancy.policies.figures import Counts, Mask
from occupancy.policies.sources import PresenceSource


@dataclass(frozen=True, slots=True)
class RollDays:
    """By day: whether there is something to tell, and how many people on the roll, present, and at telework (halves).

    `by_gate` says on which days presence is from gates; on the others it is from check-ins.
    """

    told: Mask
    by_gate: Mask
    on_roll: Counts
    present: Counts
    telework_halves: Counts

    @property
    def source(self) -> PresenceSource | None:
        """By what presence is known; None of no day."""
        return presence_source(self.by_gate[self.told])

    def mean(self, counts: Counts) -> float | None:
        """The mean over the days that are told."""
        return float(counts[self.told].mean()) if self.told.any() else None


def presence_source(by_gate: Mask) -> PresenceSource | None:
    """By what presence is known on days of which `by_gate` says whether they have a gate log."""
    if not by_gate.size:
        return None
    if by_gate.all():
        return PresenceSource.GATE
    return PresenceSource.MIXED if by_gate.any() else PresenceSource.CHECK_IN


def day_sums(where: Counts, numbers: Counts, days: int) -> Counts:
    """The numbers of rows, added up by their day."""
    summed = np.zeros(days, dtype=np.int64)
    np.add.at(summed, where, numbers)
    return summed
