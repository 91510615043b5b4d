"""One table of a report as CSV, for programs and spreadsheets."""

import csv
from datetime import date
from io import StringIO

from occupancy.files.content import Form, Table, Value

BYTE_ORDER_MARK = "\ufeff"
"""Spreadsheets take a text without it for CP932."""
MAY_BE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def comma_separated(table: Table) -> bytes:
    """The table with its head as UTF-8 with a byte order mark. Shares are numbers from 0 to 1.

    Text that a spreadsheet would take for a formula has a mark in front of it.
    """
    into = StringIO()
    writer = csv.writer(into, lineterminator="\r\n")
    writer.writerow([column.title for column in table.columns])
    for row in table.rows:
        writer.writerow([_written(value, column.form) for value, column in zip(row, table.columns, strict=True)])
    return (BYTE_ORDER_MARK + into.getvalue()).encode()


def _written(value: Value, form: Form) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case float():
            return f"{value:.6f}" if form is Form.SHARE else f"{value:.2f}"
        case date():
            return value.isoformat()
        case str() if value.startswith(MAY_BE_A_FORMULA):
            return f"'{value}"
    return str(value)
