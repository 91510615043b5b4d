"""Taking over the log of terminals: each file whole or not at all, and nothing twice."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import connection, transaction

from audit.services import record
from core import clock
from core.interval import Interval
from core.locks import Locked, lock
from people.models import Person
from telework.models import DeviceLog, WorkReport
from telework.policies.states import RequestState
from telework.policies.work_device import minutes_apart, span_minutes
from telework.policies.work_log import LineMistake, LoggedLine, LogMistake, read_log
from telework.selectors.work import device_of, logs_of
from telework.services.resting import warn_of_logged_rests

DEVICE_LOG_IMPORTED = "device_log.imported"
ROWS_AT_ONCE = 5_000
_RUN = 4

_KEEP = """
INSERT INTO telework_devicelog (person_id, day, logged_on_at, logged_off_at, device)
SELECT person, day, logged_on, logged_off, device
  FROM unnest(%s::bigint[], %s::date[], %s::timestamptz[], %s::timestamptz[], %s::text[])
       AS given (person, day, logged_on, logged_off, device)
ON CONFLICT (person_id, logged_on_at, device) DO UPDATE SET logged_off_at = excluded.logged_off_at
 WHERE telework_devicelog.logged_off_at < excluded.logged_off_at
"""

_Key = tuple[int, datetime, str]


@dataclass(slots=True)
class DeviceLogReport:
    """What became of a file: `read` lines, of which so many were `stored` and so many `known` already or twice there.

    With a mistake nothing is stored. A stretch that has grown since it was taken over counts as stored.
    """

    file: str
    read: int = 0
    stored: int = 0
    known: int = 0
    mistakes: list[LineMistake] = field(default_factory=list)


@transaction.atomic
def import_device_log(*, file: str, content: bytes) -> DeviceLogReport:
    """Keep every stretch of the log that is not kept yet; reports that wait are compared with it anew.

    A rest that turns out to have been too short is told to the person and the 所属長, unless it was told before.
    `file` is the name under which the event log keeps it. One import runs at a time.
    """
    lock((Locked.RUN, _RUN))
    found = read_log(content, zone=clock.city_zone(), now=clock.now())
    report = DeviceLogReport(file, read=len(found.lines) + len({one.line for one in found.mistakes if one.line > 1}))
    people = dict(Person.objects.filter(number__in={one.number for one in found.lines}).values_list("number", "pk"))
    unknown = [
        LineMistake(one.line, LogMistake.UNKNOWN_PERSON, one.number) for one in found.lines if one.number not in people
    ]
    report.mistakes = sorted([*found.mistakes, *unknown], key=lambda one: one.line)
    if report.mistakes:
        return report
    rows = list(_longest(found.lines, people).items())
    for start in range(0, len(rows), ROWS_AT_ONCE):
        report.stored += _keep(rows[start : start + ROWS_AT_ONCE])
    report.known = report.read - report.stored
    touched = {(key[0], clock.city_day(key[1])) for key, _ in rows}
    _compare_anew(touched)
    warn_of_logged_rests(touched)
    record(
        kind=DEVICE_LOG_IMPORTED,
        subject_kind="device_log",
        subject_id=0,
        after={"file": report.file, "read": report.read, "stored": report.stored, "known": report.known},
    )
    return report


def _longest(lines: Sequence[LoggedLine], people: Mapping[str, int]) -> dict[_Key, datetime]:
    """When each stretch ended, the latest word of the file for each."""
    rows: dict[_Key, datetime] = {}
    for one in lines:
        key = (people[one.number], one.logged_on_at, one.device)
        rows[key] = max(one.logged_off_at, rows.get(key, one.logged_off_at))
    return rows


def _keep(rows: Sequence[tuple[_Key, datetime]]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            _KEEP,
            [
                [key[0] for key, _ in rows],
                [clock.city_day(key[1]) for key, _ in rows],
                [key[1] for key, _ in rows],
                [off for _, off in rows],
                [key[2] for key, _ in rows],
            ],
        )
        kept: int = cursor.rowcount
    return kept


def _compare_anew(touched: Collection[tuple[int, date]]) -> None:
    """Bring the minutes of reports that nobody has confirmed up to date: logs often come a day after the report."""
    people, days = {person for person, _ in touched}, {day for _, day in touched}
    waiting = WorkReport.objects.select_related("request").filter(
        request__person_id__in=people, request__day__in=days, request__state=RequestState.REPORTED
    )
    reports = [one for one in waiting if (one.request.person_id, one.request.day) in touched]
    logged: dict[tuple[int, date], list[DeviceLog]] = {}
    for log in logs_of((one.request.person_id for one in reports), (one.request.day for one in reports)):
        logged.setdefault((log.person_id, log.day), []).append(log)
    for one in reports:
        device = device_of(one.request, logged.get((one.request.person_id, one.request.day), ()))
        one.device_minutes = span_minutes(device)
        one.difference_minutes = minutes_apart(Interval(one.started_at, one.ended_at), device)
    WorkReport.objects.bulk_update(reports, ["device_minutes", "difference_minutes"], batch_size=500)
