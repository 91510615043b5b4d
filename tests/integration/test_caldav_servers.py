"""The promise of the port on real servers: Radicale, Xandikos, Cyrus, and one that keeps no account of changes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from ipaddress import ip_network

import pytest

from integrations.calendar.caldav import CalDavAccount
from integrations.calendar.port import Calendar, CalendarUnavailable, Found, Trouble
from integrations.calendar.tests.contract import ITEM, CalendarContract
from integrations.web.client import Allowed
from tests.fixtures.calendar_servers import CalendarAccount
from tests.fixtures.cyrus import Cyrus
from tests.fixtures.radicale import Radicale
from tests.fixtures.unruly import Unruly, unruly_before

SERVERS = ("radicale", "xandikos", "cyrus")


class OnAServer(CalendarContract):
    """The contract on the calendar of an account; a server is given by naming its fixture in `hand`."""

    many = 20

    @pytest.fixture
    def calendar(self, hand: CalendarAccount) -> Calendar:
        return account_of(hand).calendar(hand.calendar_address)

    @pytest.fixture
    def vanish(self, hand: CalendarAccount) -> Callable[[], object]:
        return hand.vanish


class TestRadicale(OnAServer):
    many = 130

    @pytest.fixture
    def hand(self, radicale: CalendarAccount) -> CalendarAccount:
        return radicale


class TestXandikos(OnAServer):
    @pytest.fixture
    def hand(self, xandikos: CalendarAccount) -> CalendarAccount:
        return xandikos


class TestCyrus(OnAServer):
    @pytest.fixture
    def hand(self, cyrus: CalendarAccount) -> CalendarAccount:
        return cyrus


class TestByTags(OnAServer):
    """On a server that does not know the report of RFC 6578."""

    @pytest.fixture
    def hand(self, radicale: CalendarAccount) -> CalendarAccount:
        return radicale

    @pytest.fixture
    def proxy(self, radicale_server: Radicale) -> Iterator[Unruly]:
        with unruly_before(radicale_server) as proxy:
            proxy.answer("REPORT", 501, having="sync-collection")
            yield proxy

    @pytest.fixture
    def calendar(self, hand: CalendarAccount, proxy: Unruly) -> Calendar:
        address = hand.calendar_address.replace(hand.address, proxy.address)
        return account_of(hand, address=proxy.address).calendar(address)

    def test_nothing_is_listed_while_the_calendar_has_the_same_tag(
        self, calendar: Calendar, hand: CalendarAccount, proxy: Unruly
    ) -> None:
        hand.put("leave.ics", hand_written())
        token = calendar.changes().token
        proxy.asked.clear()
        assert calendar.changes(token).changed == ()
        assert [method for method, _path in proxy.asked].count("PROPFIND") == 1


def test_a_server_that_knows_no_multiget_is_asked_for_each_file(radicale: CalendarAccount, radicale_server: Radicale):
    there = {radicale.put(f"{number}.ics", hand_written().replace("leave-1", f"leave-{number}")) for number in range(3)}
    with unruly_before(radicale_server) as proxy:
        proxy.answer("REPORT", 403, having="calendar-multiget")
        address = radicale.calendar_address.replace(radicale.address, proxy.address)
        changes = account_of(radicale, address=proxy.address).calendar(address).changes()
    assert {one.href for one in changes.changed} == there
    assert {one.href: one.etag for one in changes.changed} == radicale.etags()


@pytest.mark.parametrize("server", SERVERS)
def test_calendars_are_found_from_any_address_of_the_server(server: str, request: pytest.FixtureRequest):
    theirs: CalendarAccount = request.getfixturevalue(server)
    folder = theirs.calendar_address.rstrip("/").rpartition("/")[0] + "/"
    expected = Found(theirs.calendar_address, "予定", writable=True, takes_events=True)
    for typed in (theirs.address, f"{theirs.address}/", folder, theirs.calendar_address):
        assert expected in account_of(theirs, address=typed).found(), typed


@pytest.mark.parametrize("server", SERVERS)
def test_a_list_of_tasks_takes_no_events(server: str, request: pytest.FixtureRequest):
    theirs: CalendarAccount = request.getfixturevalue(server)
    folder = theirs.calendar_address.rstrip("/").rpartition("/")[0]
    tasks = theirs.come_back(f"{folder}/tasks/", components=("VTODO",), name="やること")
    found = {one.address: one for one in account_of(theirs).found()}
    assert not found[tasks].takes_events
    assert found[theirs.calendar_address].takes_events


def test_a_calendar_for_reading_is_known_as_one(radicale: CalendarAccount, radicale_server: Radicale):
    notices = radicale_server.add_notices(radicale)
    found = {one.address: one for one in account_of(radicale).found()}
    assert (found[notices].name, found[notices].writable) == ("お知らせ", False)
    assert trouble_of(lambda: account_of(radicale).calendar(notices).put(ITEM)) is Trouble.FORBIDDEN


@pytest.mark.parametrize("server", SERVERS)
def test_another_password_is_asked_for(server: str, request: pytest.FixtureRequest):
    theirs: CalendarAccount = request.getfixturevalue(server)
    account = account_of(theirs)
    calendar = account.calendar(theirs.calendar_address)
    calendar.put(ITEM)
    theirs.change_password()
    for ask in (account.found, calendar.changes, lambda: calendar.put(replace(ITEM, uid="other@city.example"))):
        assert trouble_of(ask) is Trouble.PASSWORD


@pytest.mark.parametrize("server", SERVERS)
def test_a_japanese_password_is_one(server: str, request: pytest.FixtureRequest):
    theirs: CalendarAccount = request.getfixturevalue(server)
    theirs.change_password("合言葉は山と川")
    assert account_of(theirs).found()


@pytest.mark.parametrize("server", ["radicale", "cyrus"])
def test_another_account_s_calendar_is_none_of_ours(server: str, request: pytest.FixtureRequest):
    theirs: CalendarAccount = request.getfixturevalue(server)
    other = request.getfixturevalue(f"{server}_server").add()
    calendar = account_of(theirs).calendar(other.calendar_address)
    for ask in (calendar.changes, lambda: calendar.put(ITEM)):
        assert trouble_of(ask) in {Trouble.FORBIDDEN, Trouble.CALENDAR_GONE}
    assert other.hrefs() == []


def test_a_calendar_that_is_full_says_so_and_keeps_what_it_has(cyrus: CalendarAccount, cyrus_server: Cyrus):
    calendar = account_of(cyrus).calendar(cyrus.calendar_address)
    stored = calendar.put(ITEM)
    cyrus_server.set_quota(cyrus, 1)
    assert trouble_of(lambda: calendar.put(replace(ITEM, uid="other@city.example"))) is Trouble.QUOTA
    assert list(cyrus.texts()) == [stored.href]
    cyrus_server.set_quota(cyrus, 1000)
    calendar.put(replace(ITEM, uid="other@city.example"))
    assert len(cyrus.hrefs()) == 2


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_that_was_killed_goes_on_where_it_was(server: str, request: pytest.FixtureRequest):
    theirs: CalendarAccount = request.getfixturevalue(server)
    calendar = account_of(theirs).calendar(theirs.calendar_address)
    stored = calendar.put(ITEM)
    token = calendar.changes().token
    theirs.server.stop(kill=True)
    assert trouble_of(lambda: calendar.put(replace(ITEM, uid="other@city.example"))) is Trouble.UNREACHABLE
    assert trouble_of(lambda: calendar.changes(token)) is Trouble.UNREACHABLE
    theirs.server.start()
    calendar.put(ITEM)
    other = calendar.put(replace(ITEM, uid="other@city.example"))
    assert theirs.hrefs() == sorted([stored.href, other.href])
    assert other.href in {one.href for one in calendar.changes(token).changed}


def account_of(theirs: CalendarAccount, *, address: str = "") -> CalDavAccount:
    """The account as the product opens it, its server in a network that is let through."""
    ca_file = str(theirs.server.ca_file or "")
    allowed = Allowed(("127.0.0.1",), (ip_network("127.0.0.0/8"),), ca_file)
    return CalDavAccount(address or theirs.address, theirs.username, theirs.password, allowed=allowed)


def trouble_of(ask: Callable[[], object]) -> Trouble:
    """Why it cannot be done."""
    with pytest.raises(CalendarUnavailable) as raised:
        ask()
    return raised.value.trouble


def hand_written() -> str:
    """A file that another program writes."""
    return (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//City//Test//JA\nBEGIN:VEVENT\nUID:leave-1@city.example\n"
        "DTSTAMP:20261101T000000Z\nDTSTART;VALUE=DATE:20261201\nSUMMARY:休暇\nEND:VEVENT\nEND:VCALENDAR\n"
    )
