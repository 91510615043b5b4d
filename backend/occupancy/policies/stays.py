"""Cleaning rules of the gate log: from a person's passages to the stays that they tell of (docs/decisions/0059).

Gates forget, read a card twice, and know floors, never desks. What is made of a passage depends on that day's passages
alone, and on the first one after it: a day can be cleaned by itself, and comes out as it does among a year's days.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from itertools import groupby

READ_TWICE_WITHIN = timedelta(seconds=60)
LONGEST_OVER_MIDNIGHT = timedelta(hours=18)
AFTER_HOURS = timedelta(minutes=30)
"""How long somebody is taken to have stayed who came after their shift's end and is not known to have left."""


class CleaningRule(StrEnum):
    """What a gate log is mended by; each is counted by the day on which it was needed."""

    READ_TWICE = "read_twice"
    ENTERED_AGAIN = "entered_again"
    MOVED = "moved"
    LEFT_ELSEWHERE = "left_elsewhere"
    EXIT_WITHOUT_ENTRY = "exit_without_entry"
    EXIT_MISSING = "exit_missing"
    OVER_MIDNIGHT = "over_midnight"


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage of a person; `floor_id` is None where the gate leads to no floor, as an entrance of the building."""

    at: datetime
    gate: str
    goes_in: bool
    floor_id: int | None


@dataclass(frozen=True, slots=True)
class Stay:
    """A person on a floor in `[start, end)`; without a floor: in the building. `estimated`: the end is not logged."""

    floor_id: int | None
    start: datetime
    end: datetime
    estimated: bool = False

    def holds_at(self, instant: datetime) -> bool:
        return self.start <= instant < self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that was needed, and when: at the passage, or where the stay begins that was mended."""

    rule: CleaningRule
    at: datetime


@dataclass(frozen=True, slots=True)
class Open:
    """Somebody who came in and is not known to have left when the day was over."""

    floor_id: int | None
    start: datetime


@dataclass(slots=True)
class Cleaned:
    """Stays in order of time, and what was mended; `still_there` is left open by the last of the passages."""

    stays: list[Stay] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    still_there: Open | None = None

    @property
    def found(self) -> Counter[CleaningRule]:
        return Counter(finding.rule for finding in self.findings)


def stays_of(passages: Iterable[Passage], closes: Callable[[date], datetime], zone: tzinfo) -> Cleaned:
    """The stays of one person, from all their passages in any order; they never overlap and none is empty.

    `closes` tells when the person's shift ends on a day, `zone` whose midnight parts the days. Nobody is left open.
    """
    cleaned = Cleaned()
    left: Open | None = None
    kept = without_doubles(in_order(passages), None, cleaned.findings)
    for _, group in groupby(kept, key=lambda passage: passage.at.astimezone(zone).date()):
        of_one = list(group)
        over_midnight = left is not None and _close(left, of_one[0], closes, zone, cleaned)
        day = day_of(of_one[1:] if over_midnight else of_one)
        cleaned.stays += day.stays
        cleaned.findings += day.findings
        left = day.still_there
    if left is not None:
        _close(left, None, closes, zone, cleaned)
    return cleaned


def _close(
    left: Open, following: Passage | None, closes: Callable[[date], datetime], zone: tzinfo, cleaned: Cleaned
) -> bool:
    """Ends the stay that a day left open; answers whether the passage that follows was its exit."""
    stay = over_midnight(left, following)
    if stay is None:
        stay = until_shift_end(left, closes(left.start.astimezone(zone).date()), following)
    cleaned.stays.append(stay)
    cleaned.findings.append(found_by_closing(stay))
    return not stay.estimated


def in_order(passages: Iterable[Passage]) -> list[Passage]:
    """By time. At one instant people leave before they enter: floors before the building, and into it before floors."""
    return sorted(
        passages,
        key=lambda passage: (
            passage.at,
            passage.goes_in,
            (passage.floor_id is None) != passage.goes_in,
            passage.gate,
        ),
    )


