"""A draft held against what is booked: whom publishing it would displace, and where each could go."""

from collections.abc import Sequence
from dataclasses import dataclass

from relocation.selectors.foreseen import Foreseen, foreseen
from relocation.selectors.hall_days import Drawn, HallDays
from relocation.selectors.lost import after_layouts
from relocation.selectors.proposals import proposals
from spaces.models import LayoutDraft
from spaces.policies.layout_change import ChangedStretch
from spaces.selectors.drafted_plan import drafted_plan
from spaces.selectors.drafts import DraftReview, draft_floor, review_of
from spaces.selectors.layout_stretches import until_next


@dataclass(frozen=True, slots=True)
class FullReview:
    """What is wrong with a draft, what it changes, and whom it displaces."""

    draft: DraftReview
    displaced: Sequence[Foreseen]


def full_review(draft: LayoutDraft) -> FullReview:
    """The review of a draft as it is stored. Nothing is written and nothing locked."""
    first = draft.effective_from
    stretch = ChangedStretch(draft.floor_id, first, until_next(draft.floor_id, first))
    hall = HallDays(drawn=Drawn(drafted_plan(draft.floor, draft_floor(draft), first), stretch))
    lost = after_layouts([stretch], hall).lost
    return FullReview(review_of(draft), foreseen(lost, proposals(lost, hall), hall))
