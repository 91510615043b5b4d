"""Web servers on loopback for tests: each path answers by a function of the test's own."""

import socket
import ssl
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network
from typing import Any

from integrations.web.allowed import Allowed
from tests.fixtures.certificates import Pair

NAME = "caldav.city.example"
LOOPBACK = (ip_network("127.0.0.0/8"),)


class Handler(BaseHTTPRequestHandler):
    """Notes what it is asked, and answers by the path's function."""

    protocol_version = "HTTP/1.1"
    pages: Mapping[str, "Page"]
    asked: list["Asked"]

    def log_message(self, format: str, *args: object) -> None:
        pass

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        """An answer of known length."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def stream(self, pieces: Iterator[bytes], **headers: str) -> None:
        """An answer that ends with the connection."""
        self.close_connection = True
        try:
            self.send_response(200)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Connection", "close")
            self.end_headers()
            for piece in pieces:
                self.wfile.write(piece)
        except OSError:
            return

    def _any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.asked.append(Asked(self.command, self.path, dict(self.headers.items()), body))
        self.pages.get(self.path, missing)(self)

    do_GET = do_POST = do_PUT = do_PROPFIND = _any  # noqa: N815 - http.server's names


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass
class Site:
    """A server that runs. `address` is under the name NAME, which `resolve` finds at it."""

    scheme: str
    host: str
    port: int
    asked: list[Asked]
    looked_up: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"{self.scheme}://{NAME}:{self.port}"

    def resolve(self, host: str, port: int) -> list[Any]:
        """Every name lies here."""
        self.looked_up.append(host)
        return place(self.host, port)


Page = Callable[[Handler], None]


def missing(handler: Handler) -> None:
    handler.answer(404)


def place(*addresses: Any) -> list[Any]:
    """What the resolver says: addresses, and last the port."""
    *hosts, port = addresses
    return [
        (socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port)) for host in hosts
    ]


def allowed(*hosts: str, ca_file: str = "") -> Allowed:
    """NAME or `hosts`, on loopback."""
    return Allowed(hosts or (NAME,), LOOPBACK, ca_file)


@contextmanager
def site(
    pages: Mapping[str, Page],
    *,
    pair: Pair | None = None,
    host: str = "127.0.0.1",
    newest: ssl.TLSVersion | None = None,
) -> Iterator[Site]:
    """A server with these pages, over TLS with a certificate, and no newer TLS than `newest`."""
    asked: list[Asked] = []
    handler = type("OwnHandler", (Handler,), {"pages": pages, "asked": asked})
    server = ThreadingHTTPServer((host, 0), handler)
    server.daemon_threads = True
    # A client that will not have the certificate is no error of the server's.
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign] # of this one server
    if pair is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pair.cert_file, pair.key_file)
        if newest is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", DeprecationWarning)
                context.minimum_version = context.maximum_version = newest
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield Site("https" if pair else "http", host, server.server_port, asked)
    finally:
        server.shutdown()
        server.server_close()
