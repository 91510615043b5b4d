"""Publish a layout: what a floor has from a day on; and take it back before that day."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from audit.context import current_origin
from audit.services import record
from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import Slow, bump
from people.models import Department, Person
from spaces.importing.changes import FloorChange
from spaces.importing.drawn import DrawnFloor
from spaces.layout_followers import followed
from spaces.models import Area, AreaHome, AreaPlacement, Building, Desk, DeskPlacement, Floor, Layout, LayoutDraft
from spaces.policies.layout_change import ChangedStretch, Displaced, LayoutsChanged
from spaces.policies.publishing import Publishing, publishing
from spaces.policies.refusals import PlaceRefusal
from spaces.selectors.elsewhere import desks_elsewhere, layouts_of_other_floors
from spaces.selectors.layout_stretches import until_next
from spaces.selectors.stored_layouts import drawn_floor, layout_on
from spaces.services.drafts import draft_of_floor

DESKS_NAMED = 10


@dataclass(frozen=True, slots=True)
class NewLayout:
    """What a floor is to become."""

    floor: Floor
    change: FloorChange


def publish_layout(
    *, floor: Floor, change: FloorChange, effective_from: dt.date, displaced: Displaced = Displaced.MOVE
) -> Layout:
    """Give `floor` the layout that `change` leads to, from `effective_from` on; see `publish_layouts`."""
    (layout,) = publish_layouts([NewLayout(floor, change)], effective_from=effective_from, displaced=displaced)
    return layout


@transaction.atomic
def publish_layouts(
    wanted: Sequence[NewLayout], *, effective_from: dt.date, displaced: Displaced = Displaced.MOVE
) -> list[Layout]:
    """Give floors the layouts wanted for them, from `effective_from` on, all at once.

    What is booked on the days that change follows in the same transaction (spaces.layout_followers); `displaced` says
    what becomes of bookings that are left without a desk. Raises Refused (LAYOUT_IS_HISTORY) when days that are over
    would change. Codes of departments and people have to exist; areas and desks that are new in the building are made.
    """
    if not wanted:
        return []
    lock((Locked.PLACES, 0))
    layouts = [_publish(new.floor, new.change, effective_from) for new in wanted]
    bump(Slow.PLACES)
    stretches = [
        ChangedStretch(new.floor.pk, effective_from, until_next(new.floor.pk, effective_from)) for new in wanted
    ]
    followed(LayoutsChanged(tuple(stretches), displaced))
    return layouts


@transaction.atomic
def take_layout_back(*, layout_id: int, displaced: Displaced = Displaced.MOVE) -> LayoutDraft:
    """Take a layout back before its first day: what was in force before it goes on. It becomes a draft again.

    Raises Layout.DoesNotExist, or Refused: `layout_has_begun`, or `layout_desks_elsewhere` where desks that would come
    back stand on another floor by then.
    """
    lock((Locked.PLACES, 0))
    layout = Layout.objects.select_related("floor__building").get(pk=layout_id)
    floor, first = layout.floor, layout.effective_from
    if first <= clock.today():
        raise Refused(PlaceRefusal.LAYOUT_HAS_BEGUN)
    until = until_next(floor.pk, first)
    _refuse_desks_elsewhere(floor, first, until)
    draft = _draft_again(layout)
    before = {"layout": layout.pk, "effective_from": first.isoformat()}
    layout.delete()
    bump(Slow.PLACES)
    record(
        kind="layout.taken_back",
        subject_kind="floor",
        subject_id=floor.pk,
        before=before,
        after={"draft": draft.pk, "until": None if until is None else until.isoformat()},
    )
    followed(LayoutsChanged((ChangedStretch(floor.pk, first, until),), displaced))
    return draft


def _refuse_desks_elsewhere(floor: Floor, first: dt.date, until: dt.date | None) -> None:
    again = layout_on(floor, first - dt.timedelta(days=1))
    codes = DeskPlacement.objects.filter(layout=again).values_list("desk__code", flat=True) if again else []
    standing = desks_elsewhere(floor, list(codes), layouts_of_other_floors(floor, first, until))
    if standing:
        raise Refused(PlaceRefusal.LAYOUT_DESKS_ELSEWHERE, {"reason": ", ".join(sorted(standing)[:DESKS_NAMED])})


def _draft_again(layout: Layout) -> LayoutDraft:
    """The draft that the layout was published from, in work again; a new one where it came another way."""
    drawn = drawn_floor(layout, layout.floor.code)
    draft = LayoutDraft.objects.filter(layout=layout).select_related("floor").first()
    if draft is None:
        return draft_of_floor(floor=layout.floor, drawn=drawn, effective_from=layout.effective_from)
    draft.published_at, draft.layout = None, None
    draft.save(update_fields=["published_at", "layout"])
    return draft


def _publish(floor: Floor, change: FloorChange, effective_from: dt.date) -> Layout:
    begin_on = dict(Layout.objects.filter(floor=floor).values_list("effective_from", "pk"))
    decision = publishing(day=effective_from, today=clock.today(), begin_on=begin_on)
    if decision is Publishing.HISTORY:
        raise Refused(PlaceRefusal.LAYOUT_IS_HISTORY)
    replaced = begin_on.get(effective_from)
    if decision is Publishing.REPLACE:
        Layout.objects.get(floor=floor, effective_from=effective_from).delete()
    layout = _write(floor, change.floor, effective_from)
    record(
        kind="layout.published",
        subject_kind="floor",
        subject_id=floor.pk,
        before=None if replaced is None else {"layout": replaced, "effective_from": effective_from.isoformat()},
        after={
            "layout": layout.pk,
            "effective_from": effective_from.isoformat(),
            "desks": len(change.floor.desks),
            "desks_new": change.desks_new,
            "desks_retired": change.desks_retired,
            "desks_moved": change.desks_moved,
            "desks_mode": change.desks_mode,
            "areas_changed": (*change.areas_new, *change.areas_gone, *change.areas_changed),
            "plan": change.plan,
        },
    )
    return layout


def _write(floor: Floor, drawn: DrawnFloor, effective_from: dt.date) -> Layout:
    layout = Layout.objects.create(
        floor=floor,
        effective_from=effective_from,
        width=drawn.width,
        height=drawn.height,
        plan=drawn.plan,
        published_at=clock.now(),
        published_by=current_origin().actor_name,
    )
    overflow = {code for area in drawn.areas.values() for code in area.overflow}
    area_ids = _area_ids(floor.building, drawn.areas.keys() | overflow)
    placements = _write_areas(layout, drawn, area_ids)
    _write_homes(drawn, placements)
    _write_desks(layout, floor.building, drawn, placements)
    return layout


def _area_ids(building: Building, codes: Iterable[str]) -> dict[str, int]:
    known = dict(Area.objects.filter(building=building).values_list("code", "pk"))
    made = Area.objects.bulk_create(Area(building=building, code=code) for code in sorted(set(codes) - known.keys()))
    return known | {area.code: area.pk for area in made}


def _write_areas(layout: Layout, drawn: DrawnFloor, area_ids: Mapping[str, int]) -> dict[str, AreaPlacement]:
    placements = AreaPlacement.objects.bulk_create(
        AreaPlacement(
            layout=layout,
            area_id=area_ids[area.code],
            name=area.name,
            x=area.x,
            y=area.y,
            width=area.width,
            height=area.height,
            overflow=[area_ids[code] for code in area.overflow],
        )
        for area in drawn.areas.values()
    )
    return dict(zip(drawn.areas, placements, strict=True))


def _write_homes(drawn: DrawnFloor, placements: Mapping[str, AreaPlacement]) -> None:
    codes = {code for area in drawn.areas.values() for code, _weekday in area.homes}
    department_ids = dict(Department.objects.filter(code__in=codes).values_list("code", "pk"))
    AreaHome.objects.bulk_create(
        AreaHome(placement=placements[area.code], department_id=department_ids[code], weekday=weekday)
        for area in drawn.areas.values()
        for code, weekday in sorted(area.homes, key=str)
    )


def _write_desks(
    layout: Layout, building: Building, drawn: DrawnFloor, placements: Mapping[str, AreaPlacement]
) -> None:
    known = dict(Desk.objects.filter(building=building, code__in=drawn.desks).values_list("code", "pk"))
    made = Desk.objects.bulk_create(Desk(building=building, code=code) for code in drawn.desks if code not in known)
    desk_ids = known | {desk.code: desk.pk for desk in made}
    numbers = {desk.assigned_to for desk in drawn.desks.values() if desk.assigned_to}
    person_ids = dict(Person.objects.filter(number__in=numbers).values_list("number", "pk"))
    DeskPlacement.objects.bulk_create(
        DeskPlacement(
            layout=layout,
            desk_id=desk_ids[desk.code],
            area=placements[desk.area],
            x=desk.x,
            y=desk.y,
            width=desk.width,
            height=desk.height,
            rotation=desk.rotation,
            mode=desk.mode,
            features=list(desk.features),
            assigned_to_id=person_ids[desk.assigned_to] if desk.assigned_to else None,
        )
        for desk in drawn.desks.values()
    )
