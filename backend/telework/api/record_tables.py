"""Records as tables for files: one for a person's days, one for a department's people."""

from collections.abc import Sequence

from core import clock
from core.words import Language
from people.models import Department
from telework.policies.record import Totals
from telework.policies.record_period import RecordPeriod
from telework.policies.record_table import Cell, Table
from telework.selectors.records import DayLine, PersonRecord, total_of
from telework.words.record import record_word

_HEADS = (
    "number", "name", "department", "days", "full_days", "half_days", "hours", "worked", "home", "satellite", "mobile",
    "request", "order", "post_hoc", "in_advance", "unconfirmed",
)  # fmt: skip
_OWN_HEADS = (
    "day", "unit", "form", "origin", "started_at", "ended_at", "break_minutes", "minutes", "overtime", "tasks", "state",
)  # fmt: skip


def department_table(
    department: Department, records: Sequence[PersonRecord], period: RecordPeriod, language: Language
) -> Table:
    """A row a person, and the total below them."""
    averaged = {(len(one.allowance.months), one.allowance.more_than) for one in records} or {(3, 10)}
    months, more_than = max(averaged)
    heads = [record_word(head, language) for head in _HEADS]
    heads.append(record_word("allowance_days", language, months=months))
    heads.append(record_word("allowance_average", language))
    heads.append(record_word("allowance_reached", language, more_than=more_than))
    rows: list[Sequence[Cell]] = [_person_row(one, language) for one in records]
    if records:
        total = record_word("total", language)
        rows.append(["", total, "", *_totals_cells(total_of(records)), "", "", ""])
    caption = f"{record_word('sheet', language)}　{department.name}　{period.in_language(language)}"
    return Table(record_word("sheet", language), caption, heads, rows)


def own_table(record: PersonRecord, lines: Sequence[DayLine], period: RecordPeriod, language: Language) -> Table:
    """A row a day."""
    person = record.person
    caption = f"{record_word('sheet', language)}　{person.number} {person.name}　{period.in_language(language)}"
    heads = [record_word(head, language) for head in _OWN_HEADS]
    return Table(record_word("sheet", language), caption, heads, [_day_row(one, language) for one in lines])


def _person_row(record: PersonRecord, language: Language) -> list[Cell]:
    person, allowance = record.person, record.allowance
    return [
        person.number,
        person.name,
        person.department.name if person.department else "",
        *_totals_cells(record.totals),
        allowance.days_counted,
        allowance.average,
        record_word("yes" if allowance.reached else "no", language),
    ]


def _totals_cells(totals: Totals) -> list[Cell]:
    return [
        totals.days,
        totals.full_days,
        totals.half_days,
        totals.hours,
        round(totals.minutes / 60, 2),
        *totals.by_form.values(),
        *totals.by_origin.values(),
        totals.in_advance,
        totals.unconfirmed,
    ]


def _day_row(line: DayLine, language: Language) -> list[Cell]:
    day = line.recorded
    times = [
        one.astimezone(clock.city_zone()).strftime("%H:%M") if one else "" for one in (line.started_at, line.ended_at)
    ]
    return [
        day.day.strftime("%Y/%m/%d"),
        record_word(f"unit.{day.unit}", language),
        record_word(f"form.{day.form}", language),
        record_word(f"origin.{day.origin}", language),
        *times,
        line.break_minutes,
        day.minutes,
        line.overtime_minutes,
        line.tasks_done,
        record_word(f"state.{day.state}", language),
    ]
