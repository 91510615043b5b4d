"""Sheets of labels as they are sold: A4, in millimetres from the upper left corner."""

from collections.abc import Mapping
from dataclasses import dataclass

PAGE_WIDTH = 210.0
PAGE_HEIGHT = 297.0
MOST_SHIFT = 10.0


@dataclass(frozen=True, slots=True)
class DeskLabel:
    """What stands on a label: a desk's code and where it stands, in the words of its layout."""

    code: str
    place: str


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres, `top` measured from the sheet's upper edge."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """Labels in columns and rows without gaps, in the middle of an A4 sheet."""

    columns: int
    rows: int
    width: float
    height: float

    @property
    def labels(self) -> int:
        """How many are on one sheet."""
        return self.columns * self.rows

    @property
    def left(self) -> float:
        """The margin at the left and at the right."""
        return round((PAGE_WIDTH - self.columns * self.width) / 2, 2)

    @property
    def top(self) -> float:
        """The margin above and below."""
        return round((PAGE_HEIGHT - self.rows * self.height) / 2, 2)

    def box(self, position: int) -> Box:
        """The label at `position`, 0 at the upper left, row by row."""
        row, column = divmod(position, self.columns)
        return Box(self.left + column * self.width, self.top + row * self.height, self.width, self.height)

    def sheets_for(self, labels: int, *, first: int) -> int:
        """How many sheets so many labels need when the first one goes to position `first` (1 is the upper left)."""
        return -(-(first - 1 + labels) // self.labels) if labels else 0


SHEETS: Mapping[str, LabelSheet] = {
    "24": LabelSheet(3, 8, 66.0, 33.9),
    "12": LabelSheet(2, 6, 86.4, 42.3),
    "10": LabelSheet(2, 5, 86.4, 50.8),
    "8": LabelSheet(2, 4, 97.0, 67.7),
}
"""The sizes that stationers in Japan sell for A4, by labels on a sheet."""
