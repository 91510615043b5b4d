"""The way out, at real servers on loopback."""

import gzip
import time
import tracemalloc
import zlib
from collections.abc import Iterator
from ipaddress import ip_network

import pytest

from integrations.web.client import Allowed, Limits, fetch
from integrations.web.tests.servers import LOOPBACK, NAME, Handler, allowed, place, site
from integrations.web.trouble import WebTrouble, WebUnavailable
from tests.fixtures.certificates import Authority

SHORT = Limits(connect_seconds=1, whole_seconds=1)


def page(body: bytes, **headers: str):
    return lambda handler: handler.answer(200, body, **headers)


def leads_to(target: str, status: int = 302):
    return lambda handler: handler.answer(status, Location=target)


def refused(address: str, **given) -> WebTrouble:
    with pytest.raises(WebUnavailable) as raised:
        fetch(address, **given)
    return raised.value.code


def test_an_answer_comes_whole_with_its_status_and_its_address():
    with site({"/ics": page("予定".encode(), ETag='"7"')}) as server:
        found = fetch(f"{server.address}/ics", allowed=allowed(), resolve=server.resolve, credentials=("我妻", "秘密"))
    assert (found.status, found.body.decode(), found.headers["etag"]) == (200, "予定", '"7"')
    assert found.address == f"{server.address}/ics"
    assert server.asked[0].headers["Accept-Encoding"] == "gzip, deflate"
    assert server.asked[0].headers["Authorization"].startswith("Basic ")


def test_what_is_not_found_is_an_answer_too():
    with site({}) as server:
        assert fetch(f"{server.address}/none", allowed=allowed(), resolve=server.resolve).status == 404


def test_something_is_posted_as_it_is():
    with site({"/hook": page(b"")}) as server:
        fetch(
            f"{server.address}/hook",
            allowed=allowed(),
            resolve=server.resolve,
            method="POST",
            headers={"X-A": "1"},
            body=b"\x00{}",
        )
    assert (server.asked[0].method, server.asked[0].body, server.asked[0].headers["X-A"]) == ("POST", b"\x00{}", "1")


def test_a_host_that_is_not_on_the_list_is_not_even_looked_up():
    with site({"/": page(b"")}) as server:
        assert (
            refused(f"http://evil.example:{server.port}/", allowed=allowed(), resolve=server.resolve) == "not_allowed"
        )
    assert (server.looked_up, server.asked) == ([], [])


