"""A floor's drawing: its size, the boxes of its areas, and what stays of it as the picture behind the desks."""

import math
from dataclasses import dataclass

from lxml import etree

from spaces.importing.mistakes import MistakeCode, Mistakes
from spaces.importing.svg_allowed import SVG
from spaces.importing.svg_copy import allowed_copy
from spaces.importing.svg_dangers import note_dangers
from spaces.importing.svg_reading import line_of, parsed_svg

UNITS_PER_METRE = 10
LONGEST_SIDE_METRES = 1000


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in metres from the upper left; `line` is where the drawing says so."""

    x: float
    y: float
    width: float
    height: float
    line: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing taken apart. `left_out` are elements that were passed over because nobody needs them here."""

    file: str
    width: float
    height: float
    plan: str
    areas: dict[str, Box]
    left_out: frozenset[str]


def read_drawing(file: str, content: bytes, mistakes: Mistakes) -> Drawing | None:
    """Take an SVG of ten units to the metre apart, or note why it is refused and answer None."""
    root = parsed_svg(file, content, mistakes)
    if root is None:
        return None
    before = len(mistakes.found)
    note_dangers(file, root, mistakes)
    size = _size(root)
    if size is None:
        mistakes.add(MistakeCode.SVG_WITHOUT_SIZE, file, line_of(root))
    areas = _area_boxes(file, root, mistakes)
    if size is None or len(mistakes.found) > before:
        return None
    left_out: set[str] = set()
    background = allowed_copy(root, left_out)
    if background.get("font-family") is None:
        background.set("font-family", "sans-serif")  # room names read as the screens around them do
    plan = etree.tostring(background, encoding="unicode")
    return Drawing(file, size[0], size[1], plan, areas, frozenset(left_out))


def _size(root: etree._Element) -> tuple[float, float] | None:
    numbers = _numbers(root.get("viewBox", "").replace(",", " ").split())
    if len(numbers) != 4 or numbers[0] != 0 or numbers[1] != 0:
        return None
    width, height = _metres(numbers[2]), _metres(numbers[3])
    return (width, height) if 0 < width <= LONGEST_SIDE_METRES and 0 < height <= LONGEST_SIDE_METRES else None


def _area_boxes(file: str, root: etree._Element, mistakes: Mistakes) -> dict[str, Box]:
    boxes: dict[str, Box] = {}
    for element in root.iter():
        if not isinstance(element.tag, str) or not element.get("id", "").startswith("area-"):
            continue
        code = element.get("id", "").removeprefix("area-")
        rect = element if element.tag == f"{{{SVG}}}rect" else element.find(f"{{{SVG}}}rect")
        if rect is None:
            continue
        if any(part.get("transform") for part in (rect, *rect.iterancestors())):
            mistakes.add(MistakeCode.SVG_TRANSFORMED_AREA, file, line_of(rect), value=code)
            continue
        numbers = _numbers([rect.get(name, "0") for name in ("x", "y", "width", "height")])
        if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0 and code not in boxes:
            x, y, width, height = map(_metres, numbers)
            boxes[code] = Box(x, y, width, height, line_of(rect) or 0)
    return boxes


def _numbers(words: list[str]) -> list[float]:
    try:
        numbers = [float(word) for word in words]
    except ValueError:
        return []
    return numbers if all(map(math.isfinite, numbers)) else []


def _metres(units: float) -> float:
    return round(units / UNITS_PER_METRE, 4)
