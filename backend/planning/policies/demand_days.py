"""What departments come to on each day of the past under a supposition: together by slot, and each by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from planning.policies.presence import Demand, People, PresenceHistory, demand_of_each, summed, together, whole_desks
from planning.policies.supposed import Supposed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DemandDays:
    """Days of the history, without the slots of single departments: a five-hundredth part of it.

    `whole` is the demand of the chosen departments together, before the supposition's attendance; of these `there` are
    people there at once at the day's peak, and `on_roll` all people, as the facts have them. `peaks[place, day]` are
    people of a department who share a desk, at its own peak and with that attendance, `own` desks that are somebody's,
    `people` all of them.
    """

    days: Sequence[date]
    team_days: Sequence[bool]
    whole: Demand
    there: NDArray[np.float64]
    on_roll: NDArray[np.float64]
    peaks: People
    own: People
    people: People

    @property
    def needs(self) -> NDArray[np.int64]:
        """Desks that each department (first axis) needs by itself on each day."""
        return whole_desks(self.peaks + self.own)

    def attendance_rate(self, change: float) -> float | None:
        """The share of people there at the daily peak, in the mean of the days, after a change as a fraction."""
        people = float(self.on_roll.mean())
        return min(1.0, float(self.there.mean()) / people * (1 + change)) if people else None


def demand_days(history: PresenceHistory, counts: NDArray[np.bool_], supposed: Supposed) -> DemandDays:
    """What a history comes to; `counts[place, day]` says which departments make up the chosen ones on a day."""
    each = demand_of_each(history, supposed)
    attended = each.attended(supposed.attendance)
    return DemandDays(
        days=history.days,
        team_days=history.team_days,
        whole=together(each, counts),
        there=summed(history.present, counts).max(axis=-1),
        on_roll=summed(history.on_roll, counts),
        peaks=attended.peaks,
        own=attended.own,
        people=attended.people,
    )


def joined(parts: Sequence[DemandDays]) -> DemandDays:
    """Days that follow each other, as one; of at least one part."""
    return DemandDays(
        days=[day for part in parts for day in part.days],
        team_days=[team for part in parts for team in part.team_days],
        whole=Demand(
            np.concatenate([part.whole.sharing for part in parts]),
            np.concatenate([part.whole.own for part in parts]),
            np.concatenate([part.whole.people for part in parts]),
        ),
        there=np.concatenate([part.there for part in parts]),
        on_roll=np.concatenate([part.on_roll for part in parts]),
        peaks=np.concatenate([part.peaks for part in parts], axis=1),
        own=np.concatenate([part.own for part in parts], axis=1),
        people=np.concatenate([part.people for part in parts], axis=1),
    )
