"""Passages of the gate log, the stays that are made of them, and the rules by which that is done.

A day of the gate log begins at five in the morning: what is passed before is of the evening and night before, so that a
night duty is one day's, whoever goes out and comes back in it (docs/decisions/0072).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

READ_TWICE_WITHIN = timedelta(seconds=60)
DAY_BEGINS = time(5)


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
    """Somebody who came in and is not known to have left. `on_night_duty`: there in the evening and at night."""

    floor_id: int | None
    start: datetime
    on_night_duty: bool = False


@dataclass(slots=True)
class Cleaned:
    """Stays in order of time, and what was mended.

    `still_there` is left open by the last of the passages; of each of the `missing` the exit is not in the log, and the
    passage is the one with which it goes on.
    """

    stays: list[Stay] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    missing: list[tuple[Open, Passage]] = field(default_factory=list)
    still_there: Open | None = None

    @property
    def found(self) -> Counter[CleaningRule]:
        return Counter(finding.rule for finding in self.findings)


def log_day(instant: datetime, zone: tzinfo) -> date:
    """The day of the gate log to which an instant belongs."""
    local = instant.astimezone(zone)
    return local.date() if local.time() >= DAY_BEGINS else local.date() - timedelta(days=1)


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
