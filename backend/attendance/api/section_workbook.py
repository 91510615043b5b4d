"""A section's days as an xlsx file: what the screen shows, for those who work on with it in a spreadsheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from attendance.api.section_words import SHEET_WORDS, day_words, letter_of, place_word
from attendance.selectors.section import Section, SectionDay, SectionPerson
from core import clock
from core.words import Language
from plans.policies.picture import Half, Source
from telework.policies.states import RequestState

NAME_COLUMNS = 2
HEAD_ROW = 4
"""The row of the days; below it the halves, those on site, and the team days."""
PEOPLE_ROW = HEAD_ROW + 4
# Ground and ink of the screen's own cells (frontend/src/ui/place-look.ts).
COLOURS = {
    "office": ("E8F1FE", "00118F"),
    "home": ("E6F5EC", "115A36"),
    "satellite": ("FBF5E0", "604B00"),
    "trip": ("F1EAFA", "41048E"),
    "leave": ("F2F2F2", "4D4D4D"),
}
PENDING_PLACE = {"home": "home", "satellite": "satellite", "mobile": "satellite"}
HAIR, DASHED = Side(style="thin", color="CCCCCC"), Side(style="mediumDashed", color="1D8B56")
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
CLOSED = PatternFill("lightUp", fgColor="999999")
SHORT = PatternFill("solid", fgColor="FFE2CC")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell stands there; made once for each kind, because a month has thousands of cells."""

    font: Font
    fill: PatternFill
    border: Border = Border(left=HAIR, right=HAIR, top=HAIR, bottom=HAIR)  # noqa: RUF009 - openpyxl's own are never changed

    def put(self, cell: Cell | MergedCell, value: str) -> None:
        if isinstance(cell, Cell):
            cell.value = value
        cell.font, cell.fill, cell.border, cell.alignment = self.font, self.fill, self.border, CENTRED


LOOKS = {
    place: _Look(Font(color=ink, bold=True), PatternFill("solid", fgColor=ground))
    for place, (ground, ink) in COLOURS.items()
}
PRESUMED = _Look(Font(color="666666"), PatternFill())
PENDING = _Look(Font(color="115A36"), PatternFill(), Border(left=DASHED, right=DASHED, top=DASHED, bottom=DASHED))


def section_workbook(section: Section, language: Language, *, made_at: datetime) -> bytes:
    """The xlsx file: people down, half-days across, with a legend, those on site, and laid out for A4 landscape."""
    book = Workbook()
    sheet = book.worksheets[0]
    words = SHEET_WORDS[language]
    sheet.title = words["title"]
    days = [day for day in section.days if day.date.working_day or _anybody(section, day)]
    positions = [section.days.index(day) for day in days]
    _title(sheet, section, language, made_at)
    for number, day in enumerate(days):
        _day_head(sheet, NAME_COLUMNS + 1 + 2 * number, day, section, language)
    for row, one in enumerate(section.people, start=PEOPLE_ROW):
        _person(sheet, row, one, days, positions, language)
    _lay_out(sheet, len(days), language)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def _anybody(section: Section, day: SectionDay) -> bool:
    """Whether somebody has something on a day that is no working day."""
    at = section.days.index(day)
    return any((halves := one.days[at]) is not None and (halves.am or halves.pm) for one in section.people)


def _title(sheet: Worksheet, section: Section, language: Language, made_at: datetime) -> None:
    words = SHEET_WORDS[language]
    first, last = section.days[0].date.day, section.days[-1].date.day
    sheet.cell(1, 1, f"{words['title']} {section.roll.department.name}").font = Font(size=16, bold=True)
    made = made_at.astimezone(clock.city_zone())
    sheet.cell(
        2, 1, f"{day_words(first, language, year=True)} – {day_words(last, language, year=True)}    "
        f"{words['made']} {made:%Y-%m-%d %H:%M}",
    )  # fmt: skip
    for number, place in enumerate(LOOKS):
        LOOKS[place].put(
            sheet.cell(3, NAME_COLUMNS + 1 + number), f"{letter_of(place, language)} {place_word(place, language)}"
        )
    PENDING.put(sheet.cell(3, NAME_COLUMNS + 1 + len(LOOKS)), words["pending"])
    PRESUMED.put(sheet.cell(3, NAME_COLUMNS + 2 + len(LOOKS)), words["presumed"])
    sheet.cell(3, 1, words["legend"])
    sheet.cell(HEAD_ROW, 1, words["title_of_person"]).font = Font(bold=True)
    sheet.cell(HEAD_ROW, 2, words["name"]).font = Font(bold=True)
    minimum = section.roll.minimum_on_site
    sheet.cell(HEAD_ROW + 2, 2, words["on_site"] + (f" ({words['minimum']} {minimum})" if minimum else ""))
    sheet.cell(HEAD_ROW + 3, 2, words["team_day"])


