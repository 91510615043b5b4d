"""The embedded server as `make run`, `manage.py` and the tests share it."""

import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from types import SimpleNamespace

import psycopg
import pytest

from tests.fixtures import postgres as of_the_tests
from tools.postgres import (
    THROWAWAY,
    PostgresServer,
    PostgresTrouble,
    embedded_programs,
    shared_server,
    throwaway_server,
)

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_last_user_stops_the_server_and_the_data_stay(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with shared_server(data, THROWAWAY) as first:
        with psycopg.connect(first.url()) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        with shared_server(data, THROWAWAY) as second:
            assert second.running()
        assert first.running()
    assert not first.running()
    with shared_server(data, THROWAWAY) as again, psycopg.connect(again.url()) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)


def test_it_listens_on_no_network_address_and_lets_nobody_else_in() -> None:
    with throwaway_server() as server, psycopg.connect(server.url()) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        assert server.sockets.stat().st_mode & 0o077 == 0


def test_a_server_that_died_is_started_again(tmp_path: Path) -> None:
    server = PostgresServer(tmp_path / "data", embedded_programs(), THROWAWAY)
    server.start()
    try:
        pid = (server.data / "postmaster.pid").read_text().split("\n", 1)[0]
        subprocess.run(["kill", "-KILL", pid], check=True)
        while server.running():
            pass
        server.start()
        assert server.running()
    finally:
        server.stop()


def test_what_a_killed_server_left_behind_is_waited_for(tmp_path: Path) -> None:
    server = PostgresServer(tmp_path / "data", embedded_programs(), THROWAWAY)
    server.start()
    try:
        pid = int((server.data / "postmaster.pid").read_text().split("\n", 1)[0])
        left = next(int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
        os.kill(left, signal.SIGSTOP)  # one that has not yet noticed that its server is gone
        os.kill(pid, signal.SIGKILL)
        threading.Timer(0.5, os.kill, [left, signal.SIGKILL]).start()
        server.start()
        assert server.running()
        assert b"pre-existing shared memory block" in (server.data / "server.log").read_bytes()
    finally:
        server.stop()


def test_data_that_are_never_let_go_are_one_clear_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tools.postgres.START_SECONDS", 1)
    server = PostgresServer(tmp_path / "data", embedded_programs(), THROWAWAY)
    server.start()
    pid = int((server.data / "postmaster.pid").read_text().split("\n", 1)[0])
    left = next(int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
    os.kill(left, signal.SIGSTOP)
    os.kill(pid, signal.SIGKILL)
    try:
        with pytest.raises(PostgresTrouble, match=r"does not start: .*Terminate any old server processes"):
            server.start()
    finally:
        os.kill(left, signal.SIGKILL)
        server.stop()


def test_programs_that_are_not_there_are_one_clear_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KYOSEKI_POSTGRES_BIN", str(tmp_path / "nothing"))
    with pytest.raises(PostgresTrouble, match="has no initdb"), throwaway_server():
        pass


def test_a_test_run_that_was_interrupted_leaves_no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = PostgresServer(tmp_path / "data", embedded_programs(), THROWAWAY)
    server.start()
    monkeypatch.setenv(of_the_tests._FOLDER_VARIABLE, str(tmp_path))
    interrupted = pytest.Stash()
    interrupted[of_the_tests._FOLDER] = tmp_path
    of_the_tests.pytest_unconfigure(SimpleNamespace(stash=interrupted))  # type: ignore[arg-type] # all that it looks at
    assert not server.running()
    assert not tmp_path.exists()


def test_root_who_may_make_no_namespace_is_told_where_to_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "unshare").write_text(
        "#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted' >&2\nexit 1\n"
    )
    (tmp_path / "unshare").chmod(0o755)
    (tmp_path / "data").mkdir(mode=0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(PostgresServer, "_runs_as", lambda server: 0)
    with pytest.raises(PostgresTrouble, match=r"does not run as root, .* such as /srv"):
        PostgresServer(tmp_path / "data", embedded_programs(), THROWAWAY)._make_cluster()


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"PORT": "eighty"}, "PORT is 'eighty'; it may be a number from 1 to 65535."),
        ({"PORT": "99999"}, "PORT is '99999'; it may be a number from 1 to 65535."),
    ],
)
def test_make_run_says_what_is_wrong_in_one_sentence(variables: dict[str, str], sentence: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.run"], cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, f"kyoseki: {sentence}\n")


def test_make_run_names_another_port_when_this_one_is_taken(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "tools.run"],
            cwd=ROOT,
            env={"PORT": str(port), "KYOSEKI_VAR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.stderr == f"kyoseki: Port {port} is taken; choose another: make run PORT={port + 1}\n"
