"""The app's way to people's own calendars, wherever they are."""

from functools import partial
from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings

from calendars.policies.choices import LinkKind
from core import clock
from integrations.calendar.caldav import CalDavAccount
from integrations.calendar.garoon import GaroonAccount
from integrations.calendar.ics_address import IcsAddress, over_https
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
from integrations.web.client import Allowed, Limits

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
    "insist_on_sense",
    "possible_kinds",
]

_DEFAULT_PORTS = {"https": 443, "http": 80}


class _Account(Protocol):
    def __call__(
        self, address: str, username: str, password: str, *, allowed: Allowed, limits: Limits | None = None
    ) -> Calendars: ...


# Each kind that is spoken here.
_ACCOUNTS: dict[LinkKind, _Account] = {
    LinkKind.CALDAV: CalDavAccount,
    LinkKind.ICS: IcsAddress,
    LinkKind.GAROON: partial(GaroonAccount, today=clock.today),
}


def account_at(
    kind: LinkKind, address: str, *, username: str, password: str, seconds: float | None = None
) -> Calendars:
    """The account at an address as it was typed; looking for its calendars takes `seconds` at most.

    Raises CalendarUnavailable, before anybody is asked, for an address that makes no sense or is not on the list.
    """
    insist_on_sense(address)
    if kind is LinkKind.GAROON:
        _insist_on_the_citys(address)
    limits = Limits() if seconds is None else Limits(whole_seconds=seconds)
    return _ACCOUNTS[kind](whole(address), username, password, allowed=_allowed(), limits=limits)


def calendar_at(
    kind: LinkKind, address: str, *, calendar: str, username: str, password: str, seconds: float | None = None
) -> Calendar:
    """The calendar of an account, each answer of which takes `seconds` at most. Raises CalendarUnavailable."""
    insist_on_sense(calendar)
    account = account_at(kind, address, username=username, password=password, seconds=seconds)
    return account.calendar(whole(calendar))


def insist_on_sense(address: str) -> None:
    """Raises CalendarUnavailable, `not_allowed`, where an address cannot be one of a calendar that may be asked."""
    try:
        parts = urlsplit(whole(address))
        host, port = parts.hostname or "", parts.port or _DEFAULT_PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise CalendarUnavailable(Trouble.NOT_ALLOWED, "that is no address") from error
    if parts.scheme not in _DEFAULT_PORTS or not host:
        raise CalendarUnavailable(Trouble.NOT_ALLOWED, "an address begins with https:// and names a host")
    if "@" in parts.netloc:
        raise CalendarUnavailable(Trouble.NOT_ALLOWED, "an address holds neither a name nor a password")
    if not _allowed().names(host, port):
        raise CalendarUnavailable(Trouble.NOT_ALLOWED, f"{host}:{port} is not among KYOSEKI_CALENDAR_HOSTS")


def whole(address: str) -> str:
    """An address as it is asked: https where nothing is said, and where it is said by a name of its own (webcal)."""
    typed = address.strip()
    return over_https(typed if "://" in typed else f"https://{typed}")


def host_of(address: str) -> str:
    """Host and port of an address, such as `caldav.city.example:443`."""
    parts = urlsplit(whole(address))
    return f"{(parts.hostname or '').lower()}:{parts.port or _DEFAULT_PORTS.get(parts.scheme, 443)}"


def possible_kinds() -> tuple[LinkKind, ...]:
    """The kinds of calendars that can be linked here: none where the settings name no host, Garoon where named."""
    kinds = tuple(kind for kind in _ACCOUNTS if kind is not LinkKind.GAROON or settings.CALENDAR["garoon"])
    return kinds if hosts_allowed() else ()


def hosts_allowed() -> bool:
    """Whether the settings name any host of calendars."""
    return bool(settings.OUTBOUND["calendar_hosts"])


def _insist_on_the_citys(address: str) -> None:
    """Raises CalendarUnavailable, `not_allowed`, where an address is not that of the city's Garoon."""
    garoon = settings.CALENDAR["garoon"]
    if not garoon or not f"{whole(address).rstrip('/')}/".startswith(f"{garoon}/"):
        raise CalendarUnavailable(Trouble.NOT_ALLOWED, "KYOSEKI_GAROON names another address")


def _allowed() -> Allowed:
    outbound = settings.OUTBOUND
    return Allowed(tuple(outbound["calendar_hosts"]), tuple(outbound["networks"]), outbound["ca_file"])
