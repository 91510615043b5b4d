"""One calendar: files written with their tags (RFC 9110, 13) and found by their UID (RFC 4791)."""

from urllib.parse import urljoin

from integrations.calendar.caldav.answers import Answer
from integrations.calendar.caldav.asking import by_uid, dav, propfind
from integrations.calendar.caldav.fetching import UNPACKED
from integrations.calendar.caldav.following import Following
from integrations.calendar.caldav.paths import file_name, is_within, path_of
from integrations.calendar.caldav.troubles import (
    GONE,
    MAYBE_UID_OR_PARENT,
    OTHER_TAG,
    is_uid_taken,
    refusal,
)
from integrations.calendar.caldav.wire import Wire
from integrations.calendar.components import letters_of
from integrations.calendar.merging import merged
from integrations.calendar.port import CalendarUnavailable, Changes, Conflict, Item, Resource, Stored, Trouble
from integrations.calendar.writing import as_file

_THERE = propfind(dav("resourcetype"))
_TEXT = {"Content-Type": "text/calendar; charset=utf-8"}
_NOT_FOR_US = frozenset({405, 415})


class CalDavCalendar:
    """A calendar at an address; see integrations.calendar.port.Calendar. Hrefs are paths on its server."""

    def __init__(self, wire: Wire, address: str) -> None:
        self._wire = wire
        self._address = address.rstrip("/") + "/"
        self._path = path_of(self._address)

    def put(self, item: Item, *, href: str = "", etag: str = "") -> Stored:
        """Write it; a file we do not know of is made under a name that its UID gives. Raises Conflict."""
        if href:
            return self._over(item, self._inside(href), etag)
        path = self._path + file_name(item.uid)
        answer = self._written(path, as_file(item), {"If-None-Match": "*"})
        if answer.ok:
            return Stored(path, answer.etag)
        if answer.status == OTHER_TAG or is_uid_taken(answer) or answer.status in MAYBE_UID_OR_PARENT:
            return self._over_the_one_there(item, path, answer)
        raise self._refused(answer)

    def remove(self, href: str, etag: str = "") -> None:
        """Take it away; one that is gone already is gone."""
        path = self._inside(href)
        answer = self._wire.ask("DELETE", path, headers={"If-Match": etag} if etag else None)
        if answer.ok:
            return
        # Some look for the tag first, and find none of a file that is gone.
        if answer.status in GONE or answer.status == OTHER_TAG:
            if self.read(path) is None:
                return
            raise Conflict
        raise self._refused(answer)

    def read(self, href: str) -> Resource | None:
        """The file at a path; None where the calendar is there and the file is not."""
        path = self._inside(href)
        answer = self._wire.ask("GET", path, headers=UNPACKED)
        if answer.status in GONE:
            self._insist_on_the_calendar()
            return None
        if not answer.ok:
            raise refusal(answer)
        return Resource(path, answer.etag, letters_of(answer.body))

    def changes(self, token: str = "") -> Changes:
        """What changed since a token, in the best way that the server knows."""
        return Following(self._wire, self._path).since(token)

    def _over(self, item: Item, path: str, etag: str) -> Stored:
        """Over a file that is there, keeping what is not ours to say."""
        there = self.read(path)
        if there is None or (etag and there.etag and there.etag != etag):
            raise Conflict
        answer = self._written(path, merged(item, there.text), {"If-Match": there.etag} if there.etag else {})
        if answer.ok:
            return Stored(path, answer.etag)
        if answer.status == OTHER_TAG or answer.status in GONE:
            self._insist_on_the_calendar()
            raise Conflict
        raise self._refused(answer)

    def _over_the_one_there(self, item: Item, path: str, answer: Answer) -> Stored:
        """A new one that was refused: there is one of its UID, or of its name, or the calendar itself is gone."""
        self._insist_on_the_calendar()
        known = self._path_of_uid(item.uid)
        if known:
            return self._over(item, known, "")
        if answer.status == OTHER_TAG:
            there = self.read(path)
            if there is not None and f"UID:{item.uid}" in there.text.replace("\r\n ", "").replace("\n ", ""):
                return self._over(item, path, "")
            raise Conflict
        raise self._refused(answer)

    def _path_of_uid(self, uid: str) -> str:
        found = self._wire.parts("REPORT", self._path, by_uid(uid), depth=1)
        return next((part.path for part in found if is_within(part.path, self._path) and part.found), "")

    def _written(self, path: str, text: str, conditions: dict[str, str]) -> Answer:
        return self._wire.ask("PUT", path, text, _TEXT | conditions)

    def _refused(self, answer: Answer) -> Exception:
        """Why a file was not written or taken away."""
        if answer.status in MAYBE_UID_OR_PARENT or answer.status in GONE or answer.status in _NOT_FOR_US:
            self._insist_on_the_calendar()
        if answer.status in _NOT_FOR_US:
            return CalendarUnavailable(Trouble.FORBIDDEN, f"{answer.status}: it is only read")
        if answer.status == 409:
            return Conflict()
        return refusal(answer)

    def _insist_on_the_calendar(self) -> None:
        if self._wire.is_gone(self._address, _THERE):
            raise CalendarUnavailable(Trouble.CALENDAR_GONE)

    def _inside(self, href: str) -> str:
        """The path of a file of this calendar. Raises ValueError for any other: nobody told it to us."""
        path = path_of(urljoin(self._address, href))
        if not is_within(path, self._path):
            raise ValueError(f"{href} does not lie in {self._path}")
        return path
