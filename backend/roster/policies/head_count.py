"""A head count: who has been found, who needs help, who has not been heard of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

USUAL_MINUTES = 30
LEAST_MINUTES, MOST_MINUTES = 5, 240


class Kind(StrEnum):
    """訓練 or 災害."""

    DRILL = "drill"
    REAL = "real"


class Status(StrEnum):
    """What is said of a person: 無事, 要救助, 不在 (was not in the building), or the mark is taken back."""

    SAFE = "safe"
    NEEDS_HELP = "needs_help"
    ABSENT = "absent"
    UNMARKED = "unmarked"


@dataclass(frozen=True, slots=True)
class Figures:
    """How a head count stands. `listed` were believed in at the start, `added` came to it by a mark."""

    listed: int
    added: int
    safe: int
    needs_help: int
    absent: int
    unmarked: int


def due_at(started_at: datetime, minutes: int) -> datetime:
    """From when on whoever is not marked counts as unaccounted for (未確認)."""
    return started_at + timedelta(minutes=minutes)


def figures(listed: Iterable[int], latest: Iterable[tuple[int, str]]) -> Figures:
    """The figures of a head count from the people listed and the latest mark (person, status) of each."""
    on_list = frozenset(listed)
    marked = {person: status for person, status in latest if status != Status.UNMARKED}
    count = {status: sum(one == status for one in marked.values()) for status in Status}
    return Figures(
        listed=len(on_list),
        added=sum(person not in on_list for person in marked),
        safe=count[Status.SAFE],
        needs_help=count[Status.NEEDS_HELP],
        absent=count[Status.ABSENT],
        unmarked=len(on_list - marked.keys()),
    )
