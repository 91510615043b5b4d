"""Desks or people of one place, by day and slot."""

from dataclasses import dataclass

import numpy as np

from occupancy.policies.figures import Counts, Mask


@dataclass(frozen=True, slots=True)
class PlaceSlots:
    """What is known of a place, days by slots.

    `counted` are the slots that averages are of, `whole` those among them in which all of the place is known: peaks
    are of these. They differ where people counted a part of a floor. Nothing counts where the source cannot tell.
    `floor_id` is where the place stood last; 0 of what has no floor.
    """

    in_use: Counts
    in_service: Counts
    counted: Mask
    whole: Mask
    withheld_desks: int = 0
    floor_id: int = 0

    @property
    def is_known(self) -> bool:
        return bool(self.counted.any())

    @property
    def most_in_service(self) -> int | None:
        """The most desks in service at one time; None where the source tells of none."""
        return int(np.where(self.whole, self.in_service, 0).max(initial=0)) if self.whole.any() else None


def unknown(days: int, slots: int) -> PlaceSlots:
    """Of a place of which the source cannot tell."""
    nothing, never = np.zeros((days, slots), dtype=np.int64), np.zeros((days, slots), dtype=bool)
    return PlaceSlots(nothing, nothing, never, never)
