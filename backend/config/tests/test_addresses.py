from ipaddress import ip_network

import pytest

from config.addresses import client_address

PROXIES = (ip_network("10.0.0.0/8"),)


@pytest.mark.parametrize(
    ("remote", "forwarded", "expected"),
    [
        ("192.0.2.7", "198.51.100.1", ("192.0.2.7", False)),
        ("10.0.0.1", "198.51.100.1", ("198.51.100.1", True)),
        ("10.0.0.1", "invented, 198.51.100.1, 10.0.0.2", ("198.51.100.1", True)),
        ("10.0.0.1", "203.0.113.5, 198.51.100.1", ("198.51.100.1", True)),
        ("10.0.0.1", "not-an-address", ("10.0.0.1", True)),
        ("10.0.0.1", "", ("10.0.0.1", True)),
        ("", "198.51.100.1", ("", False)),
    ],
)
def test_only_a_trusted_proxy_may_say_for_whom_it_asks(remote: str, forwarded: str, expected: tuple[str, bool]) -> None:
    assert client_address({"REMOTE_ADDR": remote, "HTTP_X_FORWARDED_FOR": forwarded}, PROXIES) == expected


def test_without_trusted_proxies_the_header_counts_for_nothing() -> None:
    meta = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "198.51.100.1"}
    assert client_address(meta, ()) == ("10.0.0.1", False)
