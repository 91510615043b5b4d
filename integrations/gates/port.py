"""What Kyoseki wants of a gate log, whatever system wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import IO, Any, NamedTuple, Protocol


class Direction(StrEnum):
    """入, 退."""

    IN = "in"
    OUT = "out"


class Fault(StrEnum):
    """Why a line makes no sense."""

    TIME = "time"
    BEFORE = "before"
    DIRECTION = "direction"
    CARD = "card"
    GATE = "gate"
    COLUMNS = "columns"
    NOT_CSV = "not_csv"
    NOT_TEXT = "not_text"
    TOO_LONG = "too_long"


class Trouble(StrEnum):
    """Why a file as a whole cannot be read."""

    NOT_THERE = "not_there"
    CUT_OFF = "cut_off"
    EMPTY = "empty"
    NO_COLUMN = "no_column"
    COLUMN_TWICE = "column_twice"
    ENCODING = "encoding"
    ARCHIVE = "archive"
    TOO_LARGE = "too_large"


class LogSource(Protocol):
    """Where the bytes of a log are: `name` is what people call it, `open` reads it from its beginning."""

    @property
    def name(self) -> str: ...

    def open(self) -> IO[bytes]: ...


class Passage(NamedTuple):
    """One passage: `at` is aware, `card` the number on the card as written, `line` counts from 1 with the header."""

    at: datetime
    card: str
    gate: str
    direction: Direction
    line: int


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """A line that makes no sense: `fault` says why, `reason` in English, `text` is its beginning as far as it reads."""

    line: int
    fault: Fault
    reason: str
    text: str


@dataclass(eq=False)
class GateLogUnreadable(Exception):
    """The file as a whole cannot be read, or not to its end. Nothing it said so far may be taken for all of it.

    `line` is where reading ended, 0 where it did not begin; `facts` hold what helps to mend it: the column that is
    missing or there twice, the names it may have, and those that the header has.
    """

    file: str
    trouble: Trouble
    reason: str
    line: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"
