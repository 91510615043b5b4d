"""`desks.csv`: code, floor, area, x, y, w, h, rotation, mode, assigned_to, features."""

from collections.abc import Collection
from dataclasses import dataclass

from spaces.importing.area_rows import floor_of, place_code
from spaces.importing.drawn import DrawnDesk
from spaces.importing.floor_code import FloorName
from spaces.importing.mistakes import MistakeCode, Mistakes
from spaces.importing.tables import Row, read_rows
from spaces.policies.desk_code import desk_code_key

DESKS_FILE = "desks.csv"
COLUMNS = ("code", "floor", "area", "x", "y", "w", "h", "rotation", "mode", "assigned_to", "features")
LONGEST_DESK_CODE = 24
ASSIGNED = "assigned"
SMALLEST_METRES, LARGEST_METRES = 0.1, 20.0


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A desk as the table has it."""

    row: Row
    floor: FloorName
    desk: DrawnDesk


def read_desks(
    content: bytes, mistakes: Mistakes, *, modes: Collection[str], features: Collection[str]
) -> list[DeskRow]:
    """The desks that could be read; `modes` and `features` are the words there are."""
    desks: list[DeskRow] = []
    by_key: dict[str, tuple[str, int]] = {}
    for row in read_rows(DESKS_FILE, content, COLUMNS, mistakes):
        code = _new_code(row, by_key)
        floor = floor_of(row)
        desk = _desk(row, code or "", modes, features)
        if code is not None and floor is not None and desk is not None:
            desks.append(DeskRow(row, floor, desk))
    return desks


def _new_code(row: Row, by_key: dict[str, tuple[str, int]]) -> str | None:
    code = place_code(row, "code", LONGEST_DESK_CODE)
    if code is None:
        return None
    key = desk_code_key(code)
    if not key:
        row.wrong(MistakeCode.BAD_CODE, "code", value=code)
        return None
    if key in by_key:
        other, first = by_key[key]
        alike = MistakeCode.DESK_TWICE if other == code else MistakeCode.DESK_ALIKE
        row.wrong(alike, "code", value=code, other=other, first=first)
        return None
    by_key[key] = (code, row.number)
    return code


def _desk(row: Row, code: str, modes: Collection[str], known_features: Collection[str]) -> DrawnDesk | None:
    area = row.text("area", most=16)
    x = row.number_between("x", -1000, 1000)
    y = row.number_between("y", -1000, 1000)
    width = row.number_between("w", SMALLEST_METRES, LARGEST_METRES)
    height = row.number_between("h", SMALLEST_METRES, LARGEST_METRES)
    rotation = row.number_between("rotation", -360, 360, default=0.0)
    mode = row.text("mode", most=40)
    if mode and mode not in modes:
        row.wrong(MistakeCode.UNKNOWN_MODE, "mode", value=mode, known=", ".join(modes))
        mode = None
    features = _features(row, known_features)
    assigned_to = row.text("assigned_to", most=16, needed=False) or None
    if assigned_to and mode and mode != ASSIGNED:
        row.wrong(MistakeCode.PERSON_AT_SHARED_DESK, "assigned_to")
    if area is None or x is None or y is None or width is None or height is None or rotation is None or mode is None:
        return None
    return DrawnDesk(code, area, x, y, width, height, rotation, mode, features, assigned_to)


def _features(row: Row, known: Collection[str]) -> tuple[str, ...]:
    words = list(dict.fromkeys(row.words("features")))
    for word in words:
        if word not in known:
            row.wrong(MistakeCode.UNKNOWN_FEATURE, "features", value=word[:40], known=", ".join(known))
    return tuple(word for word in known if word in words)
