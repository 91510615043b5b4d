"""The app's way to people's own calendars, wherever they are."""

from urllib.parse import urlsplit

from django.conf import settings

from calendars.policies.choices import LinkKind
from integrations.calendar.port import (
    Calendar,
    Calendars,
    CalendarUnavailable,
    Changes,
    Conflict,
    Found,
    Item,
    Resource,
    Stored,
    Trouble,
)

__all__ = [
    "Calendar",
    "CalendarUnavailable",
    "Calendars",
    "Changes",
    "Conflict",
    "Found",
    "Item",
    "Resource",
    "Stored",
    "Trouble",
    "account_at",
    "calendar_at",
    "host_of",
    "hosts_allowed",
    "possible_kinds",
]


def account_at(
    kind: LinkKind, address: str, *, username: str, password: str, seconds: float | None = None
) -> Calendars:
    """The account at an address."""
    raise CalendarUnavailable(Trouble.NOT_ALLOWED)


def calendar_at(
    kind: LinkKind, address: str, *, calendar: str, username: str, password: str, seconds: float | None = None
) -> Calendar:
    """The calendar of an account."""
    raise CalendarUnavailable(Trouble.NOT_ALLOWED)


def host_of(address: str) -> str:
    """Host and port of an address."""
    parts = urlsplit(address)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return f"{(parts.hostname or '').lower()}:{port}"


def possible_kinds() -> tuple[LinkKind, ...]:
    """The kinds of calendars that can be linked here."""
    return (LinkKind.CALDAV, LinkKind.ICS) if hosts_allowed() else ()


def hosts_allowed() -> bool:
    """Whether the settings name any host of calendars."""
    return bool(settings.OUTBOUND["calendar_hosts"])
