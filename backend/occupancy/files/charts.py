"""The charts of a printed report, drawn by reportlab: black, grey and one blue, with a number where one fits."""

from collections.abc import Sequence
from typing import Literal

from reportlab.graphics.shapes import Circle, Drawing, Group, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.pdfbase.pdfmetrics import stringWidth

from core.paper.fonts import BOLD, REGULAR
from occupancy.files.content import Bars, HeatMap, Peaks

ACCENT, BAR, HAIR, QUIET = HexColor("#0017c1"), HexColor("#4979f5"), HexColor("#cccccc"), HexColor("#4d4d4d")
GROUND = HexColor("#e6e6e6")
USE = ((0.4, HexColor("#e8f1fe")), (0.6, HexColor("#c5d7fb")), (0.8, HexColor("#4979f5")))
"""Grounds of use from light to dark, each up to its share; what is more is the accent."""
SMALL, TINY = 8.0, 7.0
MOST_DAY_WORDS, MOST_RINGS, TICKS = 9, 70, 4
_LINES = ((ACCENT, [3, 2]), (black, [1, 0]))
"""Colour and dashes of the percentile and of the desks in service."""
LEFT, FOOT, TOP = 34.0, 16.0, 16.0


def use_colours(share: float) -> tuple[Color, Color]:
    """Ground and ink of a share of 0 to 1."""
    ground = next((colour for most, colour in USE if share < most), ACCENT)
    return ground, white if ground in (ACCENT, BAR) else black


