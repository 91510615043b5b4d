"""A folder of places: `areas.csv`, `desks.csv` and `floors/*.svg`, read and checked against each other."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from spaces.importing.area_rows import AREAS_FILE, AreaRow, read_areas
from spaces.importing.desk_rows import DESKS_FILE, DeskRow, read_desks
from spaces.importing.drawing import Drawing, read_drawing
from spaces.importing.drawn import DrawnArea, DrawnFloor
from spaces.importing.floor_code import FloorName, floor_named
from spaces.importing.geometry import corners, stays_within
from spaces.importing.mistakes import FolderError, MistakeCode, Mistakes

PLANS_FOLDER = "floors"


@dataclass(frozen=True, slots=True)
class Known:
    """The words a folder may use: modes and features, department codes, numbers of people."""

    modes: Collection[str]
    features: Collection[str]
    departments: Collection[str]
    people: Collection[str]


@dataclass(frozen=True, slots=True)
class PlacesFolder:
    """What the folder says, floor by floor; `desk_rows` is where each desk stands in its table."""

    floors: tuple[tuple[FloorName, DrawnFloor], ...]
    desk_rows: Mapping[str, int]
    left_out: Mapping[str, frozenset[str]]


def read_folder(files: Mapping[str, bytes], known: Known) -> PlacesFolder:
    """Read and check a folder's files (`floors/06F.svg` by that name). Raises FolderError with every mistake."""
    mistakes = Mistakes()
    for file in (AREAS_FILE, DESKS_FILE):
        if file not in files:
            mistakes.add(MistakeCode.FILE_MISSING, file)
    areas = read_areas(files[AREAS_FILE], mistakes) if AREAS_FILE in files else {}
    desks: list[DeskRow] = []
    if DESKS_FILE in files:
        desks = read_desks(files[DESKS_FILE], mistakes, modes=known.modes, features=known.features)
    drawings, refused = _drawings(files, mistakes)
    _check_words(areas, desks, known, mistakes)
    floors = {area.floor.code: area.floor for area in areas.values()} | {row.floor.code: row.floor for row in desks}
    for floor in floors.values():
        if floor.code not in drawings and floor.code not in refused:
            mistakes.add(MistakeCode.PLAN_MISSING, f"{PLANS_FOLDER}/", floor=floor.code)
    drawn_areas = _drawn_areas(areas, drawings, mistakes)
    _check_desks(desks, areas, drawings, mistakes)
    if mistakes.found:
        raise FolderError(mistakes.found)
    return PlacesFolder(
        floors=tuple(
            (floor, _drawn_floor(floor, drawings[floor.code], areas, drawn_areas, desks))
            for floor in sorted(floors.values(), key=lambda floor: floor.level)
        ),
        desk_rows={row.desk.code: row.row.number for row in desks},
        left_out={drawing.file: drawing.left_out for drawing in drawings.values() if drawing.left_out},
    )


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a folder that the importer reads, by their names within it."""
    paths = [folder / AREAS_FILE, folder / DESKS_FILE, *sorted((folder / PLANS_FOLDER).glob("*.svg"))]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def _drawings(files: Mapping[str, bytes], mistakes: Mistakes) -> tuple[dict[str, Drawing], set[str]]:
    """The drawings by floor code, and the floors whose drawing was refused."""
    drawings: dict[str, Drawing] = {}
    refused: set[str] = set()
    for file, content in files.items():
        if not file.startswith(f"{PLANS_FOLDER}/"):
            continue
        name = Path(file).stem
        floor = floor_named(name)
        if floor is None:
            mistakes.add(MistakeCode.BAD_FLOOR, file, value=name)
            continue
        drawing = read_drawing(file, content, mistakes)
        if drawing is None:
            refused.add(floor.code)
        else:
            drawings[floor.code] = drawing
    return drawings, refused


def _check_words(areas: Mapping[str, AreaRow], desks: list[DeskRow], known: Known, mistakes: Mistakes) -> None:
    for area in areas.values():
        for department in sorted({code for code, _weekday in area.homes}):
            if department not in known.departments:
                area.row.wrong(MistakeCode.UNKNOWN_DEPARTMENT, "departments", value=department[:40])
    for row in desks:
        if row.desk.assigned_to and row.desk.assigned_to not in known.people:
            row.row.wrong(MistakeCode.UNKNOWN_PERSON, "assigned_to", value=row.desk.assigned_to)


def _drawn_areas(
    areas: Mapping[str, AreaRow], drawings: Mapping[str, Drawing], mistakes: Mistakes
) -> dict[str, DrawnArea]:
    drawn: dict[str, DrawnArea] = {}
    for area in areas.values():
        drawing = drawings.get(area.floor.code)
        if drawing is None:
            continue
        box = drawing.areas.get(area.code)
        if box is None:
            area.row.wrong(MistakeCode.AREA_NOT_DRAWN, "code", value=area.code, plan=drawing.file)
            continue
        if not stays_within(corners(box.x, box.y, box.width, box.height, 0), drawing.width, drawing.height):
            mistakes.add(
                MistakeCode.AREA_OUTSIDE_FLOOR, drawing.file, box.line or None,
                value=area.code, width=f"{drawing.width:g}", height=f"{drawing.height:g}",
            )  # fmt: skip
        drawn[area.code] = DrawnArea(
            area.code, area.name, box.x, box.y, box.width, box.height, area.homes, area.overflow
        )
    return drawn


def _check_desks(
    desks: list[DeskRow], areas: Mapping[str, AreaRow], drawings: Mapping[str, Drawing], mistakes: Mistakes
) -> None:
    for row in desks:
        desk, area = row.desk, areas.get(row.desk.area)
        if area is None:
            row.row.wrong(MistakeCode.UNKNOWN_AREA, "area", value=desk.area)
        elif area.floor.code != row.floor.code:
            row.row.wrong(
                MistakeCode.AREA_ON_OTHER_FLOOR, "area",
                value=desk.area, floor=row.floor.code, other=area.floor.code,
            )  # fmt: skip
        drawing = drawings.get(row.floor.code)
        if drawing is None:
            continue
        box = corners(desk.x, desk.y, desk.width, desk.height, desk.rotation)
        if not stays_within(box, drawing.width, drawing.height):
            row.row.wrong(
                MistakeCode.DESK_OUTSIDE_FLOOR, "x",
                value=desk.code, width=f"{drawing.width:g}", height=f"{drawing.height:g}",
            )  # fmt: skip


def _drawn_floor(
    floor: FloorName,
    drawing: Drawing,
    areas: Mapping[str, AreaRow],
    drawn_areas: Mapping[str, DrawnArea],
    desks: list[DeskRow],
) -> DrawnFloor:
    return DrawnFloor(
        code=floor.code,
        width=drawing.width,
        height=drawing.height,
        plan=drawing.plan,
        areas={area.code: drawn_areas[area.code] for area in areas.values() if area.floor.code == floor.code},
        desks={row.desk.code: row.desk for row in desks if row.floor.code == floor.code},
    )
