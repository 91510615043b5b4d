"""Tables as offices save them: UTF-8 with or without a mark, or CP932; read into rows that know where they stand."""

import csv
import io
import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spaces.importing.mistakes import MistakeCode, Mistakes

LARGEST_TABLE_BYTES = 10_000_000
ENCODINGS = ("utf-8-sig", "cp932")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; reading a cell notes what is wrong with it and answers None."""

    file: str
    number: int
    cells: Mapping[str, str]
    mistakes: Mistakes

    def text(self, column: str, *, most: int, needed: bool = True) -> str | None:
        """The cell without surrounding blanks; None when it is needed and empty, or longer than `most`."""
        value = self.cells.get(column, "").strip()
        if not value and needed:
            self.wrong(MistakeCode.VALUE_MISSING, column)
            return None
        if len(value) > most:
            self.wrong(MistakeCode.TOO_LONG, column, most=most)
            return None
        return value

    def number_between(self, column: str, least: float, most: float, *, default: float | None = None) -> float | None:
        """The cell as a number from `least` to `most`, full-width digits too; `default` when it is empty."""
        written = unicodedata.normalize("NFKC", self.cells.get(column, "")).strip()
        if not written and default is not None:
            return default
        if not written:
            self.wrong(MistakeCode.VALUE_MISSING, column)
            return None
        try:
            value = float(written)
        except ValueError:
            value = math.nan
        if math.isnan(value):
            self.wrong(MistakeCode.BAD_NUMBER, column, value=written[:40])
            return None
        if not least <= value <= most:
            self.wrong(MistakeCode.OUT_OF_RANGE, column, value=written[:40], least=f"{least:g}", most=f"{most:g}")
            return None
        return value + 0.0  # -0.0 and 0.0 are one place

    def words(self, column: str) -> list[str]:
        """The cell's words, separated by blanks."""
        return self.cells.get(column, "").split()

    def wrong(self, code: MistakeCode, column: str, **facts: object) -> None:
        """Note a mistake in this row."""
        self.mistakes.add(code, self.file, self.number, column, **facts)


def decoded(content: bytes) -> str | None:
    """The text in the first encoding that fits, or None."""
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def read_rows(file: str, content: bytes, columns: tuple[str, ...], mistakes: Mistakes) -> Iterator[Row]:
    """The rows below the head. Empty rows are passed over; without one of `columns` there are none to read."""
    if len(content) > LARGEST_TABLE_BYTES:
        mistakes.add(MistakeCode.FILE_TOO_LARGE, file, most=LARGEST_TABLE_BYTES)
        return
    text = decoded(content)
    if text is None or "\x00" in text:
        mistakes.add(MistakeCode.NOT_TEXT, file)
        return
    number = 0
    head: list[str] = []
    try:
        for number, values in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), start=1):
            if number == 1:
                head = [value.strip().lower() for value in values]
                missing = [column for column in columns if column not in head]
                for column in missing:
                    mistakes.add(MistakeCode.COLUMN_MISSING, file, 1, column)
                if missing:
                    return
            elif any(value.strip() for value in values):
                if any(value.strip() for value in values[len(head) :]):
                    mistakes.add(MistakeCode.ROW_TOO_LONG, file, number)
                yield Row(file, number, dict(zip(head, values, strict=False)), mistakes)
    except csv.Error:
        mistakes.add(MistakeCode.NOT_CSV, file, number + 1)
    if number == 0:
        for column in columns:
            mistakes.add(MistakeCode.COLUMN_MISSING, file, 1, column)
