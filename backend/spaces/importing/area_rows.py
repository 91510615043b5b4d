"""`areas.csv`: code, floor, name, departments, overflow."""

from dataclasses import dataclass

from spaces.importing.floor_code import FloorName, floor_named
from spaces.importing.mistakes import MistakeCode, Mistakes
from spaces.importing.tables import Row, read_rows

AREAS_FILE = "areas.csv"
COLUMNS = ("code", "floor", "name", "departments", "overflow")
WEEKDAYS = {
    **{word: day for day, word in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
    **{word: day for day, word in enumerate("月火水木金土日")},
}
LONGEST_AREA_CODE = 16


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area as the table has it; `homes` are department codes with their weekday (None: every day)."""

    row: Row
    code: str
    floor: FloorName
    name: str
    homes: frozenset[tuple[str, int | None]]
    overflow: tuple[str, ...]


def read_areas(content: bytes, mistakes: Mistakes) -> dict[str, AreaRow]:
    """The areas by code. `030101` is at home every day, `030101@mon+wed` on two; overflow areas come first first."""
    areas: dict[str, AreaRow] = {}
    for row in read_rows(AREAS_FILE, content, COLUMNS, mistakes):
        code = place_code(row, "code", LONGEST_AREA_CODE)
        floor = floor_of(row)
        name = row.text("name", most=50)
        homes = _homes(row)
        if code is None:
            continue
        if code in areas:
            row.wrong(MistakeCode.AREA_TWICE, "code", value=code, first=areas[code].row.number)
        elif floor is not None:
            areas[code] = AreaRow(row, code, floor, name or code, homes, tuple(dict.fromkeys(row.words("overflow"))))
    for area in areas.values():
        for overflow in area.overflow:
            if overflow not in areas or overflow == area.code:
                area.row.wrong(MistakeCode.UNKNOWN_OVERFLOW, "overflow", value=overflow)
    return areas


def place_code(row: Row, column: str, most: int) -> str | None:
    """A code that can stand in an address and on a label, or None with the mistake noted."""
    code = row.text(column, most=most)
    if code is None:
        return None
    if not code_is_usable(code):
        row.wrong(MistakeCode.BAD_CODE, column, value=code)
        return None
    return code


def code_is_usable(code: str) -> bool:
    """Whether a code holds nothing but letters, digits, `-`, `_` and `.`."""
    return all(letter.isalnum() or letter in "-_." for letter in code)


def floor_of(row: Row) -> FloorName | None:
    """The floor a row names, or None with the mistake noted."""
    written = row.text("floor", most=8)
    if written is None:
        return None
    floor = floor_named(written)
    if floor is None:
        row.wrong(MistakeCode.BAD_FLOOR, "floor", value=written)
    return floor


def _homes(row: Row) -> frozenset[tuple[str, int | None]]:
    homes: set[tuple[str, int | None]] = set()
    for word in row.words("departments"):
        department, at, days = word.partition("@")
        if not at:
            homes.add((department, None))
            continue
        for day in days.split("+"):
            weekday = WEEKDAYS.get(day.lower())
            if weekday is None:
                row.wrong(MistakeCode.UNKNOWN_WEEKDAY, "departments", value=word[:40])
            else:
                homes.add((department, weekday))
    return frozenset(homes)
