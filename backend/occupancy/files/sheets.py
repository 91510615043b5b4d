"""A report as a PDF on A4: headline figures, charts, the tables that matter, and every definition that was used."""

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PaperTable

from core import clock
from core.paper.fonts import BOLD, REGULAR, have_fonts
from occupancy.files.charts import bars_drawing, heat_map_drawing, peaks_drawing
from occupancy.files.content import Content, Form, Headline, Table, Value

MARGIN, FOOT = 16 * mm, 18 * mm
FRAME = 6.0
"""What reportlab keeps free inside a frame, in points."""
WIDTH = A4[0] - 2 * MARGIN
A_ROW = 3
"""Headline figures side by side."""
HAIR, QUIET, GROUND = HexColor("#cccccc"), HexColor("#4d4d4d"), HexColor("#e8f1fe")
SPLITS_ANYWHERE = "CJK"


def _style(name: str, size: float, *, bold: bool = False, leading: float = 1.5, **more: Any) -> ParagraphStyle:
    font = BOLD if bold else REGULAR
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=size * leading, wordWrap=SPLITS_ANYWHERE, **more)


TITLE = _style("title", 18, bold=True)
HEADING = _style("heading", 11.5, bold=True, spaceBefore=12, spaceAfter=4)
TEXT = _style("text", 8.5)
SMALL = _style("small", 7.5, textColor=QUIET)
STRONG = _style("strong", 8.5, bold=True)
FIGURE = _style("figure", 17, bold=True, leading=1.25)
CELL, HEAD_CELL = _style("cell", 7.5, leading=1.35), _style("head", 7.5, bold=True, leading=1.35)
NUMBER, NUMBER_HEAD = (
    ParagraphStyle("number", CELL, alignment=2),
    ParagraphStyle("number head", HEAD_CELL, alignment=2),
)


def report_sheets(content: Content) -> bytes:
    """The PDF. Its fonts are embedded; the same content gives the same bytes."""
    have_fonts()
    file = BytesIO()
    document = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=MARGIN - FRAME,
        rightMargin=MARGIN - FRAME,
        topMargin=MARGIN,
        bottomMargin=FOOT,
        title=content.title,
        author="Kyoseki",
        invariant=1,
    )
    document.build(_story(content), canvasmaker=_numbered(content))
    return file.getvalue()


def _story(content: Content) -> list[Flowable]:
    story: list[Flowable] = [Paragraph(escape(content.title), TITLE), Spacer(1, 4), _about(content)]
    story += [Paragraph(escape(note), TEXT) for note in content.notes]
    story += [Spacer(1, 8), _headlines(content.headlines)]
    if content.bars:
        story.append(KeepTogether([_heading(content.bars.title), bars_drawing(content.bars, WIDTH)]))
    if content.heat_map:
        story.append(KeepTogether([_heading(content.heat_map.title), heat_map_drawing(content.heat_map, WIDTH)]))
    if content.peaks and content.peaks.days:
        story.append(KeepTogether([_heading(content.peaks.title), peaks_drawing(content.peaks, WIDTH)]))
    for table in content.tables:
        if table.key in content.printed and table.rows:
            story += [_heading(table.title), _table(table)]
            story += [Paragraph(escape(table.note), SMALL)] if table.note else []
    definitions = [
        Paragraph(f"<b>{escape(one.label)}</b>　{escape(one.definition)}", SMALL) for one in content.headlines
    ]
    return [*story, _heading(content.definitions_word), *definitions]


def _heading(text: str) -> Paragraph:
    return Paragraph(escape(text), HEADING)


def _about(content: Content) -> Flowable:
    rows = [[Paragraph(escape(word), STRONG), Paragraph(escape(says), TEXT)] for word, says in content.about]
    return PaperTable(
        rows,
        colWidths=[30 * mm, WIDTH - 30 * mm],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(1), ("LEFTPADDING", (0, 0), (0, -1), 0)],
    )


def _headlines(headlines: Sequence[Headline]) -> Flowable:
    boxes = [
        [
            Paragraph(escape(one.label), STRONG),
            Paragraph(f"{escape(one.value)}<font size=9> {escape(one.unit)}</font>", FIGURE),
            Paragraph(escape(one.meaning), SMALL),
        ]
        for one in headlines
    ]
    rows = [boxes[first : first + A_ROW] for first in range(0, len(boxes), A_ROW)]
    rows = [[*row, *([[]] * (A_ROW - len(row)))] for row in rows]
    return PaperTable(
        rows,
        colWidths=[WIDTH / A_ROW] * A_ROW,
        style=[("BOX", (0, 0), (-1, -1), 0.5, HAIR), ("INNERGRID", (0, 0), (-1, -1), 0.5, HAIR), *_padding(5)],
    )


def _table(table: Table) -> Flowable:
    numbers = [column.form is not Form.TEXT for column in table.columns]
    head = [
        Paragraph(escape(column.title), NUMBER_HEAD if number else HEAD_CELL)
        for column, number in zip(table.columns, numbers, strict=True)
    ]
    body = [
        [
            Paragraph(escape(printed(value, column.form)), NUMBER if number else CELL)
            for value, column, number in zip(row, table.columns, numbers, strict=True)
        ]
        for row in table.rows
    ]
    wide = 3.0
    unit = WIDTH / sum(1.0 if number else wide for number in numbers)
    return PaperTable(
        [head, *body],
        colWidths=[unit * (1.0 if number else wide) for number in numbers],
        repeatRows=1,
        style=[
            ("BACKGROUND", (0, 0), (-1, 0), GROUND),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIR),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *_padding(2),
        ],
    )


def printed(value: Value, form: Form) -> str:
    """A value as people read it: thousands apart, shares in per cent, a dash where nothing is known."""
    if value is None:
        return "–"
    if isinstance(value, int | float) and not isinstance(value, bool):
        match form:
            case Form.SHARE:
                return f"{value * 100:.1f}%"
            case Form.WHOLE:
                return f"{value:,.0f}"
            case Form.TENTH:
                return f"{value:,.1f}"
            case Form.HUNDREDTH:
                return f"{value:,.2f}"
    return str(value)


def _padding(points: float) -> list[tuple[Any, ...]]:
    sides = ("TOPPADDING", "BOTTOMPADDING", "LEFTPADDING", "RIGHTPADDING")
    return [(side, (0, 0), (-1, -1), points) for side in sides]


def _numbered(content: Content) -> type[Canvas]:
    """A canvas that writes when it was printed and the count of its pages, which is known at the end alone."""
    made = content.made_at.astimezone(clock.city_zone())

    class Numbered(Canvas):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            self._done: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - reportlab's name
            self._done.append(dict(self.__dict__))
            self._startPage()  # type: ignore[attr-defined]  # reportlab's own way to begin a page without ending it

        def save(self) -> None:
            for number, page in enumerate(self._done, start=1):
                self.__dict__.update(page)
                self.setFont(REGULAR, 7.5)
                self.setFillColor(black)
                self.drawString(MARGIN, FOOT / 2, f"{content.made_word} {made:%Y-%m-%d %H:%M}　Kyoseki 今日の席")
                self.drawRightString(A4[0] - MARGIN, FOOT / 2, f"{content.page_word} {number} / {len(self._done)}")
                super().showPage()
            super().save()

    return Numbered
