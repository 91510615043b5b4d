"""A report as a PDF on A4: headline figures, charts, the tables that matter, and every definition that was used."""

import unicodedata
from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PaperTable

from core import clock
from core.paper.fonts import BOLD, REGULAR, have_fonts
from occupancy.files.charts import bars_drawing, heat_map_drawing, peaks_drawing
from occupancy.files.content import Column, Content, Form, Headline, Table, Value, shown_as

MARGIN, FOOT = 16 * mm, 18 * mm
FRAME = 6.0
"""What reportlab keeps free inside a frame, in points."""
WIDTH = A4[0] - 2 * MARGIN
A_ROW = 3
"""Headline figures side by side."""
CELL_PADDING = 2.0
MOST_FOR_WORDS = 45 * mm
LETTERS_A_LINE = 4
"""So many Japanese letters of the head of a column stand side by side at least."""
ROOM_FOR_A_TABLE = 40 * mm
"""What is left of a page for a heading, the head of its table and some rows; with less they begin on the next."""
HAIR, QUIET, GROUND = HexColor("#cccccc"), HexColor("#4d4d4d"), HexColor("#e8f1fe")
SPLITS_ANYWHERE = "CJK"
WIDE_LETTERS = ("W", "F")


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
_IN_WORDS = {
    style.name: ParagraphStyle(f"{style.name} in words", style, wordWrap=None)
    for style in (TITLE, HEADING, TEXT, SMALL, STRONG, CELL, HEAD_CELL, NUMBER, NUMBER_HEAD)
}


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
    story: list[Flowable] = [_paragraph(content.title, TITLE), Spacer(1, 4), _about(content)]
    story += [_paragraph(note, TEXT) for note in content.notes]
    story += [Spacer(1, 8), _headlines(content.headlines)]
    story += _tables(content, content.printed_first)
    if content.bars:
        story.append(KeepTogether([_heading(content.bars.title), bars_drawing(content.bars, WIDTH)]))
    if content.heat_map:
        story.append(KeepTogether([_heading(content.heat_map.title), heat_map_drawing(content.heat_map, WIDTH)]))
    if content.peaks and content.peaks.days:
        note = [_paragraph(content.peaks.note, SMALL)] if content.peaks.note else []
        story.append(KeepTogether([_heading(content.peaks.title), *note, peaks_drawing(content.peaks, WIDTH)]))
    story += _tables(content, content.printed)
    definitions = [
        Paragraph(f"<b>{escape(one.label)}</b>　{escape(one.definition)}", _style_for(one.definition, SMALL))
        for one in content.headlines
    ]
    return [*story, KeepTogether([_heading(content.definitions_word), *definitions])]


def _tables(content: Content, keys: Sequence[str]) -> list[Flowable]:
    story: list[Flowable] = []
    for table in content.tables:
        if table.key in keys and table.rows:
            story += [CondPageBreak(ROOM_FOR_A_TABLE), _heading(table.title), _table(table)]
            story += [_paragraph(table.note, SMALL)] if table.note else []
    return story


def _heading(text: str) -> Paragraph:
    return _paragraph(text, HEADING)


def _about(content: Content) -> Flowable:
    rows = [[_paragraph(word, STRONG), _paragraph(says, TEXT)] for word, says in content.about]
    return PaperTable(
        rows,
        colWidths=[30 * mm, WIDTH - 30 * mm],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *_padding(1), ("LEFTPADDING", (0, 0), (0, -1), 0)],
    )


def _headlines(headlines: Sequence[Headline]) -> Flowable:
    boxes = [
        [
            _paragraph(one.label, STRONG),
            Paragraph(f"{escape(one.value)}<font size=9> {escape(one.unit)}</font>", FIGURE),
            _paragraph(one.meaning, SMALL),
        ]
        for one in headlines
    ]
    rows = [boxes[first : first + A_ROW] for first in range(0, len(boxes), A_ROW)]
    rows = [[*row, *([[]] * (A_ROW - len(row)))] for row in rows]
    return PaperTable(
        rows,
        colWidths=[WIDTH / A_ROW] * A_ROW,
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BOX", (0, 0), (-1, -1), 0.5, HAIR),
            ("INNERGRID", (0, 0), (-1, -1), 0.5, HAIR),
            *_padding(5),
        ],
    )


def _table(table: Table) -> Flowable:
    places = [place for place, column in enumerate(table.columns) if column.on_paper]
    columns = [table.columns[place] for place in places]
    numbers = [column.form is not Form.TEXT for column in columns]
    head = [
        _paragraph(column.title, NUMBER_HEAD if number else HEAD_CELL)
        for column, number in zip(columns, numbers, strict=True)
    ]
    body = [
        [
            _paragraph(printed(row[place], column.form), NUMBER if number else CELL)
            for place, column, number in zip(places, columns, numbers, strict=True)
        ]
        for row in table.rows
    ]
    return PaperTable(
        [head, *body],
        colWidths=_widths(table, places),
        repeatRows=1,
        style=[
            ("BACKGROUND", (0, 0), (-1, 0), GROUND),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIR),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            *_padding(CELL_PADDING),
        ],
    )


def _widths(table: Table, places: Sequence[int]) -> list[float]:
    """Numbers have the room that they need, and words what is left; beyond what words need, numbers have it too."""
    needed = {place: _needed(table, place) for place in places if _is_tight(table.columns[place])}
    words = len(places) - len(needed)
    left = WIDTH - sum(needed.values())
    each = min(left / max(words, 1), MOST_FOR_WORDS) if needed else left / words
    more = (left - each * words) / max(len(needed), 1)
    return [needed[place] + more if place in needed else each for place in places]


def _is_tight(column: Column) -> bool:
    return column.form is not Form.TEXT or column.narrow


def _needed(table: Table, place: int) -> float:
    """The longest of its values and of the words in its head, of which Japanese ones may be parted."""
    column = table.columns[place]
    values = (printed(row[place], column.form) for row in table.rows)
    said = max((stringWidth(value, REGULAR, CELL.fontSize) for value in values), default=0.0)
    words = column.title.split() if column.title.isascii() else [column.title[:LETTERS_A_LINE]]
    return max(said, *(stringWidth(word, BOLD, HEAD_CELL.fontSize) for word in words)) + 2 * CELL_PADDING + 2


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text), _style_for(text, style))


def _style_for(text: str, style: ParagraphStyle) -> ParagraphStyle:
    """Words of Latin letters are not parted; Japanese ones may be anywhere."""
    japanese = any(unicodedata.east_asian_width(letter) in WIDE_LETTERS for letter in text)
    return style if japanese else _IN_WORDS[style.name]


def printed(value: Value, form: Form) -> str:
    """A value as people read it: thousands apart, shares in per cent, a dash where nothing is known."""
    if value is None:
        return "–"
    if isinstance(value, int | float) and not isinstance(value, bool):
        match shown_as(value, form):
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
