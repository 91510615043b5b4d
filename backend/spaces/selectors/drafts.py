"""Drafts in work, and what is wrong with them."""

import datetime as dt
from dataclasses import dataclass

from core import clock
from people.models import Department, Person
from spaces.drafting.checks import Around, day_mistakes, draft_mistakes
from spaces.drafting.content import Content, floor_of_content
from spaces.drafting.mistakes import FoundMistake
from spaces.importing.changes import FloorChange, floor_change
from spaces.importing.drawn import DrawnFloor
from spaces.models import Floor, Layout, LayoutDraft
from spaces.selectors.elsewhere import areas_elsewhere, desks_elsewhere, layouts_of_other_floors
from spaces.selectors.layout_stretches import until_next
from spaces.selectors.stored_layouts import drawn_floor, layout_on


@dataclass(frozen=True, slots=True)
class DraftReview:
    """A draft against the floor as it will be otherwise: what is wrong, and what would change (None: nothing)."""

    mistakes: list[FoundMistake]
    change: FloorChange | None


def drafts_in_work(floor_id: int | None = None) -> list[LayoutDraft]:
    """Drafts neither published nor put away, of one floor or of all, the earliest day first."""
    rows = LayoutDraft.objects.filter(put_away_at__isnull=True, published_at__isnull=True)
    if floor_id is not None:
        rows = rows.filter(floor_id=floor_id)
    return list(rows.select_related("floor").defer("plan").order_by("effective_from", "floor__level", "pk"))


def mistakes_of(floor: Floor, content: Content, day: dt.date) -> list[FoundMistake]:
    """Everything wrong with `content` as the floor's layout from `day` on."""
    begin_on = list(Layout.objects.filter(floor=floor).values_list("effective_from", flat=True))
    wrong_day = day_mistakes(day=day, today=clock.today(), begin_on=begin_on)
    return [*wrong_day, *draft_mistakes(content, _around(floor, content, day))]


def draft_floor(draft: LayoutDraft) -> DrawnFloor:
    """The floor that the draft draws."""
    return floor_of_content(draft.content, code=draft.floor.code, plan=draft.plan)


def review_of(draft: LayoutDraft) -> DraftReview:
    """What is wrong with the draft and what it changes against the layout otherwise in force on its first day."""
    in_force = layout_on(draft.floor, draft.effective_from)
    before = drawn_floor(in_force, draft.floor.code) if in_force else None
    return DraftReview(
        mistakes=mistakes_of(draft.floor, draft.content, draft.effective_from),
        change=floor_change(before, draft_floor(draft)),
    )


def _around(floor: Floor, content: Content, day: dt.date) -> Around:
    until = until_next(floor.pk, day)
    others = layouts_of_other_floors(floor, day, until)
    areas = areas_elsewhere(floor, others)
    departments = {home["department"] for area in content["areas"] for home in area["homes"]}
    numbers = {desk["assigned_to"] for desk in content["desks"] if desk["assigned_to"]}
    codes = {desk["code"] for desk in content["desks"]}
    return Around(
        departments=set(Department.objects.filter(code__in=departments).values_list("code", flat=True)),
        people=set(Person.objects.filter(number__in=numbers).values_list("number", flat=True)),
        areas=areas.keys(),
        desks_elsewhere=desks_elsewhere(floor, codes, others),
        areas_elsewhere=areas,
    )
