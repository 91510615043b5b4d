"""The product as in production: PostgreSQL, server and worker, on 127.0.0.1 and for as long as needed."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tools.postgres import PostgresServer, embedded_programs
from tools.server import BACKEND, process_environment, server_command, worker_command

ANSWER_SECONDS = 180
END_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Served:
    """The port on which the product answers, and the process below which it does."""

    port: int
    process: int


@contextmanager
def database(folder: Path) -> Iterator[PostgresServer]:
    """The embedded PostgreSQL of `folder`, durable as in production, with the product's tables."""
    server = PostgresServer(folder / "data", embedded_programs())
    server.start()
    try:
        # As in production, but over plain HTTP: the load goes from this machine to itself.
        os.environ.update(
            DATABASE_URL=server.url(),
            KYOSEKI_MODE="production",
            KYOSEKI_SECRET_KEY=secrets.token_urlsafe(64),
            KYOSEKI_ALLOWED_HOSTS="127.0.0.1",
            KYOSEKI_HTTPS="0",
            KYOSEKI_LOG_LEVEL="WARNING",
            KYOSEKI_CALENDAR_HOSTS="127.0.0.1",
            KYOSEKI_OUTBOUND_NETWORKS="127.0.0.0/8",
            DJANGO_SETTINGS_MODULE="config.settings",
        )
        _manage("migrate", "--verbosity", "0")
        yield server
    finally:
        server.stop()


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Run server and workers."""
    port = _free_port()
    with ExitStack() as stack:
        server = stack.enter_context(running(server_command(host="127.0.0.1", port=port), folder / "server.log"))
        stack.enter_context(running(worker_command(), folder / "worker.log"))
        stack.enter_context(running(worker_command("outside"), folder / "outside.log"))
        _wait(port)
        yield Served(port, server.pid)


def ends_in_order() -> None:
    """Let a stop signal unwind this process, so that whatever it started is stopped too."""
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))


@contextmanager
def running(command: list[str], log: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A process of ours for as long as needed; what it says goes to the terminal or into `log`."""
    with ExitStack() as files:
        output = None if log is None else files.enter_context(log.open("wb"))
        process = subprocess.Popen(
            command, env=process_environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _manage(*words: str) -> None:
    subprocess.run([sys.executable, str(BACKEND / "manage.py"), *words], env=process_environment(), check=True)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait(port: int) -> None:
    give_up_at = time.monotonic() + ANSWER_SECONDS
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return
        except OSError:
            if time.monotonic() > give_up_at:
                raise
            time.sleep(0.1)
