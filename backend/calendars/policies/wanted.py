"""What all linked calendars of a person say, put together by days: what would be proposed. Knows no Django."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from calendars.policies.choices import ProposalKind, ProposalState
from calendars.policies.entries import Part
from calendars.policies.halves import HALVES, halves_in
from calendars.policies.understanding import STRENGTH, WorkingHalves, part_taken
from core.interval import Interval

Winners = Mapping[date, Mapping[Part, "Said"]]
"""Of each working day and half, what wins there."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Whence a proposal comes: the link, the digest of the event, and the day."""

    link_id: int
    source: str
    day: date


@dataclass(frozen=True, slots=True)
class Said:
    """What an event of a linked calendar says: kind and interval. `href` is the file in which it stands."""

    link_id: int
    source: str
    href: str
    kind: ProposalKind
    during: Interval

    def on(self, day: date) -> Source:
        return Source(self.link_id, self.source, day)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one event proposes for one day: the halves that it wins there."""

    kind: ProposalKind
    halves: frozenset[Part]
    href: str


def winners(said: Sequence[Said], days: Iterable[WorkingHalves], known: Mapping[Source, ProposalState]) -> Winners:
    """Of each working day and half what wins: the stronger kind, and of equals what was decided about already.

    So a second calendar that says the same as the first asks nothing again. Days that nobody works are not in `days`.
    """
    found: dict[date, dict[Part, Said]] = {}
    for day in days:
        for one in said:
            part = part_taken(one.during, day)
            for half in halves_in(part) if part else ():
                there = found.setdefault(day.day, {})
                best = there.get(half)
                if best is None or _rank(one, day.day, known) < _rank(best, day.day, known):
                    there[half] = one
    return found


def wanted_of(won: Winners) -> dict[Source, Wanted]:
    """What is to be proposed, by source: one event may win both halves of a day, or one."""
    wanted: dict[Source, Wanted] = {}
    for day, there in won.items():
        for half in HALVES:
            if half not in there:
                continue
            said = there[half]
            before = wanted.get(said.on(day))
            halves = frozenset({half}) | (before.halves if before else frozenset())
            wanted[said.on(day)] = Wanted(said.kind, halves, said.href)
    return wanted


_DECIDED = (ProposalState.ACCEPTED, ProposalState.DISMISSED, ProposalState.OPEN)


def _rank(said: Said, day: date, known: Mapping[Source, ProposalState]) -> tuple[int, int, Interval, int, str]:
    state = known.get(said.on(day))
    decided = _DECIDED.index(state) if state in _DECIDED else len(_DECIDED)
    return STRENGTH.index(said.kind), decided, said.during, said.link_id, said.source
