"""Whose certificates count, at real servers on loopback."""

import os
import ssl

import pytest

from integrations.web.client import Allowed, Limits, fetch, guarded_session
from integrations.web.tests.servers import LOOPBACK, NAME, Handler, Site, allowed, site
from integrations.web.trouble import WebUnavailable
from tests.fixtures.certificates import Authority

SHORT = Limits(connect_seconds=2, whole_seconds=3)


@pytest.fixture
def authority(tmp_path):
    return Authority.make(tmp_path / "city")


def hello(handler: Handler) -> None:
    handler.answer(200, b"hello")


def trouble_of(server: Site, ca_file: str) -> str:
    with pytest.raises(WebUnavailable) as raised:
        fetch(f"{server.address}/", allowed=allowed(ca_file=ca_file), resolve=server.resolve, limits=SHORT)
    return raised.value.code.value


def test_a_certificate_of_the_citys_authority_for_the_name_counts(authority):
    with site({"/": hello}, pair=authority.certificate(NAME)) as server:
        found = fetch(f"{server.address}/", allowed=allowed(ca_file=str(authority.ca_file)), resolve=server.resolve)
    assert found.body == b"hello"


def test_one_for_another_name_does_not(authority):
    with site({"/": hello}, pair=authority.certificate("other.city.example", "127.0.0.1")) as server:
        assert trouble_of(server, str(authority.ca_file)) == "certificate"
    assert server.asked == []


def test_one_that_has_expired_does_not(authority):
    with site({"/": hello}, pair=authority.certificate(NAME, expired=True)) as server:
        assert trouble_of(server, str(authority.ca_file)) == "certificate"


def test_one_of_an_authority_that_nobody_named_does_not(authority, tmp_path):
    stranger = Authority.make(tmp_path / "stranger")
    with site({"/": hello}, pair=stranger.certificate(NAME)) as server:
        assert trouble_of(server, str(authority.ca_file)) == "certificate"
        assert trouble_of(server, "") == "certificate"


def test_nobody_who_uses_the_session_can_turn_the_check_off(authority):
    with (
        site({"/": hello}, pair=authority.certificate("other.city.example")) as server,
        guarded_session(allowed(ca_file=str(authority.ca_file)), limits=SHORT, resolve=server.resolve) as session,
    ):
        for verify in (False, None, str(authority.ca_file)):
            with pytest.raises(WebUnavailable) as raised:
                session.get(f"{server.address}/", verify=verify)
            assert raised.value.code == "certificate"


def test_old_tls_does_not_count(authority):
    pair = authority.certificate(NAME)
    with site({"/": hello}, pair=pair, newest=ssl.TLSVersion.TLSv1_1) as server:
        assert trouble_of(server, str(authority.ca_file)) in {"certificate", "unreachable"}


def test_a_server_that_speaks_no_tls_has_no_certificate(authority):
    with site({"/": hello}) as server:
        server.scheme = "https"
        assert trouble_of(server, str(authority.ca_file)) in {"certificate", "unreachable", "too_slow"}


def test_a_file_of_authorities_that_is_none_is_said(tmp_path):
    empty = tmp_path / "empty.pem"
    empty.write_text("nothing")
    for ca_file in (empty, tmp_path / "missing.pem"):
        with pytest.raises(WebUnavailable) as raised:
            fetch(f"https://{NAME}/", allowed=Allowed((NAME,), LOOPBACK, str(ca_file)))
        assert raised.value.code == "certificate"


def test_a_file_of_authorities_that_has_changed_is_read_again(authority, tmp_path):
    stranger = Authority.make(tmp_path / "stranger")
    ca_file = tmp_path / "ca.pem"
    ca_file.write_bytes(stranger.ca_file.read_bytes())
    os.utime(ca_file, (1, 1))
    with site({"/": hello}, pair=authority.certificate(NAME)) as server:
        assert trouble_of(server, str(ca_file)) == "certificate"
        ca_file.write_bytes(authority.ca_file.read_bytes())
        found = fetch(f"{server.address}/", allowed=allowed(ca_file=str(ca_file)), resolve=server.resolve)
    assert found.body == b"hello"
