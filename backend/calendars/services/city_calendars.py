"""The city's closing days and events are read from a file or an address: whole, or not at all."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from audit.services import record
from calendars import servers
from calendars.ics import Malformed, NotACalendar, Reading, reading_of
from calendars.models import CityCalendar
from calendars.policies.choices import LinkKind
from calendars.policies.city_entries import (
    DAYS_AHEAD,
    MOST_ENTRIES,
    CityDays,
    Holds,
    city_days,
    key_of,
    scope_of_address,
    scope_of_file,
)
from calendars.policies.city_refusals import CityRefusal
from calendars.policies.link_refusals import LinkRefusal
from core import clock
from core.refused import Refused
from plans.policies.city_calendar import CityEntry, Following, Scope
from plans.services.city_calendar import city_events_follow, closing_days_follow, keep_as_by_hand

MALFORMED = "malformed"
"""Trouble of an address whose file cannot be read in all its lines."""
READ_EVERY = timedelta(hours=23)
WHOLE_ON_WEEKDAY = 0
"""Mondays: what repeats has come nearer, though the file has not changed."""
_NOTHING = Following((), (), (), ())


@dataclass(frozen=True, slots=True)
class CityReading:
    """What a reading came to. `malformed` tells lines; with any, nothing was changed. `applied`: it was written."""

    follows: Following
    left_out: tuple[CityEntry, ...]
    malformed: tuple[Malformed, ...]
    applied: bool


def import_city_file(*, content: bytes, holds: Holds, dry_run: bool) -> CityReading:
    """Take a file over. Raises Refused where it is no calendar at all."""
    try:
        reading = _reading(content)
    except NotACalendar as trouble:
        raise Refused(CityRefusal.NO_CALENDAR_FILE) from trouble
    key = key_of(f"file:{holds}")
    days = city_days(reading.occurrences, key=key, holds=holds, today=clock.today(), day_of=clock.city_day)
    scope = scope_of_file(days.wanted, today=clock.today())
    return _follow(reading, days, key=key, holds=holds, scope=scope, dry_run=dry_run)


@transaction.atomic
def add_city_calendar(*, address: str, holds: Holds, account_id: int | None) -> CityCalendar:
    """Read an address from now on. Raises Refused where it may not be asked, or is read already."""
    _insist_on_sense(address)
    address = servers.whole(address)
    if CityCalendar.objects.filter(address=address, holds=holds.value).exists():
        raise Refused(CityRefusal.CITY_CALENDAR_EXISTS)
    added = CityCalendar.objects.create(
        address=address, holds=holds.value, added_by_id=account_id, added_at=clock.now()
    )
    _record("added", added)
    return added


@transaction.atomic
def remove_city_calendar(*, calendar_id: int) -> None:
    """Read it no more. What it brought stays, from now on as if by hand. Raises CityCalendar.DoesNotExist."""
    calendar = CityCalendar.objects.select_for_update().get(pk=calendar_id)
    keep_as_by_hand(key=_key(calendar))
    _record("removed", calendar)
    calendar.delete()


def read_city_calendar(*, calendar_id: int, dry_run: bool = False, whole: bool = True) -> CityReading:
    """Read an address now. Raises Refused (`calendar_trouble`), and the trouble stays written down."""
    calendar = CityCalendar.objects.get(pk=calendar_id)
    try:
        opened = servers.calendar_at(
            LinkKind.ICS, calendar.address, calendar=calendar.address, username="", password=""
        )
        changes = opened.changes("" if whole or dry_run else calendar.etag)
        reading = _reading(changes.changed[0].text) if changes.changed else None
    except servers.CalendarUnavailable as trouble:
        _note(calendar, trouble.trouble.value)
        facts = {"trouble": trouble.trouble.value, "detail": trouble.detail}
        raise Refused(LinkRefusal.CALENDAR_TROUBLE, facts) from trouble
    if reading is None:
        _note(calendar, "", token=calendar.etag)
        return CityReading(_NOTHING, (), (), applied=True)
    holds, today = Holds(calendar.holds), clock.today()
    days = city_days(reading.occurrences, key=_key(calendar), holds=holds, today=today, day_of=clock.city_day)
    done = _follow(reading, days, key=_key(calendar), holds=holds, scope=scope_of_address(today=today), dry_run=dry_run)
    if not dry_run:
        _note(calendar, MALFORMED if done.malformed else "", token=changes.token)
    return done


def due_city_calendars() -> list[int]:
    """Addresses that were not read for a day; those in trouble every time they are looked for."""
    before = clock.now() - READ_EVERY
    rows = CityCalendar.objects.exclude(trouble="", read_at__gt=before)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _reading(content: bytes | str) -> Reading:
    today = clock.today()
    return reading_of(
        content,
        since=clock.day_start(today),
        until=clock.day_end(today + timedelta(days=DAYS_AHEAD)),
        zone=clock.city_zone(),
        most_occurrences=MOST_ENTRIES + 1,
    )


def _follow(
    reading: Reading, days: CityDays, *, key: str, holds: Holds, scope: Scope | None, dry_run: bool
) -> CityReading:
    if len(days.wanted) > MOST_ENTRIES:
        raise Refused(CityRefusal.TOO_MANY_ENTRIES, {"most": MOST_ENTRIES})
    follow = closing_days_follow if holds is Holds.CLOSING_DAYS else city_events_follow
    scope = scope or Scope(date.max, date.max)
    nothing_is_written = dry_run or bool(reading.malformed)
    plan = follow(key=key, wanted=days.wanted, scope=scope, dry_run=nothing_is_written)
    return CityReading(plan, days.left_out, reading.malformed, applied=not nothing_is_written)


def _insist_on_sense(address: str) -> None:
    try:
        servers.insist_on_sense(address)
    except servers.CalendarUnavailable as trouble:
        facts = {"trouble": trouble.trouble.value, "detail": trouble.detail}
        raise Refused(LinkRefusal.CALENDAR_TROUBLE, facts) from trouble


def _note(calendar: CityCalendar, trouble: str, *, token: str = "") -> None:
    now = clock.now()
    since = (calendar.troubled_since or now) if trouble else None
    values = {"trouble": trouble, "troubled_since": since}
    if not trouble:
        values |= {"read_at": now, "etag": token if len(token) <= 255 else ""}
    CityCalendar.objects.filter(pk=calendar.pk).update(**values)


def _key(calendar: CityCalendar) -> str:
    return key_of(f"address:{calendar.pk}")


def _record(what: str, calendar: CityCalendar) -> None:
    record(
        kind=f"city_calendar.{what}",
        subject_kind="city_calendar",
        subject_id=calendar.pk,
        after={"holds": calendar.holds},
    )
