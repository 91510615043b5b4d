"""A report as an xlsx file: what it is about first, then a sheet for each table."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from core import clock
from occupancy.files.content import Content, Form, Table, Value, shown_as

HEAD = PatternFill("solid", fgColor="E8F1FE")
HAIR = Border(bottom=Side(style="thin", color="CCCCCC"))
NUMBER_FORMATS = {
    Form.TEXT: "@",
    Form.WHOLE: "#,##0",
    Form.TENTH: "#,##0.0",
    Form.HUNDREDTH: "#,##0.00",
    Form.SHARE: "0.0%",
    Form.DAY: "yyyy-mm-dd",
}
NARROW, WIDE = 10, 42
FRONT_WIDTHS = (26, 30, 40, 80)
DEFINITION = 4
"""The column of the front sheet whose text is long."""
LONGEST_TITLE = 31
"""Characters that a spreadsheet takes for the name of a sheet."""


def report_workbook(content: Content) -> bytes:
    """The xlsx file. Text that looks like a formula stays text; characters that no sheet may hold are blanks."""
    book = Workbook()
    front = book.worksheets[0]
    front.title = content.title[:LONGEST_TITLE]
    _front(front, content)
    for table in content.tables:
        _sheet(book.create_sheet(table.title[:LONGEST_TITLE]), table)
    into = BytesIO()
    book.save(into)
    return into.getvalue()


def _front(sheet: Worksheet, content: Content) -> None:
    sheet.cell(1, 1, content.title).font = Font(size=16, bold=True)
    made = content.made_at.astimezone(clock.city_zone())
    about = [*content.about, (content.made_word, f"{made:%Y-%m-%d %H:%M}")]
    notes = [(note,) for note in content.notes]
    figures = [(one.label, one.said, one.meaning, one.definition) for one in content.headlines]
    for number, line in enumerate([*about, (), *notes, (), *figures], start=3):
        for column, said in enumerate(line, start=1):
            _put(sheet, number, column, said, Form.TEXT)
            sheet.cell(number, column).alignment = Alignment(wrap_text=column == DEFINITION, vertical="top")
    for column, width in enumerate(FRONT_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    _for_paper(sheet)


def _sheet(sheet: Worksheet, table: Table) -> None:
    for column, head in enumerate(table.columns, start=1):
        cell = sheet.cell(1, column, head.title)
        cell.font, cell.fill, cell.border = Font(bold=True), HEAD, HAIR
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        longest = max((len(str(row[column - 1])) for row in table.rows if row[column - 1] is not None), default=0)
        width = max(NARROW, 2 * len(head.title), 2 * longest if head.form is Form.TEXT else longest)
        sheet.column_dimensions[get_column_letter(column)].width = min(WIDE, width)
    for number, row in enumerate(table.rows, start=2):
        for column, (head, value) in enumerate(zip(table.columns, row, strict=True), start=1):
            _put(sheet, number, column, value, head.form)
    if table.note:
        _put(sheet, len(table.rows) + 3, 1, table.note, Form.TEXT)
    sheet.freeze_panes = "B2"
    if table.rows:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    _for_paper(sheet)


def _put(sheet: Worksheet, row: int, column: int, value: Value, form: Form) -> None:
    if value is None:
        return
    said = ILLEGAL_CHARACTERS_RE.sub(" ", value) if isinstance(value, str) else value
    cell = sheet.cell(row, column, said)
    cell.number_format = NUMBER_FORMATS[shown_as(value, form)]
    if isinstance(value, str):
        cell.data_type = "s"


def _for_paper(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
