"""Closing days and events follow a calendar from elsewhere; what was entered by hand stays as it is."""

from collections.abc import Sequence
from datetime import date

from django.db import connection, transaction

from audit.services import Happening, record_all
from core.revision import Slow, bump
from plans.models import CityEvent, ClosingDay
from plans.policies.city_calendar import CityEntry, Following, Scope, Standing, following_days, following_events

CLOSING_DAY, CITY_EVENT = "closing_day", "city_event"


@transaction.atomic
def closing_days_follow(*, key: str, wanted: Sequence[CityEntry], scope: Scope, dry_run: bool = False) -> Following:
    """Let the closing days whose source begins with `key` be those wanted, as far as `scope` goes."""
    _lock(dry_run)
    rows = list(ClosingDay.objects.order_by("day"))
    standing = [
        Standing(row.pk, CityEntry(row.source, row.name, row.day, row.day))
        for row in rows
        if row.source.startswith(key)
    ]
    taken = {row.day for row in rows if not row.source.startswith(key)}
    plan = following_days(wanted, standing, taken=taken, scope=scope)
    if dry_run or plan.nothing:
        return plan
    # First what goes: a day that moved from one event of the calendar to another is free then.
    ClosingDay.objects.filter(pk__in=[one.id for one in plan.gone]).delete()
    for one, entry in plan.changed:
        ClosingDay.objects.filter(pk=one.id).update(name=entry.name)
    made = ClosingDay.objects.bulk_create(
        ClosingDay(day=entry.first_day, name=entry.name, source=entry.source) for entry in plan.new
    )
    bump(Slow.CALENDAR)
    _record(CLOSING_DAY, plan, [row.pk for row in made])
    return plan


@transaction.atomic
def city_events_follow(*, key: str, wanted: Sequence[CityEntry], scope: Scope, dry_run: bool = False) -> Following:
    """Let the events whose source begins with `key` be those wanted, as far as `scope` goes."""
    _lock(dry_run)
    rows = list(CityEvent.objects.order_by("first_day", "pk"))
    standing = [
        Standing(row.pk, CityEntry(row.source, row.name, row.first_day, row.last_day))
        for row in rows
        if row.source.startswith(key)
    ]
    by_hand = {(row.name, row.first_day, row.last_day) for row in rows if not row.source.startswith(key)}
    plan = following_events(wanted, standing, by_hand=by_hand, scope=scope)
    if dry_run or plan.nothing:
        return plan
    CityEvent.objects.filter(pk__in=[one.id for one in plan.gone]).delete()
    for one, entry in plan.changed:
        CityEvent.objects.filter(pk=one.id).update(name=entry.name, first_day=entry.first_day, last_day=entry.last_day)
    made = CityEvent.objects.bulk_create(
        CityEvent(name=entry.name, first_day=entry.first_day, last_day=entry.last_day, source=entry.source)
        for entry in plan.new
    )
    _record(CITY_EVENT, plan, [row.pk for row in made])
    return plan


@transaction.atomic
def keep_as_by_hand(*, key: str) -> None:
    """Let what a calendar has brought stay, as if it had been entered by hand: the calendar is not read any more."""
    ClosingDay.objects.filter(source__startswith=key).update(source="")
    CityEvent.objects.filter(source__startswith=key).update(source="")


def _lock(dry_run: bool) -> None:
    """One reading at a time, and nobody enters a day between looking and writing."""
    if dry_run:
        return
    tables = ", ".join(model._meta.db_table for model in (ClosingDay, CityEvent))
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE")


def _record(subject: str, plan: Following, made: Sequence[int]) -> None:
    happened = [
        *(_happening(subject, "removed", one.id, one.entry) for one in plan.gone),
        *(_happening(subject, "changed", one.id, entry) for one, entry in plan.changed),
        *(_happening(subject, "set", made_id, entry) for made_id, entry in zip(made, plan.new, strict=True)),
    ]
    record_all(happened)


def _happening(subject: str, what: str, subject_id: int, entry: CityEntry) -> Happening:
    days: dict[str, date] = (
        {"day": entry.first_day}
        if subject == CLOSING_DAY
        else {"first_day": entry.first_day, "last_day": entry.last_day}
    )
    said = {name: day.isoformat() for name, day in days.items()}
    return Happening(
        kind=f"{subject}.{what}",
        subject_kind=subject,
        subject_id=subject_id,
        after={**said, "name": entry.name, "from_calendar": True},
    )
