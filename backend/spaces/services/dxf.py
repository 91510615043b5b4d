"""Drawings from CAD: taken apart when they come, turned into a draft when it is said what is what, then deleted."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from audit.context import current_origin
from audit.services import record
from core import clock
from core.later import Later
from core.refused import Refused
from spaces.dxf.background import background
from spaces.dxf.desks import Numbering, drawn_desks
from spaces.dxf.frame import Frame, frame_of
from spaces.dxf.parsed import ParsedDrawing
from spaces.importing.drawn import DrawnFloor
from spaces.models import DxfDrawing, Floor, LayoutDraft
from spaces.policies.refusals import PlaceRefusal
from spaces.selectors.stored_layouts import drawn_floor, layout_on
from spaces.services.drafts import draft_of_floor

if TYPE_CHECKING:
    from spaces.dxf import opening, taking_apart
else:
    opening, taking_apart = Later("spaces.dxf.opening"), Later("spaces.dxf.taking_apart")

KEPT_HOURS = 12
MOST_DESKS = 2_000


@dataclass(frozen=True, slots=True)
class DxfChoice:
    """What is what in a drawing: which blocks are desks, which layers are shown, how long a unit is, how to number.

    `keep_areas` takes over the areas that the floor has already.
    """

    desk_blocks: Collection[str]
    background_layers: Collection[str]
    metres_per_unit: float
    numbering: Numbering
    keep_areas: bool = field(default=False)


@transaction.atomic
def keep_drawing(*, file_name: str, content: bytes) -> DxfDrawing:
    """Take a drawing apart and keep it for some hours. Raises Refused: `dxf_unreadable`, `_empty`, `_too_detailed`."""
    parsed = taking_apart.taken_apart(opening.opened(content))
    frame = frame_of(parsed, parsed.lines, parsed.placed, parsed.metres_per_unit)
    if not frame.fits:
        frame = _fitting(frame)
    preview = background(parsed, frame, parsed.lines, parsed.letterings, coloured=True)
    drawing = DxfDrawing.objects.create(
        file_name=file_name,
        parsed=parsed.as_json(),
        preview=preview.plan,
        width=frame.width,
        height=frame.height,
        uploaded_at=clock.now(),
        uploaded_by=current_origin().actor_name,
    )
    record(
        kind="dxf_drawing.kept",
        subject_kind="dxf_drawing",
        subject_id=drawing.pk,
        after={"file": file_name, "layers": len(parsed.layers), "blocks": len(parsed.blocks)},
    )
    return drawing


@transaction.atomic
def draft_of_drawing(
    *, drawing: DxfDrawing, floor: Floor, effective_from: dt.date, choice: DxfChoice, name: str = ""
) -> LayoutDraft:
    """A draft with a desk for each block chosen, and the layers chosen behind them; areas are drawn on the screen.

    Raises Refused (`dxf_empty`) where nothing was chosen that is in the drawing, (`dxf_too_large`) where the floor
    would be larger than any can be, or there are more desks than a floor may have.
    """
    parsed = ParsedDrawing.of_json(drawing.parsed)
    desk_blocks = {number for number, block in enumerate(parsed.blocks) if block.name in choice.desk_blocks}
    layers = {number for number, layer in enumerate(parsed.layers) if layer.name in choice.background_layers}
    placed = [one for one in parsed.placed if one.block in desk_blocks]
    lines = [line for line in parsed.lines if line.layer in layers and desk_blocks.isdisjoint(line.blocks)]
    letterings = [one for one in parsed.letterings if one.layer in layers and desk_blocks.isdisjoint(one.blocks)]
    if not placed and not lines:
        raise Refused(PlaceRefusal.DXF_EMPTY)
    frame = frame_of(parsed, lines, placed, choice.metres_per_unit)
    if not frame.fits or len(placed) > MOST_DESKS:
        raise Refused(PlaceRefusal.DXF_TOO_LARGE)
    plan = background(parsed, frame, lines, letterings)
    before = layout_on(floor, effective_from)
    areas = drawn_floor(before, floor.code).areas if before is not None and choice.keep_areas else {}
    drawn = DrawnFloor(
        code=floor.code,
        width=plan.width,
        height=plan.height,
        plan=plan.plan,
        areas=areas,
        desks=drawn_desks(placed, frame, choice.numbering, list(areas.values())),
    )
    return draft_of_floor(
        floor=floor, drawn=drawn, effective_from=effective_from, name=name or drawing.file_name[:100], based_on=before
    )


def forget_drawings() -> int:
    """Delete drawings kept for KEPT_HOURS; answers how many."""
    old = DxfDrawing.objects.filter(uploaded_at__lt=clock.now() - dt.timedelta(hours=KEPT_HOURS))
    return old.delete()[0]


def _fitting(frame: Frame) -> Frame:
    """A drawing in a unit that nobody knows is shown as if it were a floor of 100 m."""
    scale = 100.0 / max(frame.width, frame.height)
    return Frame(
        frame.left, frame.top, round(frame.width * scale, 2), round(frame.height * scale, 2), frame.metres * scale
    )
