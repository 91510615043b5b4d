"""What a report says, in words and numbers of one language, whatever file it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

Value = str | int | float | bool | date | None


class Form(Enum):
    """How a column's values are written: words, whole numbers, numbers with one or two decimals, shares, days."""

    TEXT = "text"
    WHOLE = "whole"
    TENTH = "tenth"
    HUNDREDTH = "hundredth"
    SHARE = "share"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column, and how its values are written."""

    title: str
    form: Form = Form.TEXT


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


@dataclass(frozen=True, slots=True)
class Peaks:
    """Daily peaks in order of the days, with the percentile over them and the most that there was; None of people."""

    title: str
    days: Sequence[date]
    peaks: Sequence[int]
    p95: int
    in_service: int | None
    p95_word: str
    in_service_word: str


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
    printed: Sequence[str] = field(default=())
    """Keys of the tables that are printed too; the others are in the workbook alone."""
