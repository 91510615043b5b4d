"""A record as a table for a file: its cells, and how they are written in CSV. Knows no Django."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float
GETA = "〓"
"""What Japanese print puts where a character is missing."""

_SAME_IN_CP932 = str.maketrans({"〜": "～", "−": "－", "‖": "∥", "—": "―", "¢": "￠", "£": "￡", "¬": "￢"})
"""Characters that Windows writes with another code of the same look: they are not missing."""
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """A name, a line that says what it is, the heads of the columns, and the rows below them."""

    name: str
    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Written:
    """A file's bytes, and how many characters its encoding does not have."""

    content: bytes
    replaced: int = 0


def as_csv(table: Table, encoding: str) -> Written:
    """The table in `encoding` (utf-8-sig or cp932) with CRLF; what CP932 has no code for becomes 〓, and is counted.

    Only heads and rows: a caption above them would be read as data.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.heads)
    writer.writerows([[_harmless(cell) for cell in row] for row in table.rows])
    text = out.getvalue()
    if encoding != "cp932":
        return Written(text.encode(encoding))
    text = text.translate(_SAME_IN_CP932)
    missing = {one for one in set(text) if not _has(one)}
    replaced = sum(text.count(one) for one in missing)
    return Written(text.translate({ord(one): GETA for one in missing}).encode("cp932"), replaced)


def _has(character: str) -> bool:
    try:
        character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would take for a formula, with the mark that keeps it text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_BEGINS_A_FORMULA) else cell
