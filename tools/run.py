"""`make run`: everything from a fresh clone to a page that answers, and a clean end on Ctrl-C."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

from tools.postgres import embedded_unless_given, var_folder
from tools.screens import build_screens
from tools.server import BACKEND, process_environment, server_command, worker_command
from tools.terminal import Trouble, give_up, say

NEEDED_BYTES = 1024**3
ANSWER_SECONDS = 60
END_SECONDS = 10
"""How long a process may take to end what it has begun; a worker's job is given back where it takes longer."""


class Ended(Exception):
    """Somebody asked for the end: Ctrl-C, or a signal."""


def main() -> None:
    """Prepare, serve until told to end, and leave nothing running."""
    until_ended(lambda: serve(host=os.environ.get("HOST") or "127.0.0.1", port=port_asked_for()))


def until_ended(serving: Callable[[], None]) -> None:
    """Call `serving` until somebody asks for the end; what is wrong becomes one sentence and status 1."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    try:
        serving()
    except Ended:
        say("stopped.")
    except Trouble as trouble:
        give_up(trouble)
    except OSError as trouble:
        give_up(f"{trouble.strerror or trouble}{f' ({trouble.filename})' if trouble.filename else ''}")


def serve(*, host: str, port: int) -> None:
    """Blocks until Ended, or raises Trouble when a process of the product ends by itself."""
    _check_port(host, port)
    _check_space()
    build_screens()
    if not os.environ.get("DATABASE_URL"):
        os.environ.setdefault("KYOSEKI_DEMONSTRATION", "1")
        say("starting the embedded PostgreSQL …")
    with ExitStack() as stack:
        stack.enter_context(embedded_unless_given())
        figures = stack.enter_context(_empty_folder(var_folder() / f"metrics-{port}"))
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(figures)
        _prepare()
        commands = {
            "server": server_command(host=host, port=port),
            "worker": worker_command(),
            "worker outside": worker_command("outside"),
            "worker heavy": worker_command("heavy"),
        }
        processes = stack.enter_context(running_together(commands))
        stack.callback(say, "stopping …")  # what stands last is done first
        _wait_for_answer(f"http://{host}:{port}/healthz", processes)
        say(f"ready: http://{_shown(host)}:{port}   (Ctrl-C stops everything)")
        while True:
            _complain_about_ended(processes)
            time.sleep(0.5)


def _end(number: int, frame: FrameType | None) -> None:
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)  # one Ctrl-C is enough; the way down is short
    raise Ended


def port_asked_for() -> int:
    """The port of PORT, 8000 where it is not set."""
    given = os.environ.get("PORT") or "8000"
    if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= 65535:
        raise Trouble(f"PORT is {given!r}; it may be a number from 1 to 65535.")
    return int(given)


def _check_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as error:
            raise Trouble(f"Port {port} is for the administrator only; choose another: make run PORT=8001") from error
        except OSError as error:
            raise Trouble(f"Port {port} is taken; choose another: make run PORT={port + 1}") from error


def _check_space() -> None:
    folder = var_folder()
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < NEEDED_BYTES:
        needed = NEEDED_BYTES // 1024**2
        raise Trouble(
            f"The disk under {folder} has {free // 1024**2} MB free, and Kyoseki needs {needed} MB; make room."
        )


def _prepare() -> None:
    say("bringing the database up to date …")
    with running_together({"preparation": [sys.executable, str(BACKEND / "manage.py"), "prepare"]}) as processes:
        if processes["preparation"].wait() != 0:
            raise Trouble("The database could not be prepared; the reason stands above.")


@contextmanager
def _empty_folder(folder: Path) -> Iterator[Path]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running_together(commands: dict[str, list[str]]) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    """A process a name, all told to end at once when the block ends; who takes too long is killed.

    Each has a session of its own: Ctrl-C reaches this process alone, which then ends them in an orderly way.
    """
    started: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, command in commands.items():
            started[name] = subprocess.Popen(
                command, env=process_environment(), stdin=subprocess.DEVNULL, start_new_session=True
            )
        yield started
    finally:
        for process in started.values():
            if process.poll() is None:
                process.terminate()
        give_up_at = time.monotonic() + END_SECONDS
        for process in started.values():
            _wait_or_kill(process, give_up_at)


def _wait_or_kill(process: subprocess.Popen[bytes], give_up_at: float) -> None:
    try:
        process.wait(max(give_up_at - time.monotonic(), 0))
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _complain_about_ended(processes: dict[str, subprocess.Popen[bytes]]) -> None:
    for name, process in processes.items():
        if process.poll() is not None:
            raise Trouble(f"The {name} ended by itself (status {process.returncode}); its reason stands above.")


def _wait_for_answer(url: str, processes: dict[str, subprocess.Popen[bytes]]) -> None:
    give_up_at = time.monotonic() + ANSWER_SECONDS
    while time.monotonic() < give_up_at:
        _complain_about_ended(processes)
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own address, made above
                return
        except urllib.error.HTTPError:
            return  # an answer, if not a happy one
        except OSError:
            time.sleep(0.1)
    raise Trouble(f"The server does not answer within {ANSWER_SECONDS} seconds.")


def _shown(host: str) -> str:
    return "localhost" if host in {"127.0.0.1", "0.0.0.0", "::1", "::"} else host  # noqa: S104 - compared, not bound


if __name__ == "__main__":
    main()
