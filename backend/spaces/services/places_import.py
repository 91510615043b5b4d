"""Take a folder of places over: all of it or nothing, and nothing twice."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from core import clock
from core.locks import Locked, lock
from core.revision import Slow, bump
from people.models import Department, Person
from spaces.importing.changes import FloorChange, floor_change
from spaces.importing.desk_rows import DESKS_FILE
from spaces.importing.floor_code import FloorName
from spaces.importing.folder import PLANS_FOLDER, Known, PlacesFolder, read_folder
from spaces.importing.mistakes import FolderError, MistakeCode, Mistakes
from spaces.models import Building, Desk, DeskMode, DeskPlacement, Feature, Floor, Layout, LayoutDraft
from spaces.policies.publishing import Publishing, publishing
from spaces.selectors.layout_stretches import layout_stretches, until_next
from spaces.selectors.stored_layouts import drawn_floor, layout_on
from spaces.services.drafts import draft_of_floor
from spaces.services.layouts import NewLayout, publish_layouts


@dataclass(frozen=True, slots=True)
class PlannedFloor:
    """A floor that would change; `later` is the day of a layout that takes over again after this one."""

    name: FloorName
    change: FloorChange
    later: dt.date | None


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What changed, or would change on a dry run; `left_out` are elements of drawings that nothing here draws."""

    effective_from: dt.date
    floors: tuple[PlannedFloor, ...]
    left_out: Mapping[str, frozenset[str]]


@transaction.atomic
def import_places(
    *, building: Building, files: Mapping[str, bytes], effective_from: dt.date | None = None, dry_run: bool = False
) -> ImportOutcome:
    """Publish layouts for the floors of `files` (see importing.folder) whose content differs from what is in force.

    Floors that the folder does not name stay as they are; a building not saved yet is made. Raises FolderError with
    every mistake; then nothing is done.
    """
    lock((Locked.PLACES, 0))
    if building.pk is None:
        building.save()
    outcome = read_places(building=building, files=files, effective_from=effective_from or clock.today())
    if dry_run:
        transaction.set_rollback(True)
    else:
        publish_layouts(
            [NewLayout(floor_of(building, one.name), one.change) for one in outcome.floors],
            effective_from=outcome.effective_from,
        )
    return outcome


@transaction.atomic
def import_to_drafts(
    *, building: Building, files: Mapping[str, bytes], effective_from: dt.date
) -> tuple[ImportOutcome, list[LayoutDraft]]:
    """Begin a draft for each floor of `files` whose content differs from what is in force; publishing is another step.

    The same checks as `import_places`; raises FolderError with every mistake, and then nothing is done.
    """
    outcome = read_places(building=building, files=files, effective_from=effective_from)
    drafts = []
    for planned in outcome.floors:
        floor = floor_of(building, planned.name)
        drafts.append(
            draft_of_floor(
                floor=floor,
                drawn=planned.change.floor,
                effective_from=effective_from,
                based_on=layout_on(floor, effective_from),
            )
        )
    return outcome, drafts


def read_places(*, building: Building, files: Mapping[str, bytes], effective_from: dt.date) -> ImportOutcome:
    """What taking `files` over would change on the floors of a saved building. Raises FolderError."""
    folder = read_folder(files, _known_words())
    mistakes = Mistakes()
    _check_desks_elsewhere(building, folder, effective_from, mistakes)
    planned = _plan(building, folder, effective_from, mistakes)
    if mistakes.found:
        raise FolderError(mistakes.found)
    return ImportOutcome(effective_from, tuple(planned), folder.left_out)


def floor_of(building: Building, name: FloorName) -> Floor:
    """The building's floor of that code; a new one is made."""
    floor, made = Floor.objects.get_or_create(
        building=building, code=name.code, defaults={"name": name.name, "level": name.level}
    )
    if made:
        bump(Slow.PLACES)
    return floor


def _known_words() -> Known:
    return Known(
        modes=DeskMode.values,
        features=Feature.values,
        departments=set(Department.objects.values_list("code", flat=True)),
        people=set(Person.objects.values_list("number", flat=True)),
    )


def _plan(building: Building, folder: PlacesFolder, day: dt.date, mistakes: Mistakes) -> list[PlannedFloor]:
    floors = {floor.code: floor for floor in Floor.objects.filter(building=building)}
    planned: list[PlannedFloor] = []
    for name, drawn in folder.floors:
        floor = floors.get(name.code)
        in_force = layout_on(floor, day) if floor else None
        change = floor_change(drawn_floor(in_force, name.code) if in_force else None, drawn)
        if change is None:
            continue
        begin_on = sorted(Layout.objects.filter(floor=floor).values_list("effective_from", flat=True)) if floor else []
        if publishing(day=day, today=clock.today(), begin_on=begin_on) is Publishing.HISTORY:
            mistakes.add(
                MistakeCode.LAYOUT_IS_HISTORY, f"{PLANS_FOLDER}/ {name.code}",
                day=day.isoformat(), today=clock.today().isoformat(),
            )  # fmt: skip
        planned.append(PlannedFloor(name, change, next((later for later in begin_on if later > day), None)))
    return planned


def _check_desks_elsewhere(building: Building, folder: PlacesFolder, day: dt.date, mistakes: Mistakes) -> None:
    """A code is one desk in the whole city: it cannot stand in another building, or on another floor meanwhile.

    What a folder's floors have on `day` gives way to it; what they, or floors left as they are, have later does not.
    """
    elsewhere = dict(
        Desk.objects.exclude(building=building).filter(code__in=folder.desk_rows).values_list("code", "building__name")
    )
    floors = dict(Floor.objects.filter(building=building).values_list("code", "pk"))
    named = {floors.get(name.code) for name, _drawn in folder.floors}
    stretches = layout_stretches()
    for name, drawn in folder.floors:
        own = floors.get(name.code)
        until = None if own is None else until_next(own, day)
        others = [
            stretch.layout_id
            for stretch in stretches
            if stretch.floor_id != own
            and stretch.meets(day, until)
            and (stretch.floor_id not in named or stretch.first > day)
        ]
        standing = DeskPlacement.objects.filter(layout_id__in=others, desk__code__in=drawn.desks)
        elsewhere |= dict(standing.values_list("desk__code", "layout__floor__name"))
    for code, place in sorted(elsewhere.items()):
        mistakes.add(MistakeCode.DESK_ELSEWHERE, DESKS_FILE, folder.desk_rows[code], "code", value=code, place=place)