def without_doubles(passages: Iterable[Passage], before: Passage | None, findings: list[Finding]) -> list[Passage]:
    """Passages in order without those read twice: again at the same gate and in the same direction within a minute.

    `before` is the person's passage before these, whatever day it was. What is dropped is told in `findings`.
    """
    kept = []
    for passage in passages:
        if before is not None and _read_twice(before, passage):
            findings.append(Finding(CleaningRule.READ_TWICE, passage.at))
        else:
            kept.append(passage)
        before = passage
    return kept


def _read_twice(before: Passage, passage: Passage) -> bool:
    return (
        passage.goes_in == before.goes_in
        and passage.gate == before.gate
        and passage.at - before.at <= READ_TWICE_WITHIN
    )


def day_of(passages: Sequence[Passage]) -> Cleaned:
    """One day's stays of one person, from that day's passages in order and without doubles.

    An exit that ended a stay of the night before must not be among them.
    """
    walk = _Walk()
    for passage in passages:
        if passage.goes_in:
            walk.enter(passage)
        else:
            walk.leave(passage)
    return Cleaned(walk.stays, walk.findings, walk.inside)


def over_midnight(left: Open, following: Passage | None) -> Stay | None:
    """The stay of a duty over midnight: the person's next passage, of a later day, is its exit and not too late."""
    if following is None or following.goes_in or following.at - left.start > LONGEST_OVER_MIDNIGHT:
        return None
    return Stay(left.floor_id, left.start, following.at)


def until_shift_end(left: Open, shift_end: datetime, following: Passage | None) -> Stay:
    """The stay whose exit is missing: to the end of the person's shift; begun after it, for half an hour.

    Where the person comes in again before that, it ends then.
    """
    end = shift_end if left.start < shift_end else left.start + AFTER_HOURS
    if following is not None:
        end = min(end, following.at)
    return Stay(left.floor_id, left.start, end, estimated=True)


def found_by_closing(stay: Stay) -> Finding:
    """What it took to end a stay that its own day left open."""
    return Finding(CleaningRule.EXIT_MISSING if stay.estimated else CleaningRule.OVER_MIDNIGHT, stay.start)


class _Walk:
    """Where somebody is while a day's passages are read one by one."""

    def __init__(self) -> None:
        self.stays: list[Stay] = []
        self.findings: list[Finding] = []
        self.inside: Open | None = None
        self._by_entrance = False

    def enter(self, passage: Passage) -> None:
        inside = self.inside
        if passage.floor_id is None:
            self._by_entrance = True
        if inside is None:
            self._begin(passage.floor_id, passage.at)
        elif inside.floor_id == passage.floor_id:
            self._find(CleaningRule.ENTERED_AGAIN, passage)
        else:
            if inside.floor_id is not None:
                self._find(CleaningRule.MOVED, passage)
            self._end(passage.at)
            self._begin(passage.floor_id, passage.at)

    def leave(self, passage: Passage) -> None:
        inside = self.inside
        if inside is None or (inside.floor_id is None and passage.floor_id is not None):
            self._find(CleaningRule.EXIT_WITHOUT_ENTRY, passage)
            return
        if inside.floor_id != passage.floor_id:
            self._find(CleaningRule.LEFT_ELSEWHERE, passage)
        self._end(passage.at)
        if passage.floor_id is None:
            self._by_entrance = False
        elif self._by_entrance:
            self._begin(None, passage.at)

    def _begin(self, floor_id: int | None, at: datetime) -> None:
        self.inside = Open(floor_id, at)

    def _end(self, at: datetime) -> None:
        inside, self.inside = self.inside, None
        if inside is not None and inside.start < at:
            self.stays.append(Stay(inside.floor_id, inside.start, at))

    def _find(self, rule: CleaningRule, passage: Passage) -> None:
        self.findings.append(Finding(rule, passage.at))
