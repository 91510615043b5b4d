"""Stays of everybody, day by day: the gate log, cleaned."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from operator import attrgetter, itemgetter

from core import clock
from core.prepared import prepared_cursor
from occupancy.policies.log_days import day_of
from occupancy.policies.passages import (
    DAY_BEGINS,
    READ_TWICE_WITHIN,
    CleaningRule,
    Finding,
    Open,
    Passage,
    Stay,
    in_order,
    without_doubles,
)
from occupancy.policies.stays import closed_by, found_by_closing, shift_day, until_shift_end
from plans.policies.picture import week_in_force
from plans.policies.shifts import shift_of
from plans.selectors.days import usual_weeks

_DAY = timedelta(days=1)
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
    log, before = _read(first - _DAY), _Cleaned()
    while log.day <= last:
        following = _read(log.day + _DAY)
        cleaned = _clean(log, following, before.exits)
        if log.day >= first:
            yield _of_day(log.day, before, cleaned)
        log, before = following, cleaned


@dataclass(slots=True)
class _Log:
    """The passages of a day of the log, which ends at five, without those read twice, by person.

    `findings` are of what was dropped; `by_day` and `by_night` count the passages before and after midnight.
    """

    day: date
    kept: dict[int, list[Passage]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    by_day: int = 0
    by_night: int = 0


@dataclass(slots=True)
class _Cleaned:
    """What a day of the log came to. `exits`: whose first passage of the day after ended a stay of this one."""

    stays: dict[int, list[Stay]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    exits: set[int] = field(default_factory=set)
    by_day: int = 0
    by_night: int = 0


@dataclass(frozen=True, slots=True)
class _Missing:
    """A stay without an exit, and the passage with which its person goes on."""

    person_id: int
    left: Open
    following: Passage | None


def _of_day(day: date, before: _Cleaned, cleaned: _Cleaned) -> StaysOfDay:
    """What of two days of the log touches the day between whose midnights it is asked."""
    midnight, end = (instant.astimezone(UTC) for instant in (clock.day_start(day), clock.day_end(day)))
    stays: dict[int, list[Stay]] = {}
    for person_id, of_one in before.stays.items():
        if of_one[-1].end > midnight:
            stays[person_id] = [stay for stay in of_one if stay.end > midnight]
    for person_id, of_one in cleaned.stays.items():
        if of_one[0].start < end:
            stays.setdefault(person_id, []).extend(stay for stay in of_one if stay.start < end)
    findings = (*before.findings, *cleaned.findings)
    found = Counter(finding.rule for finding in findings if midnight <= finding.at < end)
    return StaysOfDay(day, stays, found, before.by_night + cleaned.by_day)


def _read(day: date) -> _Log:
    log, begins = _Log(day), clock.at(day, DAY_BEGINS).astimezone(UTC)
    midnight = clock.day_end(day).astimezone(UTC)
    with prepared_cursor() as cursor:
        cursor.execute(_PASSAGES, [begins - READ_TWICE_WITHIN, clock.at(day + _DAY, DAY_BEGINS)])
        rows: list[tuple[int, datetime, str, bool, int | None]] = cursor.fetchall()
    for person_id, of_one in groupby(rows, key=itemgetter(0)):
        passages = in_order(Passage(*row[1:]) for row in of_one)
        before = None
        while passages and passages[0].at < begins:
            before = passages.pop(0)
        if passages:
            by_night = sum(1 for passage in passages if passage.at >= midnight)
            log.by_night += by_night
            log.by_day += len(passages) - by_night
            log.kept[person_id] = without_doubles(passages, before, log.findings)
    return log


def _clean(log: _Log, following: _Log, exits: set[int]) -> _Cleaned:
    """The stays that begin on a day of the log. Of those in `exits` the first passage is no longer of this day."""
    cleaned = _Cleaned(findings=list(log.findings), by_day=log.by_day, by_night=log.by_night)
    midnight, zone = clock.day_end(log.day).astimezone(UTC), clock.city_zone()
    missing: list[_Missing] = []
    for person_id, every in log.kept.items():
        passages, left_at = (every[1:], every[0].at) if person_id in exits else (every, None)
        of_day = day_of(passages, midnight, left_at)
        cleaned.findings += of_day.findings
        missing += [_Missing(person_id, left, passage) for left, passage in of_day.missing]
        if (left := of_day.still_there) is not None:
            first = next(iter(following.kept.get(person_id, ())), None)
            if (stay := closed_by(left, first, zone)) is None:
                missing.append(_Missing(person_id, left, first))
            else:
                of_day.stays.append(stay)
                cleaned.findings += found_by_closing(stay, zone)
                cleaned.exits.add(person_id)
        if of_day.stays:
            cleaned.stays[person_id] = of_day.stays
    _estimate(cleaned, missing)
    return cleaned


def _estimate(cleaned: _Cleaned, missing: list[_Missing]) -> None:
    """End the stays without an exit with their people's shifts, and put them where they belong among the others."""
    zone, closes = clock.city_zone(), _shift_ends(missing)
    for one in missing:
        stay = until_shift_end(one.left, closes(one.person_id), one.following, zone)
        theirs = cleaned.stays.setdefault(one.person_id, [])
        theirs.append(stay)
        theirs.sort(key=attrgetter("start"))
        cleaned.findings += found_by_closing(stay, zone)


def _shift_ends(missing: Iterable[_Missing]) -> Callable[[int], Callable[[date], datetime]]:
    """By person when the shift of a day ends: that day's own, else the usual week's, else the usual shift."""
    zone = clock.city_zone()
    people: dict[date, set[int]] = {}
    for one in missing:
        if (day := shift_day(one.left, zone)) is not None:
            people.setdefault(day, set()).add(one.person_id)
    ends = {day: _shift_ends_on(day, of_day) for day, of_day in people.items()}
    return lambda person_id: lambda day: ends[day][person_id]


def _shift_ends_on(day: date, person_ids: Iterable[int]) -> Mapping[int, datetime]:
    people = list(person_ids)
    weeks, of_days = usual_weeks(people, day, day)

    def shift_end(person_id: int) -> datetime:
        week = week_in_force(weeks.get(person_id, ()), day)
        code = of_days.get((person_id, day)) or (week.shifts[day.weekday()] if week else "")
        return clock.at(day, shift_of(code).ends_at)

    return {person_id: shift_end(person_id) for person_id in people}