@pytest.mark.parametrize(
    "written",
    ["127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "localhost"],
)
def test_an_address_inside_is_refused_however_it_is_written(written):
    with site({"/": page(b"")}) as server:
        assert refused(f"http://{written}:{server.port}/", allowed=Allowed((NAME,))) == "not_allowed"
        on_the_list = Allowed((written.strip("[]"),))
        assert refused(f"http://{written}:{server.port}/", allowed=on_the_list) in {"not_allowed", "unreachable"}
    assert server.asked == []


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fe80::1%1"])
def test_a_name_that_lies_inside_is_refused(inside):
    assert refused(f"https://{NAME}/", allowed=Allowed((NAME,)), resolve=lambda _, port: place(inside, port)) == (
        "not_allowed"
    )


def test_a_name_that_lies_inside_and_outside_is_asked_where_it_may_be():
    with site({"/": page(b"here")}) as server:
        found = fetch(
            f"{server.address}/", allowed=allowed(), resolve=lambda _, port: place("10.0.0.1", "127.0.0.1", port)
        )
    assert found.body == b"here"


def test_a_name_that_lies_elsewhere_the_second_time_is_asked_where_it_was_checked():
    answers = iter(["127.0.0.2", "127.0.0.1", "127.0.0.1"])
    with site({"/": page(b"inside")}) as inside, site({"/": page(b"checked")}, host="127.0.0.2"):
        only_one = Allowed((NAME,), networks=(ip_network("127.0.0.2"),))
        code = refused(
            f"http://{NAME}:{inside.port}/",
            allowed=only_one,
            resolve=lambda _, port: place(next(answers), port),
        )
    assert code == "unreachable"
    assert inside.asked == []


@pytest.mark.parametrize(
    "address",
    [
        f"http://{NAME}@evil.example/",
        f"http://{NAME}:80@evil.example/",
        f"http://evil.example#@{NAME}/",
        f"http://evil.example?@{NAME}/",
        f"http://user:password@{NAME}/",
        f"http://{NAME}%00.evil.example/",
        f"http://{NAME}\t.evil.example/",
        "http:///etc/passwd",
        "file:///etc/passwd",
        "ftp://caldav.city.example/",
        "gopher://caldav.city.example/",
        "caldav.city.example",
        "",
        f"http://{NAME}:99999/",
        f"http://{'a' * 300}.example/",
        "http://[::1/",
    ],
)
def test_an_address_that_is_none_or_plays_tricks_is_refused(address):
    with site({"/": page(b"")}) as server:
        assert refused(address, allowed=allowed(), resolve=server.resolve) == "not_allowed"
    assert server.asked == []


def test_what_one_program_takes_for_the_host_and_another_for_the_path_is_asked_of_nobody_else():
    with site({}) as server:
        fetch(f"{server.address}\\@evil.example/", allowed=allowed(), resolve=server.resolve)
    assert server.looked_up == [NAME]


def test_plain_http_is_spoken_within_named_networks_alone():
    assert (
        refused(f"http://{NAME}/", allowed=allowed(), resolve=lambda _, port: place("8.8.8.8", port)) == "not_allowed"
    )


class TestRedirects:
    def test_one_is_followed(self):
        with site({"/a": leads_to("/b"), "/b": page(b"there")}) as server:
            found = fetch(f"{server.address}/a", allowed=allowed(), resolve=server.resolve)
        assert (found.body, found.address) == (b"there", f"{server.address}/b")

    def test_a_loop_ends(self):
        with site({"/a": leads_to("/b"), "/b": leads_to("/a")}) as server:
            assert refused(f"{server.address}/a", allowed=allowed(), resolve=server.resolve) == "redirects"
        assert len(server.asked) == 6

    @pytest.mark.parametrize(
        "target",
        ["http://169.254.169.254/latest/", "http://127.0.0.1/", "//10.0.0.1/", "http://evil.example/", "file:///x"],
    )
    def test_one_into_the_network_or_to_a_stranger_is_refused(self, target):
        with site({"/a": leads_to(target)}) as server:
            assert refused(f"{server.address}/a", allowed=allowed(), resolve=server.resolve) == "not_allowed"
        assert len(server.asked) == 1

    @pytest.mark.parametrize("target", ["http://[::1/", "http://\xff\xfe/", "http://a b/", f"http://{'a' * 99}/"])
    def test_one_to_what_is_no_address_leads_nowhere(self, target):
        with site({"/a": leads_to(target)}) as server:
            code = refused(f"{server.address}/a", allowed=allowed(NAME, "*.example"), resolve=server.resolve)
        assert code in {"not_allowed", "unreachable"}

    def test_none_is_followed_where_none_is_wanted(self):
        with site({"/a": leads_to("/b")}) as server:
            found = fetch(
                f"{server.address}/a", allowed=allowed(), resolve=server.resolve, limits=Limits(most_redirects=0)
            )
        assert (found.status, found.headers["location"]) == (302, "/b")

    def test_a_password_goes_to_no_other_host(self):
        with site({"/b": page(b"")}) as other:
            pages = {"/a": leads_to(f"http://other.city.example:{other.port}/b")}
            with site(pages) as server:
                fetch(
                    f"{server.address}/a",
                    allowed=allowed("*.city.example"),
                    resolve=server.resolve,
                    credentials=("misaki", "secret"),
                )
        assert "Authorization" in server.asked[0].headers
        assert "Authorization" not in other.asked[0].headers

    def test_from_https_none_goes_to_http(self, tmp_path):
        authority = Authority.make(tmp_path)
        with (
            site({"/": page(b"")}) as plain,
            site({"/a": leads_to(f"{plain.address}/")}, pair=authority.certificate(NAME)) as server,
        ):
            code = refused(
                f"{server.address}/a",
                allowed=allowed(ca_file=str(authority.ca_file)),
                resolve=server.resolve,
            )
        assert code == "not_allowed"
        assert plain.asked == []

    def test_a_question_of_webdav_goes_on_as_it_was(self):
        with site({"/.well-known/caldav": leads_to("/dav/", 301), "/dav/": page(b"")}) as server:
            fetch(
                f"{server.address}/.well-known/caldav",
                allowed=allowed(),
                resolve=server.resolve,
                method="PROPFIND",
                body=b"<propfind/>",
            )
        assert [(one.method, one.path, one.body) for one in server.asked] == [
            ("PROPFIND", "/.well-known/caldav", b"<propfind/>"),
            ("PROPFIND", "/dav/", b"<propfind/>"),
        ]


class TestTooMuch:
    def test_a_gigabyte_of_nothing_is_not_unpacked(self):
        bomb = gzip.compress(bytes(1 << 20), 9) * 1024
        with site({"/": page(bomb, Content_Encoding="gzip")}) as server:
            tracemalloc.start()
            code = refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve)
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert code == "too_large"
        assert peak < 60_000_000

    def test_one_in_a_row_of_pieces_is_not_either(self):
        def chunked(handler: Handler) -> None:
            packing = zlib.compressobj(9, zlib.DEFLATED, 31)
            handler.close_connection = True
            handler.send_response(200)
            handler.send_header("Content-Encoding", "gzip")
            handler.send_header("Transfer-Encoding", "chunked")
            handler.end_headers()
            try:
                while True:
                    piece = packing.compress(bytes(1 << 20)) + packing.flush(zlib.Z_SYNC_FLUSH)
                    handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            except OSError:
                return

        with site({"/": chunked}) as server:
            assert refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve) == "too_large"

    def test_what_never_ends_is_cut_by_its_size(self):
        def for_ever() -> Iterator[bytes]:
            while True:
                yield b"x" * 65536

        with site({"/": lambda handler: handler.stream(for_ever())}) as server:
            assert refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve) == "too_large"

    def test_what_is_as_large_as_it_may_be_is_read(self):
        with site({"/": page(b"x" * 1000)}) as server:
            limits = Limits(most_bytes=1000)
            found = fetch(f"{server.address}/", allowed=allowed(), resolve=server.resolve, limits=limits)
            assert len(found.body) == 1000
            limits = Limits(most_bytes=999)
            code = refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve, limits=limits)
        assert code == "too_large"


