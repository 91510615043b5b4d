"""Unmet demand, counted so that nobody can be told from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

FEWEST = 5
"""A group smaller than this is not told."""


@dataclass(frozen=True, slots=True)
class Waited:
    """Somebody waited for an area (None: any of one's own) on a day, and got a desk of it or not."""

    day: date
    area_id: int | None
    person_id: int
    seated: bool


@dataclass(frozen=True, slots=True)
class Demand:
    """How many people waited, and how many of them were seated; None where a group is too small to tell."""

    day: date
    area_id: int | None
    waited: int | None
    seated: int | None


def demand_of(waits: Iterable[Waited]) -> list[Demand]:
    """Distinct people by day and area, in that order; the seated are not told where they or the others are few."""
    people: dict[tuple[date, int | None], dict[int, bool]] = {}
    for wait in waits:
        of_line = people.setdefault((wait.day, wait.area_id), {})
        of_line[wait.person_id] = of_line.get(wait.person_id, False) or wait.seated
    found = []
    for (day, area_id), of_line in sorted(people.items(), key=lambda item: (item[0][0], item[0][1] or 0)):
        waited, seated = len(of_line), sum(of_line.values())
        few = 0 < seated < FEWEST or 0 < waited - seated < FEWEST
        told = waited >= FEWEST
        found.append(Demand(day, area_id, waited if told else None, seated if told and not few else None))
    return found
