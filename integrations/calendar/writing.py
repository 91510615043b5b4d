"""Our items as files of RFC 5545: feeds, files for a server of calendars, invitations (RFC 5546).

An event is written line by line rather than through icalendar's components, which take some 30 times as long for a
feed of a year; that icalendar reads every one of them back the same is what the tests hold.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar.parser import Contentline, Parameters
from icalendar.prop import vCalAddress

from integrations.calendar.lines import folded, plain_value, text_value
from integrations.calendar.port import Item

PRODUCT = "-//Kyoseki//Kyoseki//JA"
CITY_ZONE = "Asia/Tokyo"
# What the TZID of our events names. Japan has had no daylight saving since 1951.
ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{CITY_ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0900",
    "TZOFFSETTO:+0900",
    "TZNAME:JST",
    "END:STANDARD",
    "END:VTIMEZONE",
)

_CITY = ZoneInfo(CITY_ZONE)
_REMEMBERED_EVENTS = 16_384


class Method(StrEnum):
    """What an invitation asks for."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


def written(items: Iterable[Item], *, name: str, method: str | None = None, refresh_minutes: int = 30) -> bytes:
    """A feed called `name`, to be read again after `refresh_minutes`. Without items it is an empty calendar.

    Equal items give equal octets, so a tag of what is in them is a tag of the feed.
    """
    head = [*_opening(method), f"X-WR-CALNAME:{text_value(name)}", f"X-WR-TIMEZONE:{CITY_ZONE}"]
    head += [f"REFRESH-INTERVAL;VALUE=DURATION:PT{refresh_minutes}M", f"X-PUBLISHED-TTL:PT{refresh_minutes}M"]
    return b"".join((folded([*head, *ZONE_LINES]), *map(_event, items), b"END:VCALENDAR\r\n"))


def as_file(item: Item) -> str:
    """An item as the one file that a server of calendars keeps of it (RFC 4791, 4.1)."""
    return b"".join((folded([*_opening(None), *ZONE_LINES]), _event(item), b"END:VCALENDAR\r\n")).decode()


def invitation(
    item: Item, *, method: Method, organizer: str, attendee: str, name: str, wants_answer: bool = True
) -> bytes:
    """What asks the person `name` at the address `attendee` for an event of `organizer`, or calls it off.

    `wants_answer`: somebody reads what is answered.
    """
    host, guest = vCalAddress(f"mailto:{plain_value(organizer)}"), vCalAddress(f"mailto:{plain_value(attendee)}")
    invited = {"CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "CN": plain_value(name).replace('"', "'")}
    if method is Method.REQUEST:
        invited |= {"PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE" if wants_answer else "FALSE"}
    people = [
        Contentline.from_parts("ORGANIZER", Parameters(), host),
        Contentline.from_parts("ATTENDEE", Parameters(invited), guest),
    ]
    lines = item_lines(item)
    if method is Method.CANCEL:
        lines = ["STATUS:CANCELLED" if line.startswith("STATUS:") else line for line in lines]
    event = folded(["BEGIN:VEVENT", *lines, *people, "END:VEVENT"])
    return b"".join((folded([*_opening(method), *ZONE_LINES]), event, b"END:VCALENDAR\r\n"))


def item_lines(item: Item) -> list[str]:
    """The properties of an item, not folded yet. What is empty is left out."""
    modified = _in_utc(item.modified_at)
    lines = [
        f"UID:{text_value(item.uid)}",
        f"SEQUENCE:{item.sequence}",
        f"DTSTAMP:{modified}",
        f"LAST-MODIFIED:{modified}",
        _moment("DTSTART", item.start),
        _moment("DTEND", item.end),
        f"SUMMARY:{text_value(item.summary)}",
        f"STATUS:{item.status.value}",
        f"TRANSP:{'OPAQUE' if item.opaque else 'TRANSPARENT'}",
    ]
    if item.location:
        lines.append(f"LOCATION:{text_value(item.location)}")
    if item.url:
        lines.append(f"URL:{plain_value(item.url)}")
    if item.category:
        lines.append(f"CATEGORIES:{text_value(item.category)}")
    if item.description:
        lines.append(f"DESCRIPTION:{text_value(item.description)}")
    return lines


@lru_cache(maxsize=_REMEMBERED_EVENTS)
def _event(item: Item) -> bytes:
    return folded(["BEGIN:VEVENT", *item_lines(item), "END:VEVENT"])


def _opening(method: str | None) -> list[str]:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    return [*lines, f"METHOD:{method}"] if method else lines


def _moment(name: str, moment: datetime | date) -> str:
    if isinstance(moment, datetime):
        local = moment.astimezone(_CITY)
        return f"{name};TZID={CITY_ZONE}:{_digits(local)}"
    return f"{name};VALUE=DATE:{moment.year:04}{moment.month:02}{moment.day:02}"


def _in_utc(moment: datetime) -> str:
    return f"{_digits(moment.astimezone(UTC))}Z"


def _digits(at: datetime) -> str:
    return at.isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "")