class TestTooSlow:
    @pytest.fixture(autouse=True)
    def in_time(self) -> Iterator[None]:
        began = time.perf_counter()
        yield
        assert time.perf_counter() - began < 10

    def test_an_answer_byte_by_byte(self):
        with site({"/": lambda handler: handler.stream(drops())}) as server:
            assert refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve, limits=SHORT) == "too_slow"

    def test_a_head_byte_by_byte(self):
        def head(handler: Handler) -> None:
            handler.close_connection = True
            try:
                handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-A: ")
                for drop in drops():
                    handler.wfile.write(drop)
            except OSError:
                return

        with site({"/": head}) as server:
            assert refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve, limits=SHORT) == "too_slow"

    def test_a_silent_server(self):
        with site({"/": lambda handler: time.sleep(2)}) as server:
            assert refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve, limits=SHORT) == "too_slow"

    def test_a_resolver_that_does_not_answer(self):
        def slow(_, port):
            time.sleep(2)
            return place("127.0.0.1", port)

        assert refused(f"https://{NAME}/", allowed=allowed(), resolve=slow, limits=SHORT) == "too_slow"

    def test_slow_redirects_together(self):
        def slowly(handler: Handler) -> None:
            time.sleep(0.4)
            handler.answer(302, Location="/")

        with site({"/": slowly}) as server:
            assert refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve, limits=SHORT) == "too_slow"

    def test_under_tls_too(self, tmp_path):
        authority = Authority.make(tmp_path)
        with site({"/": lambda handler: handler.stream(drops())}, pair=authority.certificate(NAME)) as server:
            code = refused(
                f"{server.address}/",
                allowed=allowed(ca_file=str(authority.ca_file)),
                resolve=server.resolve,
                limits=SHORT,
            )
        assert code == "too_slow"


def drops() -> Iterator[bytes]:
    for _ in range(20):
        yield b"x"
        time.sleep(0.15)


def test_nobody_there_is_unreachable():
    with site({}) as server:
        port = server.port
    assert refused(f"http://{NAME}:{port}/", allowed=allowed(), resolve=server.resolve) == "unreachable"


def test_a_name_that_is_not_known_is_unreachable():
    def unknown(host, port):
        raise OSError("name or service not known")

    assert refused(f"https://{NAME}/", allowed=allowed(), resolve=unknown) == "unreachable"


def test_a_name_that_dns_cannot_have_is_unreachable():
    assert refused(f"https://{'a' * 70}.city.example/", allowed=Allowed(("*.city.example",))) == "unreachable"


def test_what_is_no_http_is_unreachable():
    def nonsense(handler: Handler) -> None:
        handler.close_connection = True
        handler.wfile.write(b"220 mail.city.example ESMTP\r\n")

    with site({"/": nonsense}) as server:
        assert refused(f"{server.address}/", allowed=allowed(), resolve=server.resolve) == "unreachable"


def test_proxies_and_passwords_of_the_environment_do_not_count(monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text(f"machine {NAME} login misaki password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with site({"/": page(b"direct")}) as server:
        assert fetch(f"{server.address}/", allowed=allowed(), resolve=server.resolve).body == b"direct"
    assert "Authorization" not in server.asked[0].headers


def test_the_networks_of_the_tests_are_loopback():
    assert allowed().networks == LOOPBACK
