"""What Kyoseki wants of a gate log, whatever system wrote it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Direction(StrEnum):
    """入, 退."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: `at` is aware, `card` the number on the card as written, `line` counts from 1 with the header."""

    at: datetime
    card: str
    gate: str
    direction: Direction
    line: int


@dataclass(frozen=True, slots=True)
class FaultyLine:
    """A line that makes no sense: `reason` says why, `text` is its beginning as far as it can be read."""

    line: int
    reason: str
    text: str


@dataclass(eq=False)
class GateLogUnreadable(Exception):
    """The file as a whole cannot be read, or not to its end. Nothing it said so far may be taken for all of it."""

    file: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"
