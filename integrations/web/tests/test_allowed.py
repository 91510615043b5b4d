from ipaddress import ip_address, ip_network

import pytest

from integrations.web.allowed import Allowed, address_of

NOWHERE = "0.0.0.0"  # noqa: S104 - to be refused


@pytest.mark.parametrize(
    ("entry", "host", "port", "named"),
    [
        ("caldav.city.example", "caldav.city.example", 443, True),
        ("caldav.city.example", "CALDAV.City.Example.", 8443, True),
        ("caldav.city.example", "city.example", 443, False),
        ("caldav.city.example", "evil-caldav.city.example", 443, False),
        ("caldav.city.example", "caldav.city.example.evil.example", 443, False),
        ("*.city.example", "mail.city.example", 443, True),
        ("*.city.example", "a.b.city.example", 443, True),
        ("*.city.example", "city.example", 443, True),
        ("*.city.example", "evilcity.example", 443, False),
        ("caldav.city.example:8443", "caldav.city.example", 8443, True),
        ("caldav.city.example:8443", "caldav.city.example", 443, False),
        ("*.city.example:8443", "a.city.example", 443, False),
        ("10.20.0.9", "10.20.0.9", 80, True),
        ("127.0.0.1", "2130706433", 80, False),
        ("127.0.0.1", "0177.0.0.1", 80, False),
        ("127.0.0.1", "127.1", 80, False),
        ("127.0.0.1", "::ffff:127.0.0.1", 80, False),
        ("[fd00::9]:8443", "fd00::9", 8443, True),
        ("[fd00::9]:8443", "fd00::9", 443, False),
        ("fd00::9", "[fd00::9]", 443, True),
        ("予定.city.example", "xn--qhr2d.city.example", 443, True),
        ("予定.city.example", "予定.city.example", 443, True),
        ("", "", 443, False),
        ("*", "city.example", 443, False),
    ],
)
def test_a_host_is_on_the_list_as_it_is_written(entry, host, port, named):
    if host.startswith("xn--"):
        host = f"{'予定'.encode('idna').decode()}.city.example"
    assert Allowed((entry,)).names(host, port) is named


@pytest.mark.parametrize(
    "address",
    [
        NOWHERE, "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "168.63.129.16",
        "100.100.100.200", "255.255.255.255", "224.0.0.1", "192.0.0.8", "198.18.0.1", "240.0.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::", "2002:a9fe:a9fe::", "fec0::1", "::127.0.0.1", "::10.0.0.1", "4000::1", "64:ff9b:1::a00:1",
    ],
)  # fmt: skip
def test_an_address_inside_is_not_reached(address):
    assert not Allowed().reaches(address_of(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "203.0.114.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_outside_is_reached(address):
    assert Allowed().reaches(ip_address(address))
    assert not Allowed().inside(ip_address(address))


@pytest.mark.parametrize(
    ("address", "reached"),
    [
        ("10.20.3.4", True),
        ("::ffff:10.20.3.4", True),
        ("64:ff9b::a14:304", True),
        ("64:ff9b::a15:1", False),
        ("10.21.0.1", False),
        ("fd00:20::7", True),
        ("127.0.0.1", False),
        (NOWHERE, False),
    ],
)
def test_a_named_network_is_reached_and_nothing_beside_it(address, reached):
    networks = (ip_network("10.20.0.0/16"), ip_network("fd00:20::/32"))
    assert Allowed(networks=networks).reaches(ip_address(address)) is reached


def test_no_network_lets_one_reach_everybody_or_nobody_in_particular():
    everything = Allowed(networks=(ip_network("0.0.0.0/0"), ip_network("::/0")))
    assert not everything.reaches(ip_address(NOWHERE))
    assert not everything.reaches(ip_address("224.0.0.1"))
