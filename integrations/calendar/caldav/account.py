"""An account on a server of calendars: its calendars, found from whatever address was typed."""

from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

import requests

from integrations.calendar.caldav.answers import Part
from integrations.calendar.caldav.asking import caldav, dav, propfind
from integrations.calendar.caldav.one_calendar import CalDavCalendar
from integrations.calendar.caldav.wire import Wire
from integrations.calendar.port import Calendar, CalendarUnavailable, Found, Trouble
from integrations.web.client import Allowed, Limits, guarded_session
from integrations.web.deadline import answered_within

_KIND = dav("resourcetype")
_NAME = dav("displayname")
_PRINCIPAL = dav("current-user-principal")
_RIGHTS = dav("current-user-privilege-set")
_HOME = caldav("calendar-home-set")
_TAKES = caldav("supported-calendar-component-set")
_WHO = propfind(_KIND, _PRINCIPAL, _HOME)
_WHICH = propfind(_KIND, _NAME, _RIGHTS, _TAKES)
_MAY_WRITE = frozenset({dav("all"), dav("write"), dav("write-content")})
_NONE_OF_OURS = frozenset(
    {
        caldav("schedule-inbox"),
        caldav("schedule-outbox"),
        "{http://calendarserver.org/ns/}subscribed",
        "{http://calendarserver.org/ns/}deleted-calendar",
    }
)
# Of what an address answers that is not the right one; anything else ends the search. Proxies that are set up for
# something else send `/.well-known` in circles, or on to http.
_NOTHING_THERE = frozenset({Trouble.NOT_A_CALENDAR, Trouble.CALENDAR_GONE})
_SEARCH_ON = _NOTHING_THERE | {Trouble.FORBIDDEN, Trouble.REDIRECTS, Trouble.NOT_ALLOWED}


class CalDavAccount:
    """The calendars of one person on one server; see integrations.calendar.port.Calendars."""

    def __init__(
        self,
        address: str,
        username: str,
        password: str,
        *,
        allowed: Allowed,
        limits: Limits | None = None,
    ) -> None:
        self._address = address
        self._credentials = (username, password)
        self._seconds = (limits or Limits()).whole_seconds
        self._allowed, self._limits = allowed, limits

    def found(self) -> Sequence[Found]:
        """The calendars of the account. The address may be that of the server, of a principal, of the place where
        calendars lie, or of one calendar, which is then the only one.
        """
        with answered_within(self._seconds), self._session() as session:
            wire = self._wire(session)
            last = CalendarUnavailable(Trouble.NOT_A_CALENDAR, "no calendars were found there")
            for start in _starts(self._address):
                try:
                    calendars = _calendars_from(wire, start)
                except CalendarUnavailable as trouble:
                    if trouble.trouble not in _SEARCH_ON:
                        raise
                    last = last if trouble.trouble in _NOTHING_THERE else trouble
                else:
                    if calendars is not None:
                        return calendars
            raise last

    def calendar(self, address: str) -> Calendar:
        """The calendar at an address that `found` told."""
        return CalDavCalendar(self._wire(self._session()), urljoin(self._address, address))

    def _session(self) -> requests.Session:
        return guarded_session(self._allowed, limits=self._limits)

    def _wire(self, session: requests.Session) -> Wire:
        return Wire(self._address, *self._credentials, session)


def _starts(address: str) -> list[str]:
    """Where to look, the likeliest first (RFC 6764, 6)."""
    typed = urlsplit(address)
    well_known = urljoin(address, "/.well-known/caldav")
    if typed.path.strip("/"):
        return [address, well_known, urljoin(address, "/")]
    return [well_known, urljoin(address, "/")]


def _calendars_from(wire: Wire, start: str) -> list[Found] | None:
    """The calendars that are reached from an address; None where nothing there leads to any."""
    answer = wire.ask_in_xml("PROPFIND", start, _WHO)
    here = _only(wire.parts_of(answer))
    if here is None:
        return None
    if caldav("calendar") in here.names_in(_KIND):
        return _listed(wire, answer.address, depth=0)
    home = here.href(_HOME) or _home_of(wire, answer.address, here.href(_PRINCIPAL))
    calendars = _listed(wire, urljoin(answer.address, home or answer.address), depth=1)
    return calendars if calendars or home else None


def _home_of(wire: Wire, at: str, principal: str) -> str:
    if not principal:
        return ""
    them = _only(wire.propfind(urljoin(at, principal), _WHO))
    return them.href(_HOME) if them else ""


def _only(found: Sequence[Part]) -> Part | None:
    return next((part for part in found if part.found), None)


def _listed(wire: Wire, collection: str, *, depth: int) -> list[Found]:
    """The calendars in a collection, itself among them."""
    return [
        Found(
            address=urljoin(collection, part.path),
            name=part.text(_NAME) or _last_of(part.path),
            writable=_may_write(part),
            takes_events=_takes_events(part),
        )
        for part in wire.propfind(collection, _WHICH, depth=depth)
        if caldav("calendar") in part.names_in(_KIND) and not _NONE_OF_OURS & part.names_in(_KIND)
    ]


def _may_write(part: Part) -> bool:
    """Whether we may; where the server does not say, that is seen when it is tried."""
    return _RIGHTS not in part.found or bool(_MAY_WRITE & part.names_in(_RIGHTS))


def _takes_events(part: Part) -> bool:
    kinds = part.found.get(_TAKES)
    return kinds is None or len(kinds) == 0 or any(kind.get("name", "").upper() == "VEVENT" for kind in kinds)


def _last_of(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]
