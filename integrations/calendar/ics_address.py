"""A subscribed address of a calendar (webcal://, ICS): one file, read and never written."""

import hashlib
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from integrations.calendar.components import letters_of
from integrations.calendar.lines import unfolded
from integrations.calendar.port import (
    Calendar,
    CalendarUnavailable,
    Changes,
    Found,
    Item,
    Resource,
    Stored,
    Trouble,
)
from integrations.web.client import Allowed, Fetched, Limits, fetch
from integrations.web.trouble import WebUnavailable

_NOT_CHANGED = 304
_SERVERS_FAULT = 500
_TROUBLES = {
    401: Trouble.PASSWORD,
    403: Trouble.FORBIDDEN,
    404: Trouble.CALENDAR_GONE,
    408: Trouble.TOO_SLOW,
    410: Trouble.CALENDAR_GONE,
    429: Trouble.UNREACHABLE,
    504: Trouble.TOO_SLOW,
}


class IcsAddress:
    """The one calendar at an address; see integrations.calendar.port, both Calendars and Calendar.

    Its only file has the address for its href. A token is what the server calls the file (ETag, Last-Modified), or a
    digest of it where the server calls it nothing. No trouble's detail tells the address: it may be a secret.
    """

    def __init__(
        self,
        address: str,
        username: str = "",
        password: str = "",
        *,
        allowed: Allowed,
        limits: Limits | None = None,
    ) -> None:
        self._address = over_https(address)
        self._credentials = (username, password) if username else None
        self._allowed = allowed
        self._limits = limits

    def found(self) -> Sequence[Found]:
        """The calendar, called as it calls itself."""
        name = _name_in(_text(self._read({})))
        host = urlsplit(self._address).hostname or ""
        return [Found(self._address, name or host, writable=False, takes_events=True)]

    def calendar(self, address: str) -> Calendar:
        """The calendar at the address that `found` told: there is but this one."""
        if over_https(address) != self._address:
            return IcsAddress(address, *(self._credentials or ()), allowed=self._allowed, limits=self._limits)
        return self

    def put(self, item: Item, *, href: str = "", etag: str = "") -> Stored:
        """Never: it is only read."""
        raise CalendarUnavailable(Trouble.FORBIDDEN, "a subscribed address is only read")

    def remove(self, href: str, etag: str = "") -> None:
        """Never: it is only read."""
        raise CalendarUnavailable(Trouble.FORBIDDEN, "a subscribed address is only read")

    def read(self, href: str) -> Resource | None:
        """The file; None for any href but its own, once it has answered."""
        answer = self._read({})
        text = _text(answer)
        return Resource(self._address, answer.headers.get("etag", ""), text) if href == self._address else None

    def changes(self, token: str = "") -> Changes:
        """Nothing where the file is as it was, else the whole of it."""
        answer = self._read(_conditions(token))
        now = _token(answer)
        if answer.status == _NOT_CHANGED or (token and now == token):
            return Changes(token, (), (), whole=False)
        text = _text(answer)
        return Changes(now, (Resource(self._address, now.partition(":")[2][:255], text),), (), whole=True)

    def _read(self, conditions: Mapping[str, str]) -> Fetched:
        headers = {"Accept": "text/calendar, */*;q=0.5", **conditions}
        try:
            answer = fetch(
                self._address,
                allowed=self._allowed,
                headers=headers,
                credentials=self._credentials,
                limits=self._limits,
            )
        except WebUnavailable as trouble:
            raise CalendarUnavailable(Trouble(trouble.code.value), trouble.code.value) from None
        if answer.status == _NOT_CHANGED and conditions:
            return answer
        if answer.status != 200:
            passes = Trouble.UNREACHABLE if answer.status >= _SERVERS_FAULT else Trouble.NOT_A_CALENDAR
            raise CalendarUnavailable(_TROUBLES.get(answer.status, passes), str(answer.status))
        return answer


def over_https(address: str) -> str:
    """An address as it is asked: webcal and webcals are names for http and https, and https is what is tried."""
    scheme, colon, rest = address.strip().partition(":")
    return f"https:{rest}" if colon and scheme.lower() in {"webcal", "webcals"} else address.strip()


def _text(answer: Fetched) -> str:
    """What the file says. A byte order mark, which some programs set before it, is none of it."""
    text = letters_of(answer.body)
    if not text.lstrip()[:15].upper().startswith("BEGIN:VCALENDAR"):
        raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "what is there is no calendar")
    return text


def _token(answer: Fetched) -> str:
    if etag := answer.headers.get("etag", ""):
        return f"etag:{etag}"
    if modified := answer.headers.get("last-modified", ""):
        return f"modified:{modified}"
    return f"digest:{hashlib.sha256(answer.body).hexdigest()}"


def _conditions(token: str) -> dict[str, str]:
    kind, _, said = token.partition(":")
    names = {"etag": "If-None-Match", "modified": "If-Modified-Since"}
    return {names[kind]: said} if kind in names else {}


def _name_in(text: str) -> str:
    """X-WR-CALNAME, which many write, or NAME of RFC 7986, among the lines of the calendar itself."""
    for line in unfolded(text[:8000]):
        name, _, value = line.partition(":")
        if name.upper().partition(";")[0] in {"X-WR-CALNAME", "NAME"}:
            return value.replace("\\,", ",").replace("\\;", ";").strip()
    return ""
