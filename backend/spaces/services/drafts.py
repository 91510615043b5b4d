"""Drafts of layouts: begun from what is in force, saved as often as one likes, published or put away."""

import datetime as dt
from typing import Any

from django.db import transaction

from audit.context import current_origin
from audit.services import record
from core import clock
from core.refused import Refused
from spaces.drafting.content import content_of
from spaces.importing.drawn import DrawnFloor
from spaces.models import Floor, Layout, LayoutDraft
from spaces.policies.refusals import PlaceRefusal
from spaces.selectors.stored_layouts import drawn_floor, layout_on

EMPTY_WIDTH_METRES, EMPTY_HEIGHT_METRES = 40.0, 20.0
EMPTY_PLAN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"></svg>'


def begin_draft(
    *, floor: Floor, effective_from: dt.date, name: str = "", from_layout: Layout | None = None
) -> LayoutDraft:
    """A draft that copies `from_layout`, else the layout in force on the day; empty where the floor has none."""
    copied = from_layout or layout_on(floor, effective_from)
    drawn = DrawnFloor(floor.code, EMPTY_WIDTH_METRES, EMPTY_HEIGHT_METRES, EMPTY_PLAN)
    if copied is not None:
        drawn = drawn_floor(copied, floor.code)
    return draft_of_floor(floor=floor, drawn=drawn, effective_from=effective_from, name=name, based_on=copied)


def copy_draft(*, draft: LayoutDraft, effective_from: dt.date, name: str = "") -> LayoutDraft:
    """Another draft of the same floor with all that `draft` holds as it was saved last, its drawing too."""
    return _begun(
        LayoutDraft(
            floor=draft.floor,
            name=name,
            effective_from=effective_from,
            content=draft.content,
            plan=draft.plan,
            based_on=draft.based_on,
        )
    )


def draft_of_floor(
    *, floor: Floor, drawn: DrawnFloor, effective_from: dt.date, name: str = "", based_on: Layout | None = None
) -> LayoutDraft:
    """A draft with what `drawn` holds: a copy, an import, a drawing from CAD."""
    return _begun(
        LayoutDraft(
            floor=floor,
            name=name,
            effective_from=effective_from,
            content=content_of(drawn),
            plan=drawn.plan,
            based_on=based_on,
        )
    )


@transaction.atomic
def save_draft(
    *, draft_id: int, revision: int, content: dict[str, Any], effective_from: dt.date, name: str
) -> LayoutDraft:
    """Write the whole draft anew; what is wrong in it is for its review to say.

    Raises Refused (`draft_changed`, with the stored `revision`) unless it still has `revision`, and (`draft_is_closed`)
    when it was published or put away. Raises LayoutDraft.DoesNotExist.
    """
    draft = locked_draft(draft_id, revision)
    before = _facts(draft)
    draft.content, draft.effective_from, draft.name = content, effective_from, name
    draft.revision += 1
    draft.updated_at, draft.updated_by = clock.now(), current_origin().actor_name
    draft.save(update_fields=["content", "effective_from", "name", "revision", "updated_at", "updated_by"])
    record_draft("saved", draft, before=before)
    return draft


@transaction.atomic
def put_draft_away(*, draft_id: int) -> None:
    """Take the draft out of work. It stays as a record. Raises Refused (`draft_is_closed`)."""
    draft = locked_draft(draft_id)
    draft.put_away_at = clock.now()
    draft.save(update_fields=["put_away_at"])
    record_draft("put_away", draft)


def locked_draft(draft_id: int, revision: int | None = None) -> LayoutDraft:
    """The draft, its row locked, if it is in work and still has `revision`. Raises Refused otherwise."""
    draft = LayoutDraft.objects.select_for_update(of=("self",)).select_related("floor__building").get(pk=draft_id)
    if draft.put_away_at is not None or draft.published_at is not None:
        raise Refused(PlaceRefusal.DRAFT_IS_CLOSED)
    if revision is not None and draft.revision != revision:
        raise Refused(PlaceRefusal.DRAFT_CHANGED, {"revision": draft.revision})
    return draft


def record_draft(what: str, draft: LayoutDraft, *, before: dict[str, Any] | None = None) -> None:
    """Write the event `layout_draft.<what>`."""
    record(
        kind=f"layout_draft.{what}",
        subject_kind="layout_draft",
        subject_id=draft.pk,
        before=before,
        after=_facts(draft),
    )


@transaction.atomic
def _begun(draft: LayoutDraft) -> LayoutDraft:
    draft.updated_at, draft.updated_by = clock.now(), current_origin().actor_name
    draft.save(force_insert=True)
    record_draft("begun", draft)
    return draft


def _facts(draft: LayoutDraft) -> dict[str, Any]:
    return {
        "floor": draft.floor_id,
        "name": draft.name,
        "effective_from": draft.effective_from.isoformat(),
        "revision": draft.revision,
        "areas": len(draft.content["areas"]),
        "desks": len(draft.content["desks"]),
    }
