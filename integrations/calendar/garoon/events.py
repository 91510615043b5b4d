"""Garoon's events as files of a calendar, and our items as Garoon's events."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from integrations.calendar.garoon.notes import notes_with, uid_in
from integrations.calendar.lines import folded, text_value
from integrations.calendar.port import Item, ItemStatus

Json = Mapping[str, Any]
ZONE = "Asia/Tokyo"
_WHOLE_DAYS = "ALL_DAY"
_TENTATIVE = "TEMPORARY"
_REPEATING = "REPEATING"
_CALLED_OFF = "【取消】"


class NotAnEvent(Exception):
    """What the server sent is not what it promises."""


def file_of(events: Sequence[Json], *, uid: str = "") -> str:
    """The dates of one event as a file. 仮予定 (dates somebody may choose from) say nothing of a day yet."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kyoseki//Garoon//JA"]
    for event in events:
        if event.get("eventType") != _TENTATIVE:
            lines += _lines(event, uid)
    return folded([*lines, "END:VCALENDAR"]).decode()


def tag_of(events: Sequence[Json]) -> str:
    """By what a change of an event is seen: when it was last changed, and how many dates it has in sight."""
    return f"{max(str(event.get('updatedAt', '')) for event in events)}/{len(events)}"


def ours(event: Json) -> str:
    """The UID of the item that an event is of; empty for the owner's own."""
    return uid_in(str(event.get("notes") or ""))


def as_event(item: Item, *, login: str, notes: str = "", new: bool) -> dict[str, Any]:
    """What is sent for an item; a new one is the owner's alone. The owner's lines in `notes` are kept."""
    subject = f"{_CALLED_OFF}{item.summary}" if item.status is ItemStatus.CANCELLED else item.summary
    start, end, all_day = _span(item)
    event: dict[str, Any] = {
        "subject": subject[:100],
        "notes": notes_with(item, notes),
        "isAllDay": all_day,
        "start": {"dateTime": start, "timeZone": ZONE},
        "end": {"dateTime": end, "timeZone": ZONE},
    }
    if new:
        event |= {"eventType": "REGULAR", "isStartOnly": False, "attendees": [{"type": "USER", "code": login}]}
    return event


def presence_file(status: str, day: date, *, uid: str) -> str:
    """在席情報 as an event of a whole day called as the status is."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kyoseki//Garoon//JA", "BEGIN:VEVENT", f"UID:{uid}"]
    lines += [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"]
    return folded([*lines, f"SUMMARY:{text_value(status)}", "END:VEVENT", "END:VCALENDAR"]).decode()


def _lines(event: Json, uid: str) -> list[str]:
    try:
        start = datetime.fromisoformat(event["start"]["dateTime"])
        end = datetime.fromisoformat((event.get("end") or event["start"])["dateTime"])
    except (KeyError, TypeError, ValueError) as error:
        raise NotAnEvent(f"an event without its times: {error}") from error
    if start.tzinfo is None or end.tzinfo is None:
        raise NotAnEvent("an event in no time zone")
    lines = ["BEGIN:VEVENT", f"UID:{text_value(uid or _uid(event))}"]
    if event.get("eventType") == _WHOLE_DAYS or event.get("isAllDay"):
        after = end.date() + timedelta(days=1)
        lines += [f"DTSTART;VALUE=DATE:{start:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"]
    else:
        lines += [f"DTSTART:{start.astimezone(UTC):%Y%m%dT%H%M%SZ}", f"DTEND:{end.astimezone(UTC):%Y%m%dT%H%M%SZ}"]
    lines.append(f"SUMMARY:{text_value(str(event.get('subject') or ''))}")
    if menu := event.get("eventMenu"):
        lines.append(f"CATEGORIES:{text_value(str(menu))}")
    return [*lines, "END:VEVENT"]


def _uid(event: Json) -> str:
    """Each date of a repeated event is one of its own, as the server counts them."""
    if event.get("eventType") == _REPEATING:
        return f"garoon-{event.get('id')}-{event.get('repeatId') or event['start']['dateTime']}"
    return ours(event) or f"garoon-{event.get('id')}"


def _span(item: Item) -> tuple[str, str, bool]:
    """Start, end and whether they are whole days, which Garoon ends at a minute to midnight."""
    if isinstance(item.start, datetime) and isinstance(item.end, datetime):
        return item.start.isoformat(timespec="seconds"), item.end.isoformat(timespec="seconds"), False
    last = item.end - timedelta(days=1)
    return f"{item.start:%Y-%m-%d}T00:00:00+09:00", f"{last:%Y-%m-%d}T23:59:00+09:00", True
