"""How long an answer may take in all: sockets that let no single byte have more than what is left.

A time-out of a socket counts from byte to byte, so a server that sends one every few seconds would never be too slow.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import Any

_until: ContextVar[float | None] = ContextVar("until", default=None)


@contextmanager
def answered_within(seconds: float) -> Iterator[None]:
    """What is sent and read inside has to be done in `seconds`; inside another one, by whichever ends first."""
    earlier, mine = _until.get(), monotonic() + seconds
    token = _until.set(mine if earlier is None else min(earlier, mine))
    try:
        yield
    finally:
        _until.reset(token)


def seconds_left(most: float) -> float:
    """What is left, `most` at most. Raises TimeoutError where nothing is."""
    until = _until.get()
    left = most if until is None else min(most, until - monotonic())
    if left <= 0:
        raise TimeoutError("the whole answer took too long")
    return left


def _hurry(one: socket.socket) -> None:
    until = _until.get()
    if until is not None:
        one.settimeout(seconds_left(until))


class TimedSocket(socket.socket):
    """A connection whose every reading and writing ends with the time for the whole answer."""

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        _hurry(self)
        return super().recv_into(*args, **kwargs)

    def recv(self, *args: Any, **kwargs: Any) -> bytes:
        _hurry(self)
        return super().recv(*args, **kwargs)

    def send(self, *args: Any, **kwargs: Any) -> int:
        _hurry(self)
        return super().send(*args, **kwargs)

    def sendall(self, *args: Any, **kwargs: Any) -> None:
        _hurry(self)
        super().sendall(*args, **kwargs)


class TimedTLSSocket(ssl.SSLSocket):
    """The same under TLS; `sslsocket_class` of a context."""

    def read(self, *args: Any, **kwargs: Any) -> Any:
        _hurry(self)
        return super().read(*args, **kwargs)

    def send(self, *args: Any, **kwargs: Any) -> int:
        _hurry(self)
        return super().send(*args, **kwargs)
