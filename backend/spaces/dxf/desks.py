"""Desks from the blocks that stand for them: where they stand, how they are turned, and what they are called."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from spaces.dxf.frame import Frame
from spaces.dxf.parsed import Placed
from spaces.importing.area_rows import code_is_usable
from spaces.importing.desk_rows import LONGEST_DESK_CODE
from spaces.importing.drawn import DrawnArea, DrawnDesk
from spaces.policies.desk_code import desk_code_key

ROW_METRES = 1.0
"""Desks whose middles lie no farther apart than this, from above, are one row when they are numbered."""
_TRAILING_DIGITS = re.compile(r"([0-9]+)(?=[^0-9]*$)")


@dataclass(frozen=True, slots=True)
class Numbering:
    """Where codes come from: the mark `attribute` of each block, else counted on from `first`, row by row."""

    first: str
    attribute: str = ""


def drawn_desks(
    placed: Iterable[Placed], frame: Frame, numbering: Numbering, areas: Collection[DrawnArea] = ()
) -> dict[str, DrawnDesk]:
    """A bookable desk for each placed block, in the area of `areas` that holds its middle (else in none).

    A mark that is no code, or one that another desk has already, is passed over and the desk counted instead.
    """
    rows = sorted(placed, key=lambda one: _reading_order(one, frame))
    codes = _marked(rows, numbering.attribute)
    counted = _counting(numbering.first, taken={desk_code_key(code) for code in codes.values()})
    desks: dict[str, DrawnDesk] = {}
    for number, one in enumerate(rows):
        code = codes.get(number) or next(counted)
        x, y = frame.place(one.x, one.y)
        width, height = one.width * frame.metres, one.height * frame.metres
        desks[code] = DrawnDesk(
            code=code,
            area=next((area.code for area in areas if _holds(area, x, y)), ""),
            x=round(x - width / 2, 3),
            y=round(y - height / 2, 3),
            width=round(width, 3),
            height=round(height, 3),
            rotation=_turn(one.rotation),
        )
    return desks


def _reading_order(one: Placed, frame: Frame) -> tuple[int, float]:
    x, y = frame.place(one.x, one.y)
    return round(y / ROW_METRES), x


def _marked(rows: list[Placed], attribute: str) -> Mapping[int, str]:
    codes: dict[int, str] = {}
    taken: set[str] = set()
    for number, one in enumerate(rows):
        code = one.attributes.get(attribute, "") if attribute else ""
        key = desk_code_key(code)
        if key and key not in taken and len(code) <= LONGEST_DESK_CODE and code_is_usable(code):
            codes[number] = code
            taken.add(key)
    return codes


def _counting(first: str, *, taken: set[str]) -> Iterator[str]:
    """`06A-001`, `06A-002` and so on: the last digits of `first` are counted, as wide as they are written."""
    found = _TRAILING_DIGITS.search(first)
    before, after = (first[: found.start()], first[found.end() :]) if found else (f"{first}-", "")
    width, number = (len(found[1]), int(found[1])) if found else (3, 1)
    while True:
        code = f"{before}{number:0{width}}{after}"
        number += 1
        if desk_code_key(code) not in taken:
            yield code


def _holds(area: DrawnArea, x: float, y: float) -> bool:
    return area.x <= x <= area.x + area.width and area.y <= y <= area.y + area.height


def _turn(anticlockwise: float) -> float:
    """Degrees clockwise from -180 to 180: the drawing counts the other way round."""
    turn = round(-anticlockwise % 360, 1)
    return turn - 360 if turn > 180 else turn + 0.0
