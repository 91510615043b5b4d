"""What calendar servers answer when something is wrong, and what becomes of it: before a real Radicale."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from ipaddress import ip_network

import pytest
from lxml import etree

from integrations.calendar.caldav import CalDavAccount
from integrations.calendar.port import Calendar, CalendarUnavailable, Conflict, Trouble
from integrations.calendar.tests.contract import ITEM
from integrations.web.client import Allowed, Limits
from tests.fixtures.calendar_servers import CalendarAccount, event_text
from tests.fixtures.radicale import Radicale
from tests.fixtures.unruly import Unruly, unruly_before

NEARBY = Allowed(("127.0.0.1",), (ip_network("127.0.0.0/8"),))
OTHER = replace(ITEM, uid="booking-9@kyoseki.city.example")
PAGE = "<!DOCTYPE html><html><head><title>Portal</title></head><body><p>Sign in<br></body></html>"
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    '<D:multistatus xmlns:D="DAV:"><D:response><D:href>/&b;</D:href></D:response></D:multistatus>'
)
SECRETS = LAUGHS.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/passwd">')


@pytest.fixture
def proxy(radicale_server: Radicale) -> Iterator[Unruly]:
    with unruly_before(radicale_server) as proxy:
        yield proxy


@pytest.fixture
def calendar(radicale: CalendarAccount, proxy: Unruly) -> Calendar:
    return opened(radicale, proxy)


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        (402, "", Trouble.FORBIDDEN),
        (403, "", Trouble.FORBIDDEN),
        (405, "", Trouble.FORBIDDEN),
        (413, "", Trouble.TOO_LARGE),
        (423, "", Trouble.UNREACHABLE),
        (429, "", Trouble.UNREACHABLE),
        (500, "", Trouble.UNREACHABLE),
        (500, "<html><p>Over quota</p></html>", Trouble.QUOTA),
        (502, PAGE, Trouble.UNREACHABLE),
        (503, "", Trouble.UNREACHABLE),
        (504, "", Trouble.TOO_SLOW),
        (507, "", Trouble.QUOTA),
        (403, '<D:error xmlns:D="DAV:"><D:quota-not-exceeded/></D:error>', Trouble.QUOTA),
    ],
)
def test_each_refusal_of_a_new_item_has_its_word(
    status: int, body: str, trouble: Trouble, calendar: Calendar, proxy: Unruly, radicale: CalendarAccount
):
    kind = "text/html" if "html" in body else "application/xml"
    proxy.answer("PUT", status, body, headers={"Content-Type": kind, "Retry-After": "3600"})
    assert trouble_of(lambda: calendar.put(ITEM)) is trouble
    proxy.behave()
    calendar.put(ITEM)
    assert len(radicale.hrefs()) == 1


def test_a_conflict_that_says_nothing_is_one(calendar: Calendar, proxy: Unruly):
    proxy.answer("PUT", 409)
    with pytest.raises(Conflict):
        calendar.put(ITEM)


def test_a_change_between_reading_and_writing_is_not_written_over(
    calendar: Calendar, proxy: Unruly, radicale: CalendarAccount
):
    stored = calendar.put(ITEM)
    note = radicale.text(stored.href).replace("END:VEVENT", "DESCRIPTION:会議室を取る\nEND:VEVENT")
    proxy.before("PUT", lambda: radicale.edit(stored.href, note))
    with pytest.raises(Conflict):
        calendar.put(replace(ITEM, sequence=1), href=stored.href, etag=stored.etag)
    assert "会議室を取る" in radicale.text(stored.href)


def test_an_event_deleted_between_reading_and_writing_stays_deleted(
    calendar: Calendar, proxy: Unruly, radicale: CalendarAccount
):
    stored = calendar.put(ITEM)
    proxy.before("PUT", lambda: radicale.delete(stored.href))
    with pytest.raises(Conflict):
        calendar.put(replace(ITEM, sequence=1), href=stored.href, etag=stored.etag)
    assert radicale.hrefs() == []


def test_who_wrote_it_and_never_heard_so_writes_it_once(calendar: Calendar, proxy: Unruly, radicale: CalendarAccount):
    calendar.changes()
    proxy.cut("PUT")
    assert trouble_of(lambda: calendar.put(ITEM)) is Trouble.UNREACHABLE
    assert len(radicale.hrefs()) == 1
    again = calendar.put(replace(ITEM, sequence=1, summary="席 4F-001"))
    assert list(radicale.texts()) == [again.href]
    assert "席 4F-001" in radicale.text(again.href)


def test_who_removed_it_and_never_heard_so_finds_it_gone(calendar: Calendar, proxy: Unruly, radicale: CalendarAccount):
    stored = calendar.put(ITEM)
    proxy.cut("DELETE")
    assert trouble_of(lambda: calendar.remove(stored.href, stored.etag)) is Trouble.UNREACHABLE
    calendar.remove(stored.href, stored.etag)
    assert radicale.hrefs() == []


def test_reading_that_breaks_off_begins_again_where_it_was(
    calendar: Calendar, proxy: Unruly, radicale: CalendarAccount
):
    token = calendar.changes().token
    radicale.put("leave.ics", event_text("leave@city.example", "20261201"))
    proxy.answer("REPORT", 503, having="calendar-multiget", times=1)
    assert trouble_of(lambda: calendar.changes(token)) is Trouble.UNREACHABLE
    changes = calendar.changes(token)
    assert (len(changes.changed), changes.whole) == (1, False)


def test_an_event_that_goes_while_it_is_read_is_gone(calendar: Calendar, proxy: Unruly, radicale: CalendarAccount):
    kept = radicale.put("kept.ics", event_text("kept@city.example", "20261201"))
    going = radicale.put("going.ics", event_text("going@city.example", "20261202"))
    proxy.before("REPORT", lambda: radicale.delete(going), having="calendar-multiget")
    changes = calendar.changes()
    assert [one.href for one in changes.changed] == [kept]


def test_a_file_that_the_server_fails_with_or_leaves_out_is_not_taken_for_deleted(
    calendar: Calendar, proxy: Unruly, radicale: CalendarAccount
):
    names = ("failing", "left-out", "shown")
    paths = {name: radicale.put(f"{name}.ics", event_text(f"{name}@city.example", "20261201")) for name in names}
    fails = f"<D:href>{paths['failing']}</D:href><D:status>HTTP/1.1 500 Internal Server Error</D:status>"
    shown = part(paths["shown"], "<C:calendar-data>x</C:calendar-data>")
    proxy.reply("REPORT", 207, lambda _body: multistatus([fails, shown]), having="calendar-multiget")

    changes = calendar.changes()
    assert ({one.href for one in changes.changed}, changes.gone) == (set(paths.values()), ())

    proxy.answer("GET", 403, at=paths["left-out"])
    texts = {one.href: bool(one.text) for one in calendar.changes().changed}
    assert texts == {paths["failing"]: True, paths["left-out"]: False, paths["shown"]: True}
    proxy.answer("GET", 503, at=paths["failing"])
    assert trouble_of(calendar.changes) is Trouble.UNREACHABLE, "it is read another time, and nothing is gone"


@pytest.mark.parametrize("body", [PAGE, "", "日本語", LAUGHS, SECRETS, "<D:multistatus xmlns:D='DAV:'>"])
@pytest.mark.parametrize("status", [200, 207])
def test_what_does_not_speak_webdav_is_no_calendar(status: int, body: str, calendar: Calendar, proxy: Unruly):
    kind = {"Content-Type": "text/html; charset=utf-8" if body == PAGE else "application/xml; charset=utf-8"}
    proxy.answer("PROPFIND", status, body, headers=kind)
    proxy.answer("REPORT", status, body, headers=kind)
    assert trouble_of(calendar.changes) is Trouble.NOT_A_CALENDAR


@pytest.mark.parametrize("body", [PAGE, "", LAUGHS])
def test_an_address_where_no_calendars_are_says_so(body: str, radicale: CalendarAccount, proxy: Unruly):
    proxy.answer("", 200, body, headers={"Content-Type": "text/html"})
    account = CalDavAccount(proxy.address, radicale.username, radicale.password, allowed=NEARBY)
    assert trouble_of(account.found) is Trouble.NOT_A_CALENDAR


def test_nothing_of_a_page_reaches_a_log(calendar: Calendar, proxy: Unruly, caplog: pytest.LogCaptureFixture):
    caplog.set_level("DEBUG")
    proxy.answer("REPORT", 207, "<a>人間ドック</b>", headers={"Content-Type": "application/xml"})
    trouble_of(calendar.changes)
    assert "人間ドック" not in caplog.text


def test_a_redirect_loop_ends(calendar: Calendar, proxy: Unruly):
    proxy.answer("", 302, headers={"Location": "/again/"})
    assert trouble_of(calendar.changes) is Trouble.REDIRECTS
    assert len(proxy.asked) <= 7


def test_a_password_does_not_follow_to_another_host(
    calendar: Calendar, proxy: Unruly, radicale_server: Radicale, radicale: CalendarAccount
):
    with unruly_before(radicale_server) as elsewhere:
        elsewhere.answer("", 401, headers={"WWW-Authenticate": 'Basic realm="other"'})
        proxy.answer("PROPFIND", 308, headers={"Location": f"{elsewhere.address}/x/"})
        account = CalDavAccount(proxy.address, radicale.username, radicale.password, allowed=NEARBY)
        with pytest.raises(CalendarUnavailable) as raised:
            account.found()
    assert raised.value.trouble is Trouble.PASSWORD
    assert "does not follow" in raised.value.detail
    assert set(elsewhere.shown) == {""}


def test_a_well_known_address_that_leads_nowhere_is_passed_by(
    radicale: CalendarAccount, proxy: Unruly, radicale_server: Radicale
):
    account = CalDavAccount(proxy.address, radicale.username, radicale.password, allowed=NEARBY)
    for location in ("/.well-known/caldav", "http://169.254.169.254/", "http://other.example/"):
        proxy.behave()
        proxy.answer("PROPFIND", 301, headers={"Location": location}, at="/.well-known/caldav")
        (found,) = account.found()
        assert found.address == f"{proxy.address}/{radicale.username}/calendar/"


def test_an_address_that_leads_inside_is_not_followed(calendar: Calendar, proxy: Unruly):
    proxy.answer("", 302, headers={"Location": "http://169.254.169.254/latest/meta-data/"})
    assert trouble_of(calendar.changes) is Trouble.NOT_ALLOWED


def test_a_server_in_a_network_that_is_not_let_through_is_not_asked(radicale: CalendarAccount, proxy: Unruly):
    allowed = Allowed(("127.0.0.1",))
    account = CalDavAccount(proxy.address, radicale.username, radicale.password, allowed=allowed)
    assert trouble_of(account.found) is Trouble.NOT_ALLOWED
    assert proxy.asked == []


def test_paths_that_a_server_tells_of_another_host_stay_with_the_one_that_was_asked(
    calendar: Calendar, proxy: Unruly, radicale: CalendarAccount
):
    answer = (
        '<D:multistatus xmlns:D="DAV:"><D:response><D:href>http://inside.example:9/secret/x.ics</D:href>'
        "<D:propstat><D:prop><D:getetag>1</D:getetag></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>"
        "</D:response><D:sync-token>t</D:sync-token></D:multistatus>"
    )
    proxy.answer("REPORT", 207, answer, headers={"Content-Type": "application/xml"}, having="sync-collection")
    assert calendar.changes().changed == ()
    assert all(path.startswith(f"/{radicale.username}/") for _method, path in proxy.asked)


def test_a_slow_server_is_too_slow(radicale: CalendarAccount, proxy: Unruly):
    calendar = opened(radicale, proxy, limits=Limits(whole_seconds=0.4))
    proxy.delay = 1
    assert trouble_of(calendar.changes) is Trouble.TOO_SLOW


def test_digest_is_shown_where_it_is_asked_for(radicale: CalendarAccount, proxy: Unruly):
    challenge = 'Digest realm="city", nonce="abc", qop="auth", algorithm=MD5'
    proxy.answer("", 401, headers={"WWW-Authenticate": challenge})
    account = CalDavAccount(proxy.address, radicale.username, radicale.password, allowed=NEARBY)
    trouble_of(account.found)
    assert proxy.shown[-1].startswith(f'Digest username="{radicale.username}"')
    assert radicale.password not in "".join(proxy.shown)


def test_two_who_write_the_same_event_at_once_write_one(radicale: CalendarAccount, proxy: Unruly):
    """A worker that was thought dead and the one that took over."""
    together = threading.Barrier(4)
    calendars = [opened(radicale, proxy) for _ in range(4)]

    def write(calendar: Calendar) -> None:
        together.wait()
        try:
            calendar.put(ITEM)
        except Conflict:
            calendar.put(ITEM)

    threads = [threading.Thread(target=write, args=(one,)) for one in calendars]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(radicale.hrefs()) == 1


def test_ten_megabytes_in_five_thousand_events_are_read(calendar: Calendar, proxy: Unruly, radicale: CalendarAccount):
    folder = f"/{radicale.username}/calendar"
    sizes = {f"{folder}/{number}.ics": 2_000 for number in range(5_000)}
    holding(proxy, sizes)
    began = time.perf_counter()
    changes = calendar.changes()
    assert len(changes.changed) == 5_000
    assert sum(len(one.text) for one in changes.changed) == 10_000_000
    assert time.perf_counter() - began < 20
    assert len(proxy.asked) < 60


def test_one_file_too_large_to_read_does_not_hide_the_others(
    calendar: Calendar, proxy: Unruly, radicale: CalendarAccount
):
    folder = f"/{radicale.username}/calendar"
    holding(proxy, {f"{folder}/{number}.ics": 11_000_000 if number == 3 else 500 for number in range(8)})
    texts = {one.href: len(one.text) for one in calendar.changes().changed}
    assert texts.pop(f"{folder}/3.ics") == 0
    assert list(texts.values()) == [500] * 7


def test_an_account_of_changes_that_comes_in_pieces_is_read_to_its_end(
    calendar: Calendar, proxy: Unruly, radicale: CalendarAccount
):
    """RFC 6578, 3.6: as much as there is room for, a new token, and 507 for the collection itself."""
    folder = f"/{radicale.username}/calendar"
    sizes = {f"{folder}/{number}.ics": 10 for number in range(5)}
    paths = list(sizes)
    asked: list[bytes] = []

    def piece(body: bytes) -> bytes:
        asked.append(body)
        more = f"<D:href>{folder}/</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status>"
        gone = f"<D:href>{paths[0]}</D:href><D:status>HTTP/1.1 404 Not Found</D:status>"
        pieces = [[part(paths[0]), part(paths[1]), more], [gone, part(paths[2]), more], [part(paths[3])]]
        return multistatus(pieces[len(asked) - 1], until=f"t{len(asked)}")

    proxy.reply("REPORT", 207, piece, having="sync-collection")
    proxy.reply("REPORT", 207, texts_of(sizes), having="calendar-multiget")
    changes = calendar.changes("sync:t0")
    assert [one.href for one in changes.changed] == paths[1:4]
    assert (changes.gone, changes.token, changes.whole) == ((paths[0],), "sync:t3", False)
    assert [f">t{number}<".encode() in body for number, body in enumerate(asked)] == [True] * 3


def test_an_account_of_changes_that_never_ends_is_none(calendar: Calendar, proxy: Unruly, radicale: CalendarAccount):
    kept = {radicale.put(f"{n}.ics", event_text(f"{n}@city.example", "20261201")) for n in range(2)}
    folder = f"/{radicale.username}/calendar"
    more = f"<D:href>{folder}/</D:href><D:status>HTTP/1.1 507 Insufficient Storage</D:status>"
    proxy.reply("REPORT", 207, lambda _body: multistatus([more], until="same"), having="sync-collection")
    assert {one.href for one in calendar.changes().changed} == kept


def holding(proxy: Unruly, sizes: Mapping[str, int]) -> None:
    """Let the proxy answer as if the calendar held files of these sizes, and told their sizes to nobody."""
    proxy.reply("REPORT", 207, lambda _body: multistatus(map(part, sizes)), having="sync-collection")
    proxy.reply("REPORT", 207, texts_of(sizes), having="calendar-multiget")


def texts_of(sizes: Mapping[str, int]) -> Callable[[bytes], bytes]:
    """What answers a question for many files."""

    def answer(body: bytes) -> bytes:
        asked = [str(one.text) for one in etree.fromstring(body).iter("{DAV:}href")]
        return multistatus(part(path, f"<C:calendar-data>{'x' * sizes[path]}</C:calendar-data>") for path in asked)

    return answer


def multistatus(responses: Iterable[str], *, until: str = "t") -> bytes:
    """A 207 of RFC 6578."""
    said = "".join(f"<D:response>{response}</D:response>" for response in responses)
    names = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"'
    return f"<D:multistatus {names}>{said}<D:sync-token>{until}</D:sync-token></D:multistatus>".encode()


def part(path: str, more: str = "") -> str:
    """What a 207 says of a file that is there."""
    found = f"<D:propstat><D:prop><D:getetag>1</D:getetag>{more}</D:prop><D:status>HTTP/1.1 200 OK</D:status>"
    return f"<D:href>{path}</D:href>{found}</D:propstat>"


def opened(radicale: CalendarAccount, proxy: Unruly, *, limits: Limits | None = None) -> Calendar:
    """The account's calendar through the proxy."""
    account = CalDavAccount(proxy.address, radicale.username, radicale.password, allowed=NEARBY, limits=limits)
    return account.calendar(radicale.calendar_address.replace(radicale.address, proxy.address))


def trouble_of(ask: Callable[[], object]) -> Trouble:
    """Why it cannot be done."""
    with pytest.raises(CalendarUnavailable) as raised:
        ask()
    return raised.value.trouble
