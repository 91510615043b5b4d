"""What a report says, in words and numbers of one language, whatever file it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

Value = str | int | float | bool | date | None


class Form(Enum):
    """How a column's values are written: words, whole numbers, numbers with one or two decimals, shares, days.

    What is counted stays whole among numbers with decimals.
    """

    TEXT = "text"
    WHOLE = "whole"
    TENTH = "tenth"
    HUNDREDTH = "hundredth"
    SHARE = "share"
    DAY = "day"


def shown_as(value: Value, form: Form) -> Form:
    """What is counted has no decimals, whatever stands in its column."""
    counted = isinstance(value, int) and form in (Form.TENTH, Form.HUNDREDTH)
    return Form.WHOLE if counted else form


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, and how its values are written.

    `narrow` words have no more room on paper than numbers, and what is not `on_paper` is in files for programs alone.
    """

    title: str
    form: Form = Form.TEXT
    narrow: bool = False
    on_paper: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a report: `key` names it in addresses, `note` says what has to be known about it."""

    key: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline figure: value and unit as they are printed, one line of meaning, and its definition."""

    label: str
    value: str
    unit: str
    meaning: str
    definition: str

    @property
    def said(self) -> str:
        """Value and unit, in one piece of text: words of Latin letters stand apart from the number."""
        return f"{self.value}{' ' if self.unit.isascii() and self.unit.isalpha() else ''}{self.unit}"


@dataclass(frozen=True, slots=True)
class Peaks:
    """Daily peaks in order of the days, with the percentile over them and the most that there was; None of people.

    `others` are those of the period that is compared, by the days that they meet: empty where none is. Either may have
    nothing on a day. `note` says which of the two is drawn how.
    """

    title: str
    days: Sequence[date]
    peaks: Sequence[int | None]
    p95: int
    in_service: int | None
    p95_word: str
    in_service_word: str
    others: Sequence[int | None] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Shares of 0 to 1 (None: no such day) by weekday and slot."""

    title: str
    slots: Sequence[str]
    weekdays: Sequence[str]
    shares: Sequence[Sequence[float | None]]


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar for each place: its share, and what is written behind it."""

    title: str
    rows: Sequence[tuple[str, float, str]]


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report. `about` are pairs of a word and what it says; `notes` have to be read with the figures."""

    title: str
    about: Sequence[tuple[str, str]]
    notes: Sequence[str]
    made_at: datetime
    made_word: str
    page_word: str
    definitions_word: str
    headlines: Sequence[Headline]
    tables: Sequence[Table]
    peaks: Peaks | None = None
    heat_map: HeatMap | None = None
    bars: Bars | None = None
    printed_first: Sequence[str] = field(default=())
    """Keys of the tables that are printed before the charts."""
    printed: Sequence[str] = field(default=())
    """Keys of those that are printed after them; the others are in the workbook alone."""
