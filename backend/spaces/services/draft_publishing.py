"""A draft becomes the layout of its floor."""

from django.db import transaction

from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from spaces.drafting.mistakes import DraftMistake, errors
from spaces.models import Layout
from spaces.policies.layout_change import Displaced
from spaces.policies.refusals import PlaceRefusal
from spaces.selectors.drafts import review_of
from spaces.services.drafts import locked_draft, record_draft
from spaces.services.layouts import publish_layout


@transaction.atomic
def publish_draft(*, draft_id: int, revision: int, displaced: Displaced) -> Layout:
    """Publish the draft from its day on. Raises LayoutDraft.DoesNotExist, or Refused.

    `draft_changed` and `draft_is_closed` as on saving; `draft_has_mistakes` with the `mistakes`; `layout_is_history`
    for a day that is over; `draft_changes_nothing` where the floor has all of it on that day anyway.
    """
    lock((Locked.PLACES, 0))
    draft = locked_draft(draft_id, revision)
    review = review_of(draft)
    wrong = errors(review.mistakes)
    if any(mistake.code is DraftMistake.LAYOUT_IS_HISTORY for mistake in wrong):
        raise Refused(PlaceRefusal.LAYOUT_IS_HISTORY)
    if wrong:
        raise Refused(PlaceRefusal.DRAFT_HAS_MISTAKES, {"mistakes": wrong})
    if review.change is None:
        raise Refused(PlaceRefusal.DRAFT_CHANGES_NOTHING)
    layout = publish_layout(
        floor=draft.floor, change=review.change, effective_from=draft.effective_from, displaced=displaced
    )
    draft.published_at, draft.layout = clock.now(), layout
    draft.save(update_fields=["published_at", "layout"])
    record_draft("published", draft)
    return layout
