"""A record's table as an xlsx file."""

import re
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from telework.policies.record_table import Table

HEAD_ROW = 3
NARROWEST, WIDEST = 8, 40
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def as_xlsx(table: Table) -> bytes:
    """One sheet: the caption, the heads, the rows; printed on A4 landscape, as wide as the page."""
    book = Workbook()
    sheet = book.create_sheet()
    book.remove(book.worksheets[0])
    sheet.title = table.name[:31]
    _put(sheet.cell(1, 1), table.caption)
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    line = Side(style="thin", color="999999")
    for column, head in enumerate(table.heads, start=1):
        cell = sheet.cell(HEAD_ROW, column)
        _put(cell, head)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8F1FE")
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        cell.border = Border(bottom=line)
    for number, row in enumerate(table.rows, start=HEAD_ROW + 1):
        for column, value in enumerate(row, start=1):
            _put(sheet.cell(number, column), value)
    for column in range(1, len(table.heads) + 1):
        longest = max((_width(str(row[column - 1])) for row in table.rows), default=0)
        sheet.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, NARROWEST), WIDEST)
    sheet.row_dimensions[HEAD_ROW].height = 48
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _put(cell: Cell | MergedCell, value: str | int | float) -> None:
    """Text stays text, also where it begins like a formula."""
    if isinstance(cell, MergedCell):
        raise TypeError("no cells are merged here")
    if isinstance(value, str):
        cell.value = _NOT_IN_XML.sub("", value)
        cell.data_type = "s"
    else:
        cell.value = value


def _width(text: str) -> int:
    return sum(2 if ord(one) > 0x2E7F else 1 for one in text)
