"""What was measured, beside what was aimed at."""

from dataclasses import asdict, dataclass, field
from typing import Any

from tools.terminal import say


@dataclass(frozen=True, slots=True)
class Figure:
    """One line: what, how much, and the aim; `reached` is None where nothing was aimed at."""

    name: str
    value: str
    aim: str = ""
    reached: bool | None = None


@dataclass(slots=True)
class Figures:
    """The lines of one size, and the bare numbers that two sizes are compared by."""

    size: str
    lines: list[Figure] = field(default_factory=list)
    numbers: dict[str, float] = field(default_factory=dict)

    def least(self, name: str, value: float, aim: float, unit: str, *, digits: int = 0) -> None:
        """A number that shall be at least `aim`."""
        self._line(name, value, f"≥ {aim:g}{unit}", value >= aim, unit, digits)

    def most(self, name: str, value: float, aim: float, unit: str, *, digits: int = 0) -> None:
        """A number that shall be at most `aim`."""
        self._line(name, value, f"≤ {aim:g}{unit}", value <= aim, unit, digits)

    def told(self, name: str, value: str, aim: str = "", reached: bool | None = None) -> None:
        """A line in words."""
        say(f"{self.size}: {name}: {value}")
        self.lines.append(Figure(name, value, aim, reached))

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of_json(cls, found: dict[str, Any]) -> "Figures":
        return cls(found["size"], [Figure(**line) for line in found["lines"]], found["numbers"])

    def _line(self, name: str, value: float, aim: str, reached: bool, unit: str, digits: int) -> None:
        self.numbers[name] = value
        self.told(name, f"{value:,.{digits}f}{unit}", aim, reached)


def table(every: list[Figures]) -> list[str]:
    """A Markdown table, a column a size."""
    names = list(dict.fromkeys(line.name for figures in every for line in figures.lines))
    by_size = [{line.name: line for line in figures.lines} for figures in every]
    rows = ["| what | aim | " + " | ".join(figures.size for figures in every) + " |"]
    rows.append("|---|---|" + "---|" * len(every))
    for name in names:
        found = [lines.get(name) for lines in by_size]
        aim = next((line.aim for line in found if line and line.aim), "")
        cells = ["" if line is None else f"{line.value}{_mark(line)}" for line in found]
        rows.append(f"| {name} | {aim} | " + " | ".join(cells) + " |")
    return rows


def _mark(line: Figure) -> str:
    return {True: " ✓", False: " ✗", None: ""}[line.reached]
