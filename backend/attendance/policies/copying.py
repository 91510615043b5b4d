"""Which of a week's halves and shift classes can be said again in another week. Knows no Django."""

from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class CopiedShift:
    """The shift class that a day of the other week was to have, and what became of it."""

    day: date
    shift: str
    outcome: Outcome
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class CopiedWeek:
    """What copying a week came to: its halves, and the shift classes that its days were given, in order of time."""

    halves: Sequence[Copied]
    shifts: Sequence[CopiedShift]


def shift_outcome(*, wanted: str | None, own: str | None, has: str, usual: str) -> Outcome | None:
    """What becomes of a shift class that a day was given: `own` is what the other day was given itself, if anything.

    None where there is nothing to copy, or the other day has it. What was said there and is not as usual is kept.
    """
    if wanted is None or wanted == has:
        return None
    return Outcome.KEPT if own is not None and own != usual else Outcome.DONE
