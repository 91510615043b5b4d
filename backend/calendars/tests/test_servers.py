from ipaddress import ip_network

import pytest

from calendars import servers
from calendars.policies.choices import LinkKind
from calendars.servers import CalendarUnavailable, Trouble
from tests.fixtures.calendar_servers import CalendarAccount


def test_what_is_typed_without_a_scheme_is_https():
    assert servers.whole("caldav.city.example/taro") == "https://caldav.city.example/taro"
    assert servers.whole(" webcal://city.example/a.ics") == "https://city.example/a.ics"
    assert servers.whole("http://10.0.0.9:5232") == "http://10.0.0.9:5232"


def test_a_host_is_known_with_its_port():
    assert servers.host_of("https://CalDAV.city.example/taro/") == "caldav.city.example:443"
    assert servers.host_of("http://10.0.0.9") == "10.0.0.9:80"
    assert servers.host_of("caldav.city.example:8443/x") == "caldav.city.example:8443"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ftp://caldav.city.example/",
        "file:///etc/passwd",
        "https://",
        "https://[::1",
        "https://caldav.city.example:99999/",
        "https://taro:secret@caldav.city.example/",
        "https://other.example/",
        "https://caldav.city.example.evil.example/",
        "https://caldav.city.example:8443/",
        "http://127.0.0.1/",
        "http://2130706433/",
    ],
)
def test_an_address_that_makes_no_sense_is_refused_before_anybody_is_asked(address: str, settings):
    settings.OUTBOUND = {**settings.OUTBOUND, "calendar_hosts": ("caldav.city.example:443", "ics.city.example")}
    for kind in (LinkKind.CALDAV, LinkKind.ICS):
        with pytest.raises(CalendarUnavailable) as raised:
            servers.account_at(kind, address, username="taro", password="x")
        assert raised.value.trouble is Trouble.NOT_ALLOWED
        with pytest.raises(CalendarUnavailable):
            servers.calendar_at(kind, "https://ics.city.example", calendar=address, username="", password="")


def test_without_a_list_of_hosts_nothing_can_be_linked(settings):
    settings.OUTBOUND = {**settings.OUTBOUND, "calendar_hosts": ()}
    assert servers.possible_kinds() == ()
    assert not servers.hosts_allowed()
    settings.OUTBOUND = {**settings.OUTBOUND, "calendar_hosts": ("caldav.city.example",)}
    assert {LinkKind.CALDAV, LinkKind.ICS} <= set(servers.possible_kinds())


def test_a_real_server_is_opened_with_the_hosts_and_networks_of_the_settings(radicale: CalendarAccount, settings):
    settings.OUTBOUND = {**settings.OUTBOUND, "calendar_hosts": ("127.0.0.1",), "networks": ()}

    def found() -> list[str]:
        account = servers.account_at(
            LinkKind.CALDAV, radicale.address, username=radicale.username, password=radicale.password, seconds=10
        )
        return [one.address for one in account.found()]

    with pytest.raises(CalendarUnavailable) as raised:
        found()
    assert raised.value.trouble is Trouble.NOT_ALLOWED
    settings.OUTBOUND = {**settings.OUTBOUND, "networks": (ip_network("127.0.0.0/8"),)}
    assert found() == [radicale.calendar_address]
    calendar = servers.calendar_at(
        LinkKind.CALDAV,
        radicale.address,
        calendar=radicale.calendar_address,
        username=radicale.username,
        password=radicale.password,
    )
    assert calendar.changes().changed == ()


def test_garoon_can_be_linked_where_the_settings_name_it_and_nowhere_else(settings):
    settings.OUTBOUND = {**settings.OUTBOUND, "calendar_hosts": ("*.cybozu.com",)}
    assert LinkKind.GAROON not in servers.possible_kinds()
    settings.CALENDAR = {**settings.CALENDAR, "garoon": "https://city.cybozu.com/g"}
    assert LinkKind.GAROON in servers.possible_kinds()
    servers.account_at(LinkKind.GAROON, "https://city.cybozu.com/g/", username="misaki", password="x")
    for other in ("https://other.cybozu.com/g", "https://city.cybozu.com/garden"):
        with pytest.raises(CalendarUnavailable) as raised:
            servers.account_at(LinkKind.GAROON, other, username="misaki", password="x")
        assert raised.value.trouble is Trouble.NOT_ALLOWED
