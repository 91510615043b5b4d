"""Connections that go to checked addresses alone, and to no other than the one that was checked."""

import socket
import ssl
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

from integrations.web.allowed import Allowed, address_of
from integrations.web.deadline import TimedSocket, TimedTLSSocket, seconds_left
from integrations.web.trouble import WebTrouble, WebUnavailable

# One answer of socket.getaddrinfo: family, kind, protocol, canonical name, socket address.
Place = tuple[Any, Any, int, str, Any]
Resolve = Callable[[str, int], Iterable[Place]]


def resolved(host: str, port: int) -> list[Place]:
    """Where a host lies, as the machine's resolver says. Raises OSError."""
    try:
        return list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
    except ValueError as error:  # a name that DNS cannot have
        raise OSError(str(error)) from error


class Guard:
    """Opens connections: the name is looked up once, its addresses are checked, and one of those is connected to.

    Who answers for a name with another address the second time (DNS rebinding) is not asked a second time.
    """

    def __init__(self, allowed: Allowed, *, connect_seconds: float, resolve: Resolve = resolved) -> None:
        self._allowed = allowed
        self._connect_seconds = connect_seconds
        self._resolve = resolve

    def connect(self, host: str, port: int, *, encrypted: bool) -> socket.socket:
        """A connected socket. Raises WebUnavailable where one may not go there, and OSError where nobody answers."""
        failure: OSError = OSError("it has no address")
        for family, kind, protocol, _, place in self._places(host, port, encrypted=encrypted):
            one = TimedSocket(family, kind, protocol)
            try:
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                one.settimeout(seconds_left(self._connect_seconds))
                one.connect(place)
            except OSError as error:
                one.close()
                failure = error
            else:
                return one
        raise failure

    def _places(self, host: str, port: int, *, encrypted: bool) -> list[Place]:
        if not self._allowed.names(host, port):
            raise WebUnavailable(WebTrouble.NOT_ALLOWED, f"{host}:{port} is not on the list of hosts")
        found = [(address_of(place[4][0]), place) for place in self._looked_up(host, port)]
        reached = [(address, place) for address, place in found if self._allowed.reaches(address)]
        if found and not reached:
            raise WebUnavailable(
                WebTrouble.NOT_ALLOWED, f"{host} lies at {found[0][0]}, which is in no network of the list"
            )
        if encrypted:
            return [place for _, place in reached]
        inside = [place for address, place in reached if self._allowed.inside(address)]
        if reached and not inside:
            raise WebUnavailable(WebTrouble.NOT_ALLOWED, f"{host} lies outside, where only https may be spoken")
        return inside

    def _looked_up(self, host: str, port: int) -> list[Place]:
        """What the resolver says, in time: it has no time-out that a caller could set. Raises OSError."""
        answers: list[list[Place] | OSError] = []

        def ask() -> None:
            try:
                answers.append(list(self._resolve(host, port)))
            except OSError as error:
                answers.append(error)

        asking = Thread(target=ask, name=f"looking up {host}", daemon=True)
        asking.start()
        asking.join(seconds_left(self._connect_seconds))
        if not answers:
            raise TimeoutError(f"the name {host} was not looked up in time")
        if isinstance(answers[0], OSError):
            raise answers[0]
        return answers[0]


class _GuardedConnection(HTTPConnection):
    guard: ClassVar[Guard]

    def _new_conn(self) -> socket.socket:
        try:
            return self.guard.connect(self.host, self.port, encrypted=False)
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error


class _GuardedTLSConnection(HTTPSConnection):
    guard: ClassVar[Guard]

    def _new_conn(self) -> socket.socket:
        try:
            return self.guard.connect(self.host, self.port, encrypted=True)
        except OSError as error:
            raise NewConnectionError(self, str(error)) from error


def guarded_pools(guard: Guard) -> dict[str, type[HTTPConnectionPool]]:
    """The pools of urllib3's PoolManager for a scheme, each of whose connections goes through the guard."""

    class Connection(_GuardedConnection):
        pass

    class TLSConnection(_GuardedTLSConnection):
        pass

    class Pool(HTTPConnectionPool):
        ConnectionCls = Connection

    class TLSPool(HTTPSConnectionPool):
        ConnectionCls = TLSConnection

    Connection.guard = TLSConnection.guard = guard
    return {"http": Pool, "https": TLSPool}


def checking_context(ca_file: str) -> ssl.SSLContext:
    """TLS 1.2 or later that always checks the chain and the host's name. Raises WebUnavailable for a bad file.

    A file of authorities is read again when it has changed; it takes longer to read than most answers to come.
    """
    counts = ca_file or ssl.get_default_verify_paths().cafile or ""
    try:
        return _context(ca_file, Path(counts).stat().st_mtime_ns if counts else 0)
    except (OSError, ssl.SSLError) as error:
        raise WebUnavailable(WebTrouble.CERTIFICATE, f"the file of authorities cannot be read: {error}") from error


@lru_cache(maxsize=8)
def _context(ca_file: str, _changed_at: int) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=ca_file or None)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.sslsocket_class = TimedTLSSocket
    return context
