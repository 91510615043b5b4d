"""A small HTTP client for many requests over few kept connections, so that the client costs less than the server."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

from tests.load.session_keys import session_key

CSRF = "b" * 32
LONGEST_SECONDS = 600
"""A run that takes longer is given up: something hangs."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request of one person, to an address below `below`."""

    person_id: int
    method: str
    path: str
    body: dict[str, Any] | None = None
    headers: tuple[tuple[str, str], ...] = ()
    below: str = "/api/v1"

    def as_bytes(self, host: str) -> bytes:
        body = b"" if self.body is None else orjson.dumps(self.body)
        lines = [
            f"{self.method} {self.below}{self.path} HTTP/1.1",
            f"Host: {host}",
            f"Cookie: kyoseki_session={session_key(self.person_id)}; kyoseki_csrf={CSRF}",
            f"X-CSRFToken: {CSRF}",
            "Accept: application/json",
            f"Content-Length: {len(body)}",
            *(f"{name}: {value}" for name, value in self.headers),
        ]
        if self.body is not None:
            lines.append("Content-Type: application/json")
        return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


@dataclass(frozen=True, slots=True)
class Answer:
    """`seconds` from the first byte sent to the last received; status 0 is a broken connection."""

    wanted: Wanted
    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def json(self) -> Any:
        return orjson.loads(self.body)

    @property
    def code(self) -> str:
        return str(self.json.get("code", "")) if self.body else ""


@dataclass(slots=True)
class Outcome:
    """Every answer of a run and how long the run took."""

    seconds: float
    answers: list[Answer] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.answers) / self.seconds

    def milliseconds(self, share: float) -> float:
        """The latency within which `share` of the answers came."""
        every = sorted(answer.seconds for answer in self.answers)
        return every[min(len(every) - 1, int(len(every) * share))] * 1000

    def statuses(self) -> dict[str, int]:
        """How often each status (and code) was answered."""
        counted: dict[str, int] = {}
        for answer in self.answers:
            word = f"{answer.status} {answer.code}".strip() if answer.status >= 400 else str(answer.status)
            counted[word] = counted.get(word, 0) + 1
        return counted


class Connection:
    """One kept connection; opened again after the server has closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, wanted: Wanted) -> Answer:
        began = time.perf_counter()
        try:
            status, headers, body = await self._exchange(wanted.as_bytes(f"127.0.0.1:{self._port}"))
        except (OSError, asyncio.IncompleteReadError, ValueError):
            self.close()
            status, headers, body = 0, {}, b""
        return Answer(wanted, status, headers, body, time.perf_counter() - began)

    async def open(self) -> None:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)

    def close(self) -> None:
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None

    async def _exchange(self, request: bytes) -> tuple[int, dict[str, str], bytes]:
        await self.open()
        assert self._streams is not None
        reader, writer = self._streams
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        status = int(head[0].split(" ", 2)[1])
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        if status in (204, 304):
            return status, headers, b""
        if headers.get("transfer-encoding") == "chunked":
            return status, headers, await _chunks(reader)
        return status, headers, await reader.readexactly(int(headers.get("content-length", "0")))


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    body = b""
    while size := int(await reader.readline(), 16):
        body += await reader.readexactly(size)
        await reader.readexactly(2)
    await reader.readexactly(2)
    return body


def run(port: int, wanted: Iterable[Wanted], *, clients: int) -> Outcome:
    """Send every request over `clients` connections, each sending its next when its last is answered."""
    return asyncio.run(_run(port, list(wanted), clients))


def all_at_once(port: int, rounds: Iterable[list[Wanted]], *, clients: int) -> list[list[Answer]]:
    """Round by round, let every client send its one request at the same moment."""
    return asyncio.run(_rounds(port, rounds, clients))


async def _run(port: int, wanted: list[Wanted], clients: int) -> Outcome:
    waiting = iter(wanted)
    outcome = Outcome(0.0)

    async def work(connection: Connection) -> None:
        for one in waiting:
            outcome.answers.append(await connection.ask(one))

    return await _timed(port, clients, work, outcome)


async def _timed(port: int, clients: int, work: Callable[[Connection], Awaitable[None]], outcome: Outcome) -> Outcome:
    connections = [Connection(port) for _ in range(clients)]
    await asyncio.gather(*(connection.open() for connection in connections))
    began = time.perf_counter()
    async with asyncio.timeout(LONGEST_SECONDS):
        await asyncio.gather(*(work(connection) for connection in connections))
    outcome.seconds = time.perf_counter() - began
    for connection in connections:
        connection.close()
    return outcome


async def _rounds(port: int, rounds: Iterable[list[Wanted]], clients: int) -> list[list[Answer]]:
    connections = [Connection(port) for _ in range(clients)]
    answers = []
    for wanted in rounds:
        await asyncio.gather(*(connection.open() for connection in connections))
        answers.append(list(await asyncio.gather(*(c.ask(one) for c, one in zip(connections, wanted, strict=False)))))
    for connection in connections:
        connection.close()
    return answers