def _day_head(sheet: Worksheet, column: int, day: SectionDay, section: Section, language: Language) -> None:
    words = SHEET_WORDS[language]
    head = sheet.cell(HEAD_ROW, column, day_words(day.date.day, language))
    head.font, head.alignment = Font(bold=True), CENTRED
    sheet.merge_cells(start_row=HEAD_ROW, end_row=HEAD_ROW, start_column=column, end_column=column + 1)
    halves = (("am", day.on_site_am, day.short_am), ("pm", day.on_site_pm, day.short_pm))
    for number, (half, count, short) in enumerate(halves):
        name = sheet.cell(HEAD_ROW + 1, column + number, words[half])
        name.alignment = CENTRED
        if not day.date.working_day:
            continue
        on_site = sheet.cell(HEAD_ROW + 2, column + number, count)
        on_site.alignment, on_site.font = CENTRED, Font(bold=True)
        if short:
            on_site.fill, on_site.font = SHORT, Font(bold=True, color="AC3E00")
            on_site.number_format = f'0"{words["short"].format(count=short)}"'
    if day.team_day:
        sheet.cell(HEAD_ROW + 3, column, words[day.team_day.part]).alignment = CENTRED


def _person(
    sheet: Worksheet,
    row: int,
    one: SectionPerson,
    days: Sequence[SectionDay],
    positions: Sequence[int],
    language: Language,
) -> None:
    person = one.member.person
    sheet.cell(row, 1, person.title)
    sheet.cell(row, 2, person.name)
    for number, (day, position) in enumerate(zip(days, positions, strict=True)):
        column = NAME_COLUMNS + 1 + 2 * number
        halves = one.days[position]
        if halves is None:
            continue
        for half, value in enumerate((halves.am, halves.pm)):
            cell = sheet.cell(row, column + half)
            if asked := _asked(one, day.date.day, half):
                PENDING.put(cell, f"{letter_of(asked, language)} {SHEET_WORDS[language]['waiting']}")
            elif value is not None:
                _look(value).put(cell, _letter(value, language))
            elif not day.date.working_day:
                cell.fill = CLOSED


def _asked(one: SectionPerson, day: date, half: int) -> str | None:
    """The place that a submitted request asks for in a half (0 morning, 1 afternoon), if one does."""
    for request in one.waiting.get(day, ()):
        if request.state == RequestState.SUBMITTED and (request.am, request.pm)[half]:
            return PENDING_PLACE[request.form]
    return None


def _look(half: Half) -> _Look:
    return PRESUMED if half.source == Source.DEFAULT else LOOKS[half.place]


def _letter(half: Half, language: Language) -> str:
    letter = letter_of(half.place, language)
    return f"({letter})" if half.source == Source.DEFAULT else letter


def _lay_out(sheet: Worksheet, days: int, language: Language) -> None:
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 12, 22
    for number in range(2 * days):
        sheet.column_dimensions[get_column_letter(NAME_COLUMNS + 1 + number)].width = 9
    sheet.freeze_panes = f"{get_column_letter(NAME_COLUMNS + 1)}{PEOPLE_ROW}"
    sheet.print_title_rows = f"{HEAD_ROW}:{PEOPLE_ROW - 1}"
    sheet.print_title_cols = "A:B"
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight = "landscape", sheet.PAPERSIZE_A4, 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = HeaderFooterItem()
    footer.right.text = "&P / &N"
    footer.left.text = f"{SHEET_WORDS[language]['printed']} &D &T"
    sheet.oddFooter = footer
