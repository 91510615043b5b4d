import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

import pytest

from integrations.calendar.ics_address import IcsAddress, over_https
from integrations.calendar.port import CalendarUnavailable, Found, Trouble
from integrations.calendar.tests.contract import ITEM
from integrations.web.client import Allowed

NEARBY = Allowed(("127.0.0.1",), (ip_network("127.0.0.0/8"),))
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//City//Test//JA\r\nX-WR-CALNAME:市の予定\\, 2026\r\n"
    "BEGIN:VEVENT\r\nUID:leave@city.example\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261201\r\n"
    "SUMMARY:休暇\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@dataclass
class Page:
    """What a server answers at every address."""

    status: int = 200
    body: bytes = CALENDAR.encode()
    headers: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    asked: list[Mapping[str, str]] = field(default_factory=list)


@pytest.fixture
def page() -> Iterator[Page]:
    served = Page()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append({name.lower(): value for name, value in self.headers.items()})
            known = served.headers.get("ETag")
            status = 304 if known and self.headers.get("If-None-Match") == known else served.status
            self.send_response(status)
            for name, value in served.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if status != 304:
                self.wfile.write(served.body)

        def log_message(self, *words: object) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    served.address = f"http://127.0.0.1:{listening.server_port}/private-4711/basic.ics"
    yield served
    listening.shutdown()
    listening.server_close()


@pytest.fixture
def calendar(page: Page) -> IcsAddress:
    return IcsAddress(page.address, allowed=NEARBY)


def test_it_is_one_calendar_that_is_only_read(calendar: IcsAddress, page: Page):
    assert calendar.found() == [Found(page.address, "市の予定, 2026", False, True)]
    assert calendar.calendar(page.address) is calendar
    assert trouble_of(lambda: calendar.put(ITEM)) is Trouble.FORBIDDEN
    assert trouble_of(lambda: calendar.remove(page.address)) is Trouble.FORBIDDEN


def test_what_is_there_is_told_and_then_what_changed(calendar: IcsAddress, page: Page):
    first = calendar.changes()
    assert first.whole
    (resource,) = first.changed
    assert "休暇" in resource.text
    assert calendar.read(resource.href) is not None
    assert calendar.read("http://127.0.0.1/other.ics") is None
    assert calendar.changes(first.token).changed == ()
    assert not calendar.changes(first.token).whole
    page.body = CALENDAR.replace("休暇", "出張").encode()
    second = calendar.changes(first.token)
    assert second.whole
    assert "出張" in second.changed[0].text


def test_a_letter_that_was_folded_in_the_middle_is_read(calendar: IcsAddress, page: Page):
    page.body = CALENDAR.encode().replace("暇".encode(), b"\xe6\r\n \x9a\x87", 1)
    (resource,) = calendar.changes().changed
    assert "SUMMARY:休\r\n 暇\r\n" in resource.text


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({"ETag": '"v1"'}, ("if-none-match", '"v1"')),
        (
            {"Last-Modified": "Mon, 30 Nov 2026 00:00:00 GMT"},
            ("if-modified-since", "Mon, 30 Nov 2026 00:00:00 GMT"),
        ),
    ],
)
def test_a_server_that_names_its_file_is_asked_by_that_name(
    said: Mapping[str, str], asked: tuple[str, str], calendar: IcsAddress, page: Page
):
    page.headers = said
    token = calendar.changes().token
    assert calendar.changes(token).changed == ()
    name, value = asked
    assert page.asked[-1][name] == value


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (401, Trouble.PASSWORD),
        (403, Trouble.FORBIDDEN),
        (404, Trouble.CALENDAR_GONE),
        (410, Trouble.CALENDAR_GONE),
        (418, Trouble.NOT_A_CALENDAR),
        (429, Trouble.UNREACHABLE),
        (503, Trouble.UNREACHABLE),
        (504, Trouble.TOO_SLOW),
    ],
)
def test_each_refusal_has_its_word_and_none_tells_the_address(
    status: int, trouble: Trouble, calendar: IcsAddress, page: Page
):
    page.status = status
    for ask in (calendar.found, calendar.changes, lambda: calendar.read(f"{page.address}/nothing.ics")):
        with pytest.raises(CalendarUnavailable) as raised:
            ask()
        assert raised.value.trouble is trouble
        assert "private-4711" not in str(raised.value)


@pytest.mark.parametrize("body", [b"", b"<!DOCTYPE html><html></html>", b"\x89PNG", b"END:VCALENDAR"])
def test_a_page_is_no_calendar(body: bytes, calendar: IcsAddress, page: Page):
    page.body = body
    assert trouble_of(calendar.found) is Trouble.NOT_A_CALENDAR
    assert trouble_of(calendar.changes) is Trouble.NOT_A_CALENDAR


def test_a_mark_before_the_file_is_none_of_it(calendar: IcsAddress, page: Page):
    page.body = CALENDAR.encode("utf-8-sig")
    assert calendar.changes().changed[0].text.startswith("BEGIN:VCALENDAR")


def test_a_bomb_of_gzip_does_not_go_off(calendar: IcsAddress, page: Page):
    page.headers = {"Content-Encoding": "gzip"}
    page.body = gzip.compress(CALENDAR.encode() + b"\0" * 20_000_000)
    assert trouble_of(calendar.changes) is Trouble.TOO_LARGE


def test_a_password_is_shown(page: Page):
    IcsAddress(page.address, "taro", "secret", allowed=NEARBY).changes()
    assert page.asked[-1]["authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("webcal://city.example/a.ics", "https://city.example/a.ics"),
        ("WEBCALS://city.example/a.ics", "https://city.example/a.ics"),
        (" https://city.example/a.ics ", "https://city.example/a.ics"),
        ("http://city.example/a.ics", "http://city.example/a.ics"),
    ],
)
def test_webcal_is_another_word_for_https(typed: str, asked: str):
    assert over_https(typed) == asked


def trouble_of(ask: Callable[[], object]) -> Trouble:
    """Why it cannot be done."""
    with pytest.raises(CalendarUnavailable) as raised:
        ask()
    return raised.value.trouble
