import gc
import select
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from integrations.directory.ldap.reaching import reach
from integrations.directory.port import DirectoryUnavailable, Trouble

RESET = struct.pack("ii", 1, 0)


@contextmanager
def server_that(answers: Callable[[socket.socket], None]) -> Iterator[str]:
    """The ldaps address of a server that does so with whoever comes first."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            caller, _ = listening.accept()
            with caller:
                answers(caller)

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"ldaps://127.0.0.1:{listening.getsockname()[1]}"
        thread.join()


def resets(caller: socket.socket) -> None:
    caller.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)


def goes_silently(caller: socket.socket) -> None:
    caller.recv(16_384)


def speaks_no_tls(caller: socket.socket) -> None:
    caller.recv(16_384)
    caller.sendall(b"This is no directory, and a sentence long enough for a record of TLS.")


def stands_still(caller: socket.socket) -> None:
    while caller.recv(16_384):
        pass


def test_a_server_that_is_gone_before_the_first_word_is_not_reached_and_no_socket_stays_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    connect = socket.create_connection

    def connect_and_lose(address: tuple[str, int], seconds: float) -> socket.socket:
        wire = connect(address, seconds)
        lost = select.poll()
        lost.register(wire, select.POLLHUP)
        assert lost.poll(5_000)
        return wire

    monkeypatch.setattr(socket, "create_connection", connect_and_lose)
    with server_that(resets) as server, pytest.raises(DirectoryUnavailable, match="cannot be reached"):
        reach(server, 5)
    gc.collect()  # a socket left open would be told of here, and fail the test


@pytest.mark.parametrize("answers", [goes_silently, speaks_no_tls])
def test_whoever_answers_is_left_to_libldap(answers: Callable[[socket.socket], None]) -> None:
    with server_that(answers) as server:
        reach(server, 5)


def test_a_server_that_stands_still_is_too_slow() -> None:
    with server_that(stands_still) as server, pytest.raises(DirectoryUnavailable) as found:
        reach(server, 1)
    assert found.value.trouble is Trouble.TOO_SLOW


def test_where_nobody_listens_nothing_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as once:
        port = once.getsockname()[1]
    with pytest.raises(DirectoryUnavailable, match="cannot be reached"):
        reach(f"ldap://127.0.0.1:{port}", 5)
