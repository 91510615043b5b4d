"""A PDF of desk labels: the code in large type, the place, and the QR code of the desk's own page.

The font is embedded (only the characters that are used), so the sheet looks the same on any machine.
"""

from collections.abc import Sequence
from io import BytesIO
from urllib.parse import quote

import segno
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from core.paper.fonts import BOLD, have_fonts
from displays.policies.label_sheets import PAGE_HEIGHT, Box, DeskLabel, LabelSheet

FONT = BOLD
PADDING = 3.0
QUIET_MODULES = 4
"""White around a QR code, in modules: ISO/IEC 18004."""
GAP = 1.5
MM_A_POINT = 1 / mm
TALL = 0.55
"""From this height for its width on, a label has room for the code above the QR code."""
PLACE_POINTS = 13.0
HINT_POINTS = 8.0
HINTS = ("読み取って予約・チェックイン", "Scan to book or check in")


def label_sheets(
    labels: Sequence[DeskLabel], sheet: LabelSheet, *, address: str, first: int, shift: tuple[float, float]
) -> bytes:
    """The sheets as one PDF, the first label at position `first` (1 is the upper left).

    `address` is the product's, without a slash at its end. `shift` moves everything right and down by millimetres, for
    a printer that does not meet the labels.
    """
    have_fonts()
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, pageCompression=1, invariant=True)
    canvas.setTitle("Kyoseki")
    for number, label in enumerate(labels, start=first - 1):
        page_position = number % sheet.labels
        if page_position == 0 and number > first - 1:
            canvas.showPage()
        box = sheet.box(page_position)
        _draw(canvas, label, Box(box.left + shift[0], box.top + shift[1], box.width, box.height), address)
    canvas.save()
    return file.getvalue()


def desk_address(address: str, code: str) -> str:
    """The desk's own page, as its QR code says it."""
    return f"{address}/d/{quote(code)}"


def _draw(canvas: Canvas, label: DeskLabel, box: Box, address: str) -> None:
    inner = Box(box.left + PADDING, box.top + PADDING, box.width - 2 * PADDING, box.height - 2 * PADDING)
    draw = _draw_tall if box.height / box.width > TALL else _draw_flat
    draw(canvas, label, inner, desk_address(address, label.code))


def _draw_flat(canvas: Canvas, label: DeskLabel, box: Box, address: str) -> None:
    """QR code at the left; place, code and hints at its right."""
    side = min(box.height, box.width * 0.44)
    middle = box.top + box.height / 2
    _draw_qr(canvas, address, Box(box.left, middle - side / 2, side, side))
    left, width = box.left + side + GAP, box.width - side - GAP
    points = min(_fitting(label.code, width), box.height)
    height = _digit_height(points)
    _write(canvas, label.place, left, middle - height / 2 - 3.0, min(_fitting(label.place, width), PLACE_POINTS))
    _write(canvas, label.code, left, middle + height / 2, points)
    _write_hints(canvas, left, middle + height / 2 + GAP, width)


def _draw_tall(canvas: Canvas, label: DeskLabel, box: Box, address: str) -> None:
    """The code across the whole label; the QR code below it, and place and hints at its right."""
    points = min(_fitting(label.code, box.width), box.height * 1.1)
    height = _digit_height(points)
    _write(canvas, label.code, box.left, box.top + height, points)
    side = min(box.height - height - GAP, box.width * 0.5)
    top = box.top + box.height - side
    _draw_qr(canvas, address, Box(box.left, top, side, side))
    left, width = box.left + side + GAP, box.width - side - GAP
    _write(canvas, label.place, left, top + side / 2, min(_fitting(label.place, width), PLACE_POINTS))
    _write_hints(canvas, left, top + side / 2 + GAP, width)


def _write_hints(canvas: Canvas, left: float, top: float, width: float) -> None:
    points = min(*(_fitting(hint, width) for hint in HINTS), HINT_POINTS)
    for line, hint in enumerate(HINTS, start=1):
        _write(canvas, hint, left, top + line * points * MM_A_POINT * 1.35, points)


def _digit_height(points: float) -> float:
    """How high the font's digits are, in millimetres."""
    return points * MM_A_POINT * 0.74


def _fitting(text: str, width: float) -> float:
    """The size in points at which the text is as wide as `width` millimetres."""
    return width * mm / max(pdfmetrics.stringWidth(text, FONT, 1), 0.01)


def _write(canvas: Canvas, text: str, left: float, baseline: float, points: float) -> None:
    canvas.setFont(FONT, points)
    canvas.drawString(left * mm, (PAGE_HEIGHT - baseline) * mm, text)


def _draw_qr(canvas: Canvas, content: str, box: Box) -> None:
    """The QR code as one path of rectangles, its quiet zone included in the box."""
    rows = segno.make_qr(content, error="m").matrix
    module = box.width / (len(rows) + 2 * QUIET_MODULES)
    path = canvas.beginPath()
    for down, row in enumerate(rows, start=QUIET_MODULES):
        across = 0
        while across < len(row):
            run = next((end for end in range(across, len(row)) if not row[end]), len(row)) - across
            if run:
                left, top = box.left + (across + QUIET_MODULES) * module, box.top + down * module
                path.rect(left * mm, (PAGE_HEIGHT - top - module) * mm, run * module * mm, module * mm)
            across += run + 1
    canvas.drawPath(path, stroke=0, fill=1)