def peaks_drawing(peaks: Peaks, width: float, height: float = 150.0) -> Drawing:
    """A bar a day, the percentile as a dashed line over them; the desks in service, where there are, as a black one.

    Another period is a line with a ring at each day that it meets.
    """
    drawing = Drawing(width, height)
    right = 8 + max(stringWidth(word, BOLD, SMALL) for word in _line_words(peaks))
    inner_width, inner_height = width - LEFT - right, height - FOOT - TOP
    drawn = [peak for peak in (*peaks.peaks, *peaks.others) if peak is not None]
    most = _rounded_up(max(peaks.in_service or 0, *drawn, 1))
    for tick in range(TICKS + 1):
        value = most * tick / TICKS
        y = FOOT + inner_height * tick / TICKS
        drawing.add(Line(LEFT, y, LEFT + inner_width, y, strokeColor=HAIR, strokeWidth=0.4))
        drawing.add(_text(LEFT - 4, y - 2.5, f"{value:,.0f}", anchor="end"))
    step = inner_width / len(peaks.days)
    every = -(-len(peaks.days) // MOST_DAY_WORDS)
    for number, (day, peak) in enumerate(zip(peaks.days, peaks.peaks, strict=True)):
        x = LEFT + number * step
        bar = inner_height * (peak or 0) / most
        drawing.add(_box(x + step * 0.12, FOOT, step * 0.76, bar, BAR))
        if number % every == 0:
            drawing.add(_text(x + step / 2, 5, f"{day.month}/{day.day}", anchor="middle"))
    met = [
        (LEFT + (number + 0.5) * step, FOOT + inner_height * other / most)
        for number, other in enumerate(peaks.others)
        if other is not None
    ]
    drawing.add(_ringed_line(met, len(peaks.days) <= MOST_RINGS))
    values = [peaks.p95, *([] if peaks.in_service is None else [peaks.in_service])]
    near = (max(values) - min(values)) * inner_height / most < SMALL + 2 and len(values) > 1
    lines = zip(values, _LINES, _line_words(peaks), strict=False)
    for number, (value, (colour, dashes), word) in enumerate(lines):
        y = FOOT + inner_height * value / most
        drawing.add(Line(LEFT, y, LEFT + inner_width, y, strokeColor=colour, strokeWidth=1.1, strokeDashArray=dashes))
        apart = (6 if number else -8) if near else -3
        drawing.add(_text(LEFT + inner_width + 5, y + apart, word, colour=colour, font=BOLD))
    return drawing


def heat_map_drawing(heat: HeatMap, width: float) -> Drawing:
    """A cell for each weekday and half-hour, with its share in per cent; the fuller, the darker."""
    row, head = 17.0, 14.0
    left = 8 + max(stringWidth(word, REGULAR, SMALL) for word in heat.weekdays)
    height = head + row * len(heat.weekdays)
    drawing = Drawing(width, height)
    step = (width - left) / len(heat.slots)
    for number, slot in enumerate(heat.slots):
        if slot.endswith(":00"):
            drawing.add(_text(left + number * step + 1, height - 9, slot.lstrip("0")))
    for line, (weekday, shares) in enumerate(zip(heat.weekdays, heat.shares, strict=True)):
        y = height - head - row * (line + 1)
        drawing.add(_text(0, y + 5, weekday, size=SMALL))
        for number, share in enumerate(shares):
            drawing.add(_cell(left + number * step, y, step - 1, row - 1, share))
    return drawing


def bars_drawing(bars: Bars, width: float) -> Drawing:
    """A bar for each place on a ground that stands for all of it, and its figures behind it."""
    row = 15.0
    left = 8 + max((stringWidth(name, REGULAR, SMALL) for name, _share, _said in bars.rows), default=0)
    right = 8 + max((stringWidth(said, REGULAR, SMALL) for _name, _share, said in bars.rows), default=0)
    drawing = Drawing(width, row * max(len(bars.rows), 1))
    inner = width - left - right
    for number, (name, share, said) in enumerate(bars.rows):
        y = row * (len(bars.rows) - number - 1)
        drawing.add(_text(0, y + 4, name, size=SMALL))
        drawing.add(_box(left, y + 2, inner, row - 5, GROUND))
        drawing.add(_box(left, y + 2, inner * min(share, 1.0), row - 5, BAR))
        drawing.add(_text(width, y + 4, said, size=SMALL, anchor="end"))
    return drawing


def _ringed_line(points: Sequence[tuple[float, float]], ringed: bool) -> Group:
    """A line through points on a white one, so that it stands out from the bars that it crosses."""
    line = Group()
    if len(points) > 1:
        along = [value for point in points for value in point]
        line.add(PolyLine(along, strokeColor=white, strokeWidth=3))
        line.add(PolyLine(along, strokeColor=QUIET, strokeWidth=1.2))
    if ringed or len(points) == 1:
        for x, y in points:
            line.add(Circle(x, y, 1.8, fillColor=white, strokeColor=QUIET, strokeWidth=1))
    return line


def _cell(x: float, y: float, width: float, height: float, share: float | None) -> Group:
    cell = Group()
    if share is None:
        cell.add(_box(x, y, width, height, None, edge=HAIR))
        return cell
    ground, ink = use_colours(share)
    cell.add(_box(x, y, width, height, ground))
    cell.add(_text(x + width / 2, y + 5, f"{share * 100:.0f}", colour=ink, anchor="middle"))
    return cell


def _box(x: float, y: float, width: float, height: float, ground: Color | None, edge: Color | None = None) -> Rect:
    box = Rect(x, y, width, height)
    box.fillColor, box.strokeColor, box.strokeWidth = ground, edge, 0.4
    return box


def _line_words(peaks: Peaks) -> list[str]:
    desks = [] if peaks.in_service is None else [f"{peaks.in_service_word} {peaks.in_service:,}"]
    return [f"{peaks.p95_word} {peaks.p95:,}", *desks]


def _text(
    x: float,
    y: float,
    text: str,
    *,
    colour: Color = QUIET,
    size: float = TINY,
    font: str = REGULAR,
    anchor: Literal["start", "middle", "end"] = "start",
) -> String:
    return String(x, y, text, fontName=font, fontSize=size, fillColor=colour, textAnchor=anchor)


def _rounded_up(value: int) -> int:
    """The next value that four ticks divide into round numbers."""
    unit = 4
    while unit * 25 < value:
        unit *= 10
    return -(-value // unit) * unit
