"""Records of telework: what the days of one person, or of a department's people, came to in a period."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from core import clock
from core.revision import Slow
from people.models import Department, Person
from people.policies.roles import Role
from people.policies.visibility import Viewer, is_manager_of
from people.selectors.seen import members_of
from telework.models import TeleworkRequest
from telework.policies.record import Allowance, RecordedDay, Totals, allowance_of, totals_of
from telework.policies.record_period import Month, RecordPeriod
from telework.policies.states import HOLDING_REQUESTS
from telework.policies.work import MINUTE, Worked, worked_minutes
from telework.selectors.rules import rules_for


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of one person's record, with the times reported (or measured, before there is a report)."""

    request_id: int
    recorded: RecordedDay
    started_at: datetime | None
    ended_at: datetime | None
    break_minutes: int
    overtime_minutes: int
    tasks_done: str


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """What a period came to for one person; `by_month` has every month of the period."""

    person: Person
    totals: Totals
    by_month: Sequence[tuple[Month, Totals]]
    allowance: Allowance


@dataclass(frozen=True, slots=True)
class _Row:
    person_id: int
    department_id: int | None
    line: DayLine


def may_see_record(viewer: Viewer, department: Department) -> bool:
    """A department's record is for those who manage it, or one above it, and for HR."""
    return Role.HR in viewer.roles or is_manager_of(viewer, department.lineage)


def own_record(person: Person, period: RecordPeriod, slow: Mapping[Slow, int]) -> tuple[PersonRecord, list[DayLine]]:
    """A person's record with its days in order; the person's department has to be at hand. Three queries at most."""
    rows = _rows([person.pk], _reach(period, [person], slow))
    record = _record(person, rows, period, slow)
    lines = [row.line for row in rows if row.line.recorded.performed and _within(row, period)]
    return record, sorted(
        lines, key=lambda one: (one.recorded.day, one.started_at or clock.day_start(one.recorded.day))
    )


def department_records(department: Department, period: RecordPeriod, slow: Mapping[Slow, int]) -> list[PersonRecord]:
    """The record of everybody whose main post is or was in the department, or below it, in the period.

    Days count for the department of the main post on the day, so whoever moved counts here for the days here; the
    allowance is the person's, wherever the days were. In order of department and staff number. A fixed number of
    queries for any number of people.
    """
    below = set(Department.objects.filter(lineage__contains=[department.pk]).values_list("pk", flat=True))
    people = {
        one.person.pk: one.person for one in members_of(department, first=period.first, last=period.last) if one.main
    }
    was_here = _requests(period.first, period.last).filter(department_id__in=below).exclude(person_id__in=people)
    others = Person.objects.filter(pk__in=was_here.values("person_id")).select_related("department")
    people |= {one.pk: one for one in others}
    by_person: dict[int, list[_Row]] = {pk: [] for pk in people}
    for row in _rows(people, _reach(period, people.values(), slow)):
        by_person[row.person_id].append(row)
    records = [_record(person, by_person[pk], period, slow, below) for pk, person in people.items()]
    return sorted(records, key=lambda one: (_code(one.person), one.person.number))


def total_of(records: Iterable[PersonRecord]) -> Totals:
    """What the records come to together."""
    all_of_them = [one.totals for one in records]
    return Totals(
        **{
            name: sum(getattr(one, name) for one in all_of_them)
            for name in ("days", "full_days", "half_days", "hours", "minutes", "in_advance", "unconfirmed")
        },
        by_form={form: sum(one.by_form[form] for one in all_of_them) for form in Totals().by_form},
        by_origin={origin: sum(one.by_origin[origin] for one in all_of_them) for origin in Totals().by_origin},
    )


def _code(person: Person) -> str:
    return person.department.code if person.department else ""


def _record(
    person: Person,
    rows: Sequence[_Row],
    period: RecordPeriod,
    slow: Mapping[Slow, int],
    departments: Collection[int] | None = None,
) -> PersonRecord:
    here = [
        row.line.recorded
        for row in rows
        if _within(row, period) and (departments is None or row.department_id in departments)
    ]
    rules = rules_for(_lineage(person), slow)
    return PersonRecord(
        person=person,
        totals=totals_of(here),
        by_month=[(month, totals_of(one for one in here if Month.of(one.day) == month)) for month in period.months],
        allowance=allowance_of(
            [row.line.recorded for row in rows],
            last=_last_month(period),
            months=rules.allowance_months.value,
            more_than=rules.allowance_days.value,
        ),
    )


def _within(row: _Row, period: RecordPeriod) -> bool:
    return period.first <= row.line.recorded.day <= period.last


def _last_month(period: RecordPeriod) -> Month:
    """The month with which the allowance is counted: of a year that runs, today's."""
    return max(period.first_month, min(period.last_month, Month.of(clock.today())))


def _lineage(person: Person) -> Sequence[int]:
    department = person.department
    return () if department is None else (department.lineage or [department.pk])


def _reach(period: RecordPeriod, people: Iterable[Person], slow: Mapping[Slow, int]) -> tuple[date, date]:
    """The days that the record and the months averaged for the allowance need."""
    months = max((rules_for(_lineage(one), slow).allowance_months.value for one in people), default=1)
    first = min(period.first_month, _last_month(period).plus(1 - max(months, 1)))
    return first.first, period.last


def _requests(first: date, last: date) -> "QuerySet[TeleworkRequest]":
    return TeleworkRequest.objects.filter(day__gte=first, day__lte=last, state__in=HOLDING_REQUESTS)


def _rows(people: Iterable[int], reach: tuple[date, date]) -> list[_Row]:
    """The requests of these people that hold their days, each with its times; two queries."""
    found = (
        _requests(*reach)
        .filter(person_id__in=list(people))
        .select_related("report")
        .prefetch_related("stretches")
        .order_by("day", "pk")
    )
    return [_Row(one.person_id, one.department_id, _line(one)) for one in found]


def _line(request: TeleworkRequest) -> DayLine:
    report = getattr(request, "report", None)
    stretches = sorted(request.stretches.all(), key=lambda one: one.started_at)
    if report is not None:
        started_at, ended_at = report.started_at, report.ended_at
        minutes = (ended_at - started_at) // MINUTE - report.break_minutes
    else:
        started_at = stretches[0].started_at if stretches else None
        ended_at = stretches[-1].ended_at if stretches else None
        minutes = worked_minutes([Worked(one.started_at, one.ended_at) for one in stretches], clock.now())
    recorded = RecordedDay(
        day=request.day,
        unit=request.unit,
        form=request.form,
        origin=request.origin,
        state=request.state,
        minutes=minutes,
        in_advance=request.decided_at is not None and clock.city_day(request.decided_at) < request.day,
    )
    return DayLine(
        request_id=request.pk,
        recorded=recorded,
        started_at=started_at,
        ended_at=ended_at,
        break_minutes=report.break_minutes if report else 0,
        overtime_minutes=report.overtime_minutes if report else 0,
        tasks_done=report.tasks_done if report else "",
    )
