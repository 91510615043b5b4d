"""Drafts of layouts from a placement: areas become the homes of the sections placed on their floor."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from core import clock
from core.refused import Refused
from planning.models.placement import Placement, PlacementState
from planning.policies.dealing import HomeArea, dealt
from planning.policies.placement_refusals import PlacementRefusal
from planning.services.placements import locked_placement, record_placement
from spaces.drafting.content import content_of
from spaces.importing.drawn import DrawnFloor
from spaces.models import DeskMode, Floor, Layout, LayoutDraft
from spaces.selectors.stored_layouts import drawn_floor, layout_on
from spaces.services.drafts import draft_of_floor, save_draft

SHARED_MODES = (DeskMode.BOOKABLE, DeskMode.DROP_IN)


@transaction.atomic
def draft_placement(*, placement_id: int, effective_from: date | None = None) -> int:
    """Make a draft of each floor whose homes change, in force from `effective_from` (else the day of the placement,
    from tomorrow on); answers how many were made or written anew. Nothing is published.

    Made again it writes its own drafts anew where something differs, and makes none twice. Raises Refused:
    PLACEMENT_NOT_DONE; PLACEMENT_FLOOR_WITHOUT_LAYOUT; PLACEMENT_CHANGES_NOTHING; PLACEMENT_DRAFT_EDITED where
    somebody has saved one of its drafts since, and then none is touched.
    """
    placement = locked_placement(placement_id)
    result = placement.result or {}
    if placement.state not in (PlacementState.DONE, PlacementState.CANCELLED) or not result.get("floors"):
        raise Refused(PlacementRefusal.PLACEMENT_NOT_DONE, {"state": placement.state})
    day = effective_from or max(date.fromisoformat(placement.asked["day"]), clock.today() + timedelta(days=1))
    mine = _own_drafts(placement)
    changed = {floor: drawn for floor, drawn in _floors(placement, day) if floor.pk in mine or drawn[2]}
    if not changed:
        raise Refused(PlacementRefusal.PLACEMENT_CHANGES_NOTHING)
    made = 0
    kept = []
    for floor, (layout, drawn, _) in changed.items():
        draft = mine.get(floor.pk)
        if draft is None:
            draft = draft_of_floor(floor=floor, drawn=drawn, effective_from=day, name=placement.name, based_on=layout)
            made += 1
        elif draft.content != content_of(drawn) or draft.effective_from != day:
            draft = save_draft(
                draft_id=draft.pk,
                revision=draft.revision,
                content=content_of(drawn),
                effective_from=day,
                name=draft.name,
            )
            made += 1
        kept.append({"floor": floor.pk, "draft_id": draft.pk, "revision": draft.revision})
    placement.drafts = kept
    placement.save(update_fields=["drafts"])
    record_placement("drafted", placement, effective_from=day.isoformat(), drafts=kept, made=made)
    return made


def _own_drafts(placement: Placement) -> dict[int, LayoutDraft]:
    """Its drafts still in work, by floor, their rows locked. Raises Refused(PLACEMENT_DRAFT_EDITED)."""
    left = {one["draft_id"]: one["revision"] for one in placement.drafts}
    rows = LayoutDraft.objects.select_for_update(of=("self",)).select_related("floor").order_by("pk")
    mine = list(rows.filter(pk__in=left, put_away_at__isnull=True, published_at__isnull=True))
    edited = [draft.floor.name for draft in mine if draft.revision != left[draft.pk]]
    if edited:
        raise Refused(PlacementRefusal.PLACEMENT_DRAFT_EDITED, {"reason": ", ".join(edited)})
    return {draft.floor_id: draft for draft in mine}


def _floors(placement: Placement, day: date) -> list[tuple[Floor, tuple[Layout, DrawnFloor, bool]]]:
    """Each floor of the result with its layout on `day`, as it would be, and whether that is another."""
    rows = (placement.result or {})["floors"]
    floors = Floor.objects.select_related("building").in_bulk([row["floor"]["id"] for row in rows])
    below = _below(placement.asked)
    found = []
    for row in rows:
        floor = floors[row["floor"]["id"]]
        layout = layout_on(floor, day)
        if layout is None:
            raise Refused(PlacementRefusal.PLACEMENT_FLOOR_WITHOUT_LAYOUT, {"reason": floor.name})
        before = drawn_floor(layout, floor.code)
        here = {section["department"]["code"]: section["desks"] for section in row["sections"]}
        after = _with_sections(before, here, below)
        found.append((floor, (layout, after, after != before)))
    return found


def _with_sections(floor: DrawnFloor, here: Mapping[str, int], below: Mapping[str, frozenset[str]]) -> DrawnFloor:
    shared = dict.fromkeys(floor.areas, 0)
    for desk in floor.desks.values():
        shared[desk.area] += desk.mode in SHARED_MODES
    areas = [
        HomeArea(code, shared[code], floor.areas[code].homes, floor.areas[code].overflow)
        for code in sorted(floor.areas)
    ]
    return replace(
        floor,
        areas={
            area.code: replace(floor.areas[area.code], homes=area.homes, overflow=area.overflow)
            for area in dealt(areas, here, below)
        },
    )


def _below(asked: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """The sections of the placement at and below each department of it, by codes."""
    found: dict[str, set[str]] = {}
    for row in asked["sections"]:
        for code in (row["code"], *(code for _, _, code in row["lineage"])):
            found.setdefault(code, set()).add(row["code"])
    return {code: frozenset(sections) for code, sections in found.items()}
