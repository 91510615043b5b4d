"""Stays of everybody, day by day: the gate log, cleaned."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from core import clock
from core.prepared import prepared_cursor
from occupancy.policies.stays import (
    READ_TWICE_WITHIN,
    CleaningRule,
    Finding,
    Open,
    Passage,
    Stay,
    day_of,
    found_by_closing,
    in_order,
    over_midnight,
    until_shift_end,
    without_doubles,
)
from plans.policies.picture import week_in_force
from plans.policies.shifts import shift_of
from plans.selectors.days import usual_weeks

# Walks `gate_passage_at`: a day costs the same however many are kept.
_PASSAGES = """
SELECT person_id, at, gate, direction = 'in', floor_id
  FROM gates_gatepassage
 WHERE at >= %s AND at < %s
 ORDER BY person_id, at
"""


@dataclass(frozen=True, slots=True)
class StaysOfDay:
    """Every stay that touches a day, by person and in order; one over midnight is whole, and with both its days.

    `found` counts what was mended of that day: of its passages, and of the stays that begin on it.
    """

    day: date
    stays: dict[int, list[Stay]]
    found: Counter[CleaningRule]
    passages: int


def stays_of_day(day: date) -> StaysOfDay:
    """The stays that touch one day."""
    return next(stays_between(day, day))


def stays_between(first: date, last: date) -> Iterator[StaysOfDay]:
    """The stays of each day from `first` to `last`, both included, one day after another.

    Reads each day's passages once and holds two days of them, however long the stretch. A day comes out the same
    whichever stretch it is asked with.
    """
    day = first - timedelta(days=1)
    log, from_before = _read(day), dict[int, Stay]()
    while day <= last:
        following = _read(day + timedelta(days=1))
        stays, left = _clean(log, from_before)
        closed = _close(left, following, log)
        for person_id, stay in closed.items():
            stays.setdefault(person_id, []).append(stay)
        if day >= first:
            yield StaysOfDay(day, stays, Counter(finding.rule for finding in log.findings), log.passages)
        midnight = clock.day_end(day)
        from_before = {person_id: stay for person_id, stay in closed.items() if stay.end > midnight}
        day, log = following.day, following


@dataclass(slots=True)
class _Log:
    """A day's passages without those read twice, by person, and what was found in them so far."""

    day: date
    kept: dict[int, list[Passage]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    passages: int = 0


def _read(day: date) -> _Log:
    log, midnight = _Log(day), clock.day_start(day).astimezone(UTC)
    with prepared_cursor() as cursor:
        cursor.execute(_PASSAGES, [midnight - READ_TWICE_WITHIN, clock.day_end(day)])
        rows: list[tuple[int, datetime, str, bool, int | None]] = cursor.fetchall()
    for person_id, of_one in groupby(rows, key=itemgetter(0)):
        passages = in_order(Passage(*row[1:]) for row in of_one)
        before = None
        while passages and passages[0].at < midnight:
            before = passages.pop(0)
        if passages:
            log.passages += len(passages)
            log.kept[person_id] = without_doubles(passages, before, log.findings)
    return log


def _clean(log: _Log, from_before: Mapping[int, Stay]) -> tuple[dict[int, list[Stay]], dict[int, Open]]:
    """The day's stays, those from the night before among them, and who was still there when the day was over."""
    stays = {person_id: [stay] for person_id, stay in from_before.items()}
    left = {}
    for person_id, passages in log.kept.items():
        over = from_before.get(person_id)
        cleaned = day_of(passages if over is None or over.estimated else passages[1:])
        log.findings += cleaned.findings
        if cleaned.stays:
            stays.setdefault(person_id, []).extend(cleaned.stays)
        if cleaned.still_there is not None:
            left[person_id] = cleaned.still_there
    return stays, left


def _close(left: Mapping[int, Open], following: _Log, log: _Log) -> dict[int, Stay]:
    """How the stays end that the day left open, by person."""
    stays = {}
    missing = {}
    for person_id, one in left.items():
        first = next(iter(following.kept.get(person_id, ())), None)
        stay = over_midnight(one, first)
        if stay is None:
            missing[person_id] = (one, first)
        else:
            stays[person_id] = stay
    shift_ends = _shift_ends(missing, log.day)
    for person_id, (one, first) in missing.items():
        stays[person_id] = until_shift_end(one, shift_ends[person_id], first)
    log.findings += [found_by_closing(stay) for stay in stays.values()]
    return stays


def _shift_ends(person_ids: Iterable[int], day: date) -> dict[int, datetime]:
    """When each person's shift ends on `day`: that day's own, else the usual week's, else the usual shift."""
    people = list(person_ids)
    weeks, of_days = usual_weeks(people, day, day) if people else ({}, {})

    def shift_end(person_id: int) -> datetime:
        week = week_in_force(weeks.get(person_id, ()), day)
        code = of_days.get((person_id, day)) or (week.shifts[day.weekday()] if week else "")
        return clock.at(day, shift_of(code).ends_at)

    return {person_id: shift_end(person_id) for person_id in people}
