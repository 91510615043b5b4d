"""The lines and letterings of a drawing as the SVG of a floor, which goes through the same gate as any other."""

from collections import defaultdict
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from core.refused import Refused
from spaces.dxf.frame import Frame
from spaces.dxf.parsed import Lettering, Line, ParsedDrawing
from spaces.importing.drawing import UNITS_PER_METRE, Drawing, read_drawing
from spaces.importing.mistakes import Mistakes
from spaces.policies.refusals import PlaceRefusal

LINES_IN_A_PATH = 200
INK = "#333"
LETTER_INK = "#555"
SMALLEST_LETTERS_METRES, LARGEST_LETTERS_METRES = 0.1, 3.0


def background(
    drawing: ParsedDrawing,
    frame: Frame,
    lines: Iterable[Line],
    letterings: Iterable[Lettering],
    *,
    coloured: bool = False,
) -> Drawing:
    """The drawing with these lines and letterings, a group a layer; `coloured` keeps the layers' colours.

    Raises Refused (`dxf_too_detailed`) where it would be larger than any drawing may be.
    """
    of_layer: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        of_layer[line.layer].append(line)
    texts: dict[int, list[Lettering]] = defaultdict(list)
    for lettering in letterings:
        texts[lettering.layer].append(lettering)
    width, height = _number(frame.width * UNITS_PER_METRE), _number(frame.height * UNITS_PER_METRE)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
    ]
    for number, layer in enumerate(drawing.layers):
        colour = layer.colour if coloured else INK
        paths = "".join(_paths(of_layer.get(number, ()), frame))
        words = "".join(_texts(texts.get(number, ()), frame))
        if paths or words:
            parts.append(f'<g aria-label={quoteattr(layer.name)}><g fill="none" stroke="{colour}" stroke-width="0.5">')
            parts.append(f'{paths}</g><g fill="{LETTER_INK}" stroke="none">{words}</g></g>')
    parts.append("</svg>")
    mistakes = Mistakes()
    read = read_drawing("drawing.dxf", "".join(parts).encode(), mistakes)
    if read is None:
        raise Refused(PlaceRefusal.DXF_TOO_DETAILED)
    return read


def _paths(lines: Iterable[Line], frame: Frame) -> Iterable[str]:
    """Many lines in one path each: thousands of elements would weigh on every screen that shows the floor."""
    strokes = [_stroke(line, frame) for line in lines]
    for start in range(0, len(strokes), LINES_IN_A_PATH):
        yield f'<path d="{"".join(strokes[start : start + LINES_IN_A_PATH])}"/>'


def _stroke(line: Line, frame: Frame) -> str:
    places = [frame.place(x, y) for x, y in zip(line.points[0::2], line.points[1::2], strict=True)]
    numbers = [f"{_number(x * UNITS_PER_METRE)} {_number(y * UNITS_PER_METRE)}" for x, y in places]
    return "M" + "L".join(numbers)


def _texts(letterings: Iterable[Lettering], frame: Frame) -> Iterable[str]:
    for one in letterings:
        size = one.height * frame.metres
        if not SMALLEST_LETTERS_METRES <= size <= LARGEST_LETTERS_METRES:
            continue
        x, y = (_number(metres * UNITS_PER_METRE) for metres in frame.place(one.x, one.y))
        turn = f' transform="rotate({_number(-one.rotation)} {x} {y})"' if one.rotation else ""
        place = f'x="{x}" y="{y}" font-size="{_number(size * UNITS_PER_METRE)}"{turn}'
        yield f"<text {place}>{escape(_printable(one.text))}</text>"


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def _number(value: float) -> str:
    """A number as short as can be: two places, a millimetre on the floor."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
