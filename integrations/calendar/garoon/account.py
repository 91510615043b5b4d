"""A person's schedule (スケジュール) and presence (在席情報) at a Garoon server, behind the port of calendars.

What is in sight reaches from 40 days ago to 200 days ahead. The server keeps no account of changes, so each reading is
whole, and a token is a digest of it. Writing over an event asks first whether it is still as it was: the server itself
has no way to insist on that.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode, urlsplit
from zoneinfo import ZoneInfo

from integrations.calendar.garoon.asking import Garoon, api_of
from integrations.calendar.garoon.events import Json, NotAnEvent, as_event, file_of, ours, presence_file, tag_of
from integrations.calendar.port import (
    Calendar,
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

DAYS_BEHIND, DAYS_AHEAD = 40, 200
_A_PAGE = 1000
_MOST_EVENTS = 10_000
_EVENTS = "schedule/events"
# 在席 and 不在 say who sits at a desk now; what the city has added (在宅, 休暇 …) says where somebody is.
_SAYS_NOTHING = frozenset({"", "attend", "absence"})
_CITY = ZoneInfo("Asia/Tokyo")


class GaroonAccount:
    """An account, whose one calendar is its schedule; see integrations.calendar.port, both Calendars and Calendar."""

    def __init__(
        self,
        address: str,
        username: str,
        password: str,
        *,
        allowed: Allowed,
        today: Callable[[], date],
        limits: Limits | None = None,
    ) -> None:
        self._server = Garoon(api_of(address), username, password, allowed, limits)
        self._today = today

    @property
    def _address(self) -> str:
        return f"{self._server.api}/{_EVENTS}"

    @property
    def _presence_path(self) -> str:
        return f"presence/users/code/{quote(self._server.login, safe='')}"

    def found(self) -> Sequence[Found]:
        """The account's schedule, once the server has let it in."""
        if self._server.ask(f"{_EVENTS}?limit=1") is None:
            raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "what is there is no Garoon")
        return [Found(self._address, f"Garoon {urlsplit(self._address).hostname}", writable=True, takes_events=True)]

    def calendar(self, address: str) -> Calendar:
        """The schedule: there is but this one."""
        if address.rstrip("/") != self._address:
            raise CalendarUnavailable(Trouble.CALENDAR_GONE, "another server's schedule")
        return self

    def put(self, item: Item, *, href: str = "", etag: str = "") -> Stored:
        """Write our item; one of its UID that is there already is written over."""
        event_id = self._id_in(href) if href else self._id_of(item)
        if not event_id:
            made = self._server.ask(_EVENTS, method="POST", body=as_event(item, login=self._server.login, new=True))
            return self._stored(made)
        there = self._event(event_id)
        if there is None or (etag and tag_of([there]) != etag):
            raise Conflict(href)
        body = as_event(item, login=self._server.login, notes=str(there.get("notes") or ""), new=False)
        changed = self._server.ask(f"{_EVENTS}/{event_id}", method="PATCH", body=body)
        if changed is None:
            raise Conflict(href)
        return self._stored(changed)

    def remove(self, href: str, etag: str = "") -> None:
        """Take our item away."""
        event_id = self._id_in(href)
        there = self._event(event_id)
        if there is None:
            return
        if etag and tag_of([there]) != etag:
            raise Conflict(href)
        self._server.ask(f"{_EVENTS}/{event_id}", method="DELETE")

    def read(self, href: str) -> Resource | None:
        """One event as a file, or what the presence says."""
        if href == f"{self._server.api}/{self._presence_path}":
            return self._presence()
        if not href.removeprefix(f"{self._address}/").isdecimal():
            self.found()  # nothing can be there, which is true once the server has answered
            return None
        event = self._event(self._id_in(href))
        return None if event is None else self._resource([event])

    def changes(self, token: str = "") -> Changes:
        """Everything in sight, or nothing where that is as it was."""
        by_id: dict[str, list[Json]] = defaultdict(list)
        for event in self._in_sight():
            by_id[str(event.get("id"))].append(event)
        resources = [self._resource(events) for events in by_id.values()]
        if (presence := self._presence()) is not None:
            resources.append(presence)
        told = "\n".join(sorted(f"{one.href} {one.etag}" for one in resources))
        now = hashlib.sha256(told.encode()).hexdigest()
        if now == token:
            return Changes(token, (), (), whole=False)
        return Changes(now, tuple(resources), (), whole=True)

    def _in_sight(self) -> Iterator[Json]:
        first = datetime.combine(self._today(), datetime.min.time(), tzinfo=_CITY)
        return self._events_between(first - timedelta(days=DAYS_BEHIND), first + timedelta(days=DAYS_AHEAD))

    def _events_between(self, since: datetime, until: datetime) -> Iterator[Json]:
        asked = {"rangeStart": since.isoformat(), "rangeEnd": until.isoformat(), "orderBy": "start asc"}
        read = 0
        while read < _MOST_EVENTS:
            answer = self._server.ask(f"{_EVENTS}?{urlencode({**asked, 'limit': _A_PAGE, 'offset': read})}")
            if answer is None:
                raise CalendarUnavailable(Trouble.CALENDAR_GONE, "no schedule")
            events = answer.get("events") if isinstance(answer, dict) else None
            if not isinstance(events, list):
                raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "a list of events that is none")
            yield from (event for event in events if isinstance(event, dict))
            if not answer.get("hasNext") or not events:
                return
            read += len(events)
        raise CalendarUnavailable(Trouble.TOO_LARGE, f"more than {_MOST_EVENTS} events")

    def _id_of(self, item: Item) -> str:
        """The event of the item's UID around its day, if it was written before."""
        day = item.start.date() if isinstance(item.start, datetime) else item.start
        around = datetime.combine(day, datetime.min.time(), tzinfo=_CITY)
        for event in self._events_between(around - timedelta(days=1), around + timedelta(days=2)):
            if ours(event) == item.uid:
                return str(event.get("id"))
        return ""

    def _event(self, event_id: str) -> Json | None:
        event = self._server.ask(f"{_EVENTS}/{event_id}")
        if event is not None and not isinstance(event, dict):
            raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "an event that is none")
        return event

    def _presence(self) -> Resource | None:
        """What the account's presence says of today; a status of another day says nothing."""
        try:
            said: Any = self._server.ask(self._presence_path)
        except CalendarUnavailable as trouble:
            if trouble.trouble in {Trouble.FORBIDDEN, Trouble.NOT_A_CALENDAR}:
                return None  # an older server has none, and a city may not show it
            raise
        status = said.get("status") if isinstance(said, dict) else None
        if not isinstance(status, dict) or status.get("code") in _SAYS_NOTHING:
            return None
        changed, today = str(said.get("updatedAt", "")), self._today()
        if _city_day(changed) != today:
            return None
        text = presence_file(str(status.get("name") or ""), today, uid=f"garoon-presence-{today}-{status['code']}")
        return Resource(f"{self._server.api}/{self._presence_path}", changed, text)

    def _resource(self, events: Sequence[Json]) -> Resource:
        try:
            text = file_of(events)
        except NotAnEvent as trouble:
            raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, str(trouble)) from trouble
        return Resource(self._href(events[0]), tag_of(events), text)

    def _stored(self, event: Any) -> Stored:
        if not isinstance(event, dict) or not event.get("id"):
            raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "it does not say what it has stored")
        return Stored(self._href(event), tag_of([event]))

    def _href(self, event: Json) -> str:
        return f"{self._address}/{event.get('id')}"

    def _id_in(self, href: str) -> str:
        event_id = href.removeprefix(f"{self._address}/")
        if not event_id.isdecimal():
            raise CalendarUnavailable(Trouble.NOT_A_CALENDAR, "no event of this schedule")
        return event_id


def _city_day(instant: str) -> date | None:
    try:
        return datetime.fromisoformat(instant).astimezone(_CITY).date()
    except ValueError:
        return None
