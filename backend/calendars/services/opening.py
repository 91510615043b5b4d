"""A linked calendar is opened with what its person gave us, and asked whether it is there at all."""

from calendars import servers
from calendars.models import CalendarLink
from calendars.policies.choices import LinkKind
from calendars.seal import calendar_seal
from calendars.servers import Calendar, CalendarUnavailable, Trouble
from core.sealing import Unreadable

NOTHING_THERE = "kyoseki-is-anybody-there.ics"


def open_calendar(link: CalendarLink, *, seconds: float | None = None) -> Calendar:
    """The calendar behind a link, at most `seconds` for all that is asked of it. Raises CalendarUnavailable."""
    return servers.calendar_at(
        LinkKind(link.kind),
        link.address,
        calendar=link.calendar,
        username=link.username,
        password=password_of(link),
        seconds=seconds,
    )


def answers(link: CalendarLink, *, seconds: float | None = None) -> CalendarUnavailable | None:
    """Ask the link's calendar for a file that is not there; what it is that keeps it from saying so."""
    try:
        open_calendar(link, seconds=seconds).read(f"{link.calendar.rstrip('/')}/{NOTHING_THERE}")
    except CalendarUnavailable as error:
        return error
    return None


def password_of(link: CalendarLink) -> str:
    """The password in clear; empty where there is none. Raises CalendarUnavailable where no key opens it."""
    if link.sealed_password is None:
        return ""
    try:
        return calendar_seal().unseal(bytes(link.sealed_password))
    except Unreadable as error:
        raise CalendarUnavailable(Trouble.PASSWORD, "sealed with a key that is not among the settings") from error
