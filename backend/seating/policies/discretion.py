"""What whoever names others for a group, or draws desks for them, may hear of each of them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bookings.policies.refusals import BookingRefusal
from core.refused import Refused
from people.policies.visibility import Seen, Viewer, is_manager_of, may_see_where
from plans.policies.claims import PlanRefusal
from seating.policies.refusals import SeatingRefusal

OF_A_DAY = frozenset({PlanRefusal.ALREADY_BOOKED.value, PlanRefusal.IN_ANOTHER_PLACE.value})
"""Refusals that say where somebody is."""
OF_ONESELF = frozenset(
    {
        BookingRefusal.QUOTA_REACHED.value,
        BookingRefusal.SERIES_DATES_REACHED.value,
        BookingRefusal.NO_SHOW_LIMITED.value,
    }
)
"""Refusals that say how somebody booked or came: for nobody else but who answers for them."""


@dataclass(frozen=True, slots=True)
class Discretion:
    """`maker` names the others; `answers_for` are the maker's own people and those whose delegate the maker is,
    `unseen` those others whose day is not shown to the maker.
    """

    maker: int
    answers_for: frozenset[int] = frozenset()
    unseen: frozenset[int] = frozenset()

    def told(self, refused: Refused, person_id: int) -> Refused:
        """The refusal as the maker may hear it: that this person cannot be booked, and not what it would give away."""
        if self.may_tell(str(refused.code), person_id):
            return refused
        return Refused(SeatingRefusal.PERSON_NOT_FREE, attempts=refused.attempts)

    def may_tell(self, code: str, person_id: int) -> bool:
        """Whether the maker may hear that `code` is what refused this person."""
        if person_id == self.maker or person_id in self.answers_for:
            return True
        return code not in OF_ONESELF and (code not in OF_A_DAY or person_id not in self.unseen)


def discretion_of(
    viewer: Viewer, named: Mapping[int, Seen], *, delegators: Collection[int], day: date, today: date
) -> Discretion:
    """For a group on `day`; `delegators` are those whose delegate the viewer is."""
    own = {person_id for person_id, seen in named.items() if is_manager_of(viewer, seen.lineage)}
    unseen = {person_id for person_id, seen in named.items() if not may_see_where(viewer, seen, day=day, today=today)}
    return Discretion(viewer.person_id or 0, frozenset(own | set(delegators)), frozenset(unseen))
