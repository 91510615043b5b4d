"""Garoon's adapter, held to examples made from the public documentation. Nobody has tried it on a live server."""

import base64
import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from integrations.calendar.garoon import GaroonAccount
from integrations.calendar.garoon.asking import api_of
from integrations.calendar.port import CalendarUnavailable, Conflict, Item, Occurrence, Trouble
from integrations.calendar.reading import reading_of
from integrations.web.client import Allowed

EXAMPLES = Path(__file__).parent / "garoon_examples"
TOKYO = ZoneInfo("Asia/Tokyo")
MONDAY = date(2026, 11, 30)
BASE = "/cgi-bin/cbgrn/grn.cgi/api/v1"
ITEM = Item(
    uid="booking-4711@kyoseki.city.example",
    sequence=0,
    start=datetime(2026, 12, 1, 8, 30, tzinfo=TOKYO),
    end=datetime(2026, 12, 1, 17, 15, tzinfo=TOKYO),
    summary="席 3F-012",
    modified_at=datetime(2026, 11, 29, 23, 0, tzinfo=TOKYO),
    location="本庁舎 3階",
    url="https://kyoseki.city.example/plan",
)


class Server:
    """Answers as the documentation says: events in a range by pages, one by its id, added, changed, deleted."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.presence: dict[str, Any] | None = None
        self.page = 1000
        self.asked: list[tuple[str, str, Any]] = []
        self.instead: int = 0
        self._changes = 0
        server = self

        class Handler(BaseHTTPRequestHandler):
            def _any(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else None
                server.asked.append((self.command, self.path, body))
                status, answer = server.answer(self.command, self.path, body, dict(self.headers))
                content = json.dumps(answer, ensure_ascii=False).encode() if answer is not None else b""
                self.send_response(status)
                self.send_header("Content-Type", "application/json; charset=utf-8")
                self.send_header("Location", "https://elsewhere.example/")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = _any  # noqa: N815 - the library's names
            do_POST = _any  # noqa: N815 - the library's names
            do_PATCH = _any  # noqa: N815 - the library's names
            do_DELETE = _any  # noqa: N815 - the library's names

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}/cgi-bin/cbgrn/grn.cgi"

    def answer(self, method: str, path: str, body: Any, headers: dict[str, str]) -> tuple[int, Any]:
        if self.instead:
            return self.instead, json.loads((EXAMPLES / "refused.json").read_text("utf-8"))
        login = base64.b64decode(headers.get("X-Cybozu-Authorization", "")).decode()
        if login != "s011026:secret":
            return 401, json.loads((EXAMPLES / "refused.json").read_text("utf-8"))
        parts = urlsplit(path)
        what = parts.path.removeprefix(f"{BASE}/")
        if what == "presence/users/code/s011026":
            return (200, self.presence) if self.presence else (404, None)
        if what == "schedule/events" and method == "GET":
            return 200, self._listed({name: values[0] for name, values in parse_qs(parts.query).items()})
        if what == "schedule/events":
            return 201, self._added(body)
        return self._one(method, what.removeprefix("schedule/events/"), body)

    def _listed(self, asked: dict[str, str]) -> dict[str, Any]:
        since, until = (
            datetime.fromisoformat(asked.get(name, "2026-01-01T00:00:00+09:00")) for name in ("rangeStart", "rangeEnd")
        )
        here = [one for one in self.events if since <= datetime.fromisoformat(one["start"]["dateTime"]) < until]
        first = int(asked.get("offset", 0))
        last = first + min(int(asked.get("limit", 100)), self.page)
        return {"events": here[first:last], "hasNext": last < len(here)}

    def _added(self, body: dict[str, Any]) -> dict[str, Any]:
        event = {"id": str(900 + len(self.events)), **body, "updatedAt": self._now()}
        self.events.append(event)
        return event

    def _one(self, method: str, event_id: str, body: Any) -> tuple[int, Any]:
        event = next((one for one in self.events if one["id"] == event_id), None)
        if event is None:
            return 404, {"error": {"errorCode": "GRN_SCHD_13001", "message": "", "cause": ""}}
        if method == "DELETE":
            self.events.remove(event)
            return 204, None
        if method == "PATCH":
            event |= {**body, "updatedAt": self._now()}
        return 200, event

    def _now(self) -> str:
        self._changes += 1
        return f"2026-11-30T00:00:{self._changes:02}Z"


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    thread = threading.Thread(target=running.http.serve_forever, daemon=True)
    thread.start()
    yield running
    running.http.shutdown()
    running.http.server_close()
    thread.join()


def account_at(server: Server, *, knows: str = "secret") -> GaroonAccount:
    allowed = Allowed(("127.0.0.1",), (ip_network("127.0.0.0/8"),))
    return GaroonAccount(server.address, "s011026", knows, allowed=allowed, today=lambda: MONDAY)


@pytest.fixture
def account(server: Server) -> GaroonAccount:
    return account_at(server)


def said_in(*texts: str) -> list[Occurrence]:
    since, until = (datetime(2026, month, 1, tzinfo=TOKYO) for month in (11, 12))
    until = until.replace(year=2027)
    return [one for text in texts for one in reading_of(text, since=since, until=until, zone=TOKYO).occurrences]


def test_a_schedule_is_read_with_its_whole_days_repetitions_and_menus(server: Server, account: GaroonAccount) -> None:
    server.events = json.loads((EXAMPLES / "events.json").read_text("utf-8"))["events"]
    changes = account.changes()
    assert changes.whole
    said = said_in(*(one.text for one in changes.changed))
    assert [
        (one.title, one.start.strftime("%d. %H:%M"), one.end.strftime("%d. %H:%M"), one.all_day, one.categories)
        for one in said
    ] == [
        ("市役所見学の対応", "01. 10:00", "01. 11:30", False, ("来客",)),
        ("夏季休暇の振替", "02. 00:00", "04. 00:00", True, ("休み",)),
        ("定例会", "01. 13:00", "01. 14:00", False, ("会議",)),
        ("定例会", "08. 13:00", "08. 14:00", False, ("会議",)),
        ("電話", "04. 15:00", "04. 15:00", False, ()),
    ]
    again = account.changes(changes.token)
    assert (again.changed, again.whole, again.token) == ((), False, changes.token)
    server.events[0]["updatedAt"] = "2026-11-30T01:00:00Z"
    assert account.changes(changes.token).whole


def test_every_page_is_read(server: Server, account: GaroonAccount) -> None:
    example = json.loads((EXAMPLES / "events.json").read_text("utf-8"))["events"][0]
    server.events = [{**example, "id": str(number)} for number in range(25)]
    server.page = 10
    assert len(account.changes().changed) == 25


@pytest.mark.parametrize(
    ("status", "changed_at", "titles"),
    [
        ({"name": "在宅", "code": "zaitaku"}, "2026-11-29T23:30:00Z", ["在宅"]),
        ({"name": "在宅", "code": "zaitaku"}, "2026-11-27T23:30:00Z", []),
        ({"name": "不在", "code": "absence"}, "2026-11-29T23:30:00Z", []),
        ({"name": "", "code": ""}, "", []),
    ],
)
def test_a_presence_that_the_city_has_added_speaks_of_today(
    server: Server, account: GaroonAccount, status: dict[str, str], changed_at: str, titles: list[str]
) -> None:
    example = json.loads((EXAMPLES / "presence.json").read_text("utf-8"))
    server.presence = {**example, "status": status, "updatedAt": changed_at}
    changed = account.changes().changed
    assert [(one.title, one.start.date(), one.all_day) for one in said_in(*(each.text for each in changed))] == [
        (title, MONDAY, True) for title in titles
    ]
    for one in changed:
        assert account.read(one.href) == one


def test_an_item_is_written_moved_and_taken_away_and_its_owners_notes_stay(
    server: Server, account: GaroonAccount
) -> None:
    stored = account.put(ITEM)
    (event,) = server.events
    assert (event["subject"], event["eventType"], event["attendees"]) == (
        "席 3F-012",
        "REGULAR",
        [{"type": "USER", "code": "s011026"}],
    )
    event["notes"] += "\n傘を持つ"
    event["updatedAt"] = "2026-11-30T02:00:00Z"
    seen = account.read(stored.href)
    assert seen is not None
    (occurrence,) = said_in(seen.text)
    assert (occurrence.uid, occurrence.start, occurrence.end) == (ITEM.uid, ITEM.start, ITEM.end)
    moved = replace(ITEM, location="本庁舎 5階", summary="席 5F-001")
    again = account.put(moved, href=stored.href, etag=seen.etag)
    assert (again.href, event["subject"]) == (stored.href, "席 5F-001")
    assert event["notes"] == (
        "-- 今日の席 --\n本庁舎 5階\nhttps://kyoseki.city.example/plan\nID: booking-4711@kyoseki.city.example\n傘を持つ"
    )
    account.remove(stored.href, again.etag)
    account.remove(stored.href, again.etag)
    assert (server.events, account.read(stored.href)) == ([], None)


def test_whether_it_answers_is_asked_for_a_file_that_cannot_be_there(server: Server, account: GaroonAccount) -> None:
    (found,) = account.found()
    nowhere = f"{found.address}/kyoseki-is-anybody-there.ics"
    assert account.calendar(found.address).read(nowhere) is None
    with pytest.raises(CalendarUnavailable) as refused:
        account_at(server, knows="another").read(nowhere)
    assert refused.value.trouble is Trouble.PASSWORD


def test_a_whole_day_ends_as_garoon_ends_it_and_is_read_back_whole(server: Server, account: GaroonAccount) -> None:
    day = replace(ITEM, start=date(2026, 12, 31), end=date(2027, 1, 1))
    there = account.read(account.put(day).href)
    (event,) = server.events
    assert (event["isAllDay"], event["end"]["dateTime"]) == (True, "2026-12-31T23:59:00+09:00")
    assert there is not None
    (occurrence,) = said_in(there.text)
    assert (occurrence.all_day, occurrence.start, occurrence.end) == (
        True,
        datetime(2026, 12, 31, tzinfo=TOKYO),
        datetime(2027, 1, 1, tzinfo=TOKYO),
    )


def test_written_twice_is_written_once(server: Server, account: GaroonAccount) -> None:
    assert account.put(ITEM).href == account.put(ITEM).href
    assert len(server.events) == 1


def test_what_was_changed_or_deleted_meanwhile_is_not_written_over(server: Server, account: GaroonAccount) -> None:
    stored = account.put(ITEM)
    server.events[0]["updatedAt"] = "2026-11-30T03:00:00Z"
    with pytest.raises(Conflict):
        account.put(ITEM, href=stored.href, etag=stored.etag)
    with pytest.raises(Conflict):
        account.remove(stored.href, stored.etag)
    server.events.clear()
    with pytest.raises(Conflict):
        account.put(ITEM, href=stored.href, etag=stored.etag)


def test_a_wrong_password_is_told_and_shown_to_nobody_else(server: Server, account: GaroonAccount) -> None:
    assert [one.writable for one in account.found()] == [True]
    with pytest.raises(CalendarUnavailable) as refused:
        account_at(server, knows="another").found()
    assert refused.value.trouble is Trouble.PASSWORD
    server.instead = 302
    with pytest.raises(CalendarUnavailable) as led_away:
        account.found()
    assert led_away.value.trouble is Trouble.NOT_A_CALENDAR


@pytest.mark.parametrize(
    ("status", "trouble"), [(403, Trouble.FORBIDDEN), (500, Trouble.UNREACHABLE), (404, Trouble.NOT_A_CALENDAR)]
)
def test_what_a_server_answers_instead_is_told(
    server: Server, account: GaroonAccount, status: int, trouble: Trouble
) -> None:
    server.instead = status
    with pytest.raises(CalendarUnavailable) as refused:
        account.found()
    assert refused.value.trouble is trouble


@pytest.mark.parametrize(
    ("typed", "api"),
    [
        ("https://city.cybozu.com", "https://city.cybozu.com/g/api/v1"),
        ("https://city.cybozu.com/g/", "https://city.cybozu.com/g/api/v1"),
        (
            "https://garoon.city.example/cgi-bin/cbgrn/grn.cgi",
            "https://garoon.city.example/cgi-bin/cbgrn/grn.cgi/api/v1",
        ),
        ("https://city.cybozu.com/g/api/v1", "https://city.cybozu.com/g/api/v1"),
    ],
)
def test_an_address_is_taken_as_people_write_it(typed: str, api: str) -> None:
    assert api_of(typed) == api
