"""Which of a week's halves can be said again in another week. Knows no Django."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.refused import Refused


class Outcome(StrEnum):
    """What became of a half that was to be copied: kept is what stands on the other day already."""

    DONE = "done"
    KEPT = "kept"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Copied:
    """A half of a day of the other week, what was to stand there, and what became of it."""

    day: date
    half: str
    place: str
    source: str
    outcome: Outcome
    refused: Refused | None = None
