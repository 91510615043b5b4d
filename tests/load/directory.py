"""A directory of 20,000 people and 600 departments: the first run, one that finds nothing new, and signing in by it."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from tests.factories.openldap import BASE, City
from tests.fixtures.certificates import Authority
from tests.load.figures import Figures
from tools.server import BACKEND, process_environment
from tools.slapd import PASSWORD, Slapd, slapd_server

CITY = City(people=20_000, departments=600)
DATABASE = "directory_bench"
SIGN_INS = 200
MEGABYTE_IN_KILOBYTES = 1000


def measure_directory(figures: Figures) -> None:
    """In an empty database of its own beside the hall's, with the commands that IT has."""
    with TemporaryDirectory(prefix="kyoseki-directory-") as name:
        folder = Path(name)
        authority = Authority.make(folder / "authority")
        pair = authority.certificate("127.0.0.1")
        ldif = CITY.write(folder / "city.ldif")
        with slapd_server(folder / "s", ldif, base=BASE, certificate=pair.cert_file, key=pair.key_file) as server:
            environment = _environment(server, authority, folder)
            _in_time([*_manage("migrate"), "--verbosity", "0"], environment)
            sync = _manage("sync_directory")
            first, most = _in_time(sync, environment)
            figures.most("first run of a directory of 20,000 people", first, 60, " s", digits=1)
            figures.most("memory of that run at its peak", most, 300, " MB")
            unchanged, most = _in_time(sync, environment)
            figures.most("a run that finds nothing new", unchanged, 10, " s", digits=1)
            figures.most("memory of that run at its peak, nothing new", most, 300, " MB")
            _measure_binding(environment, figures)


def _measure_binding(environment: dict[str, str], figures: Figures) -> None:
    command = [sys.executable, "-m", "tests.load.binding", str(SIGN_INS)]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    seconds = sorted(json.loads(said.splitlines()[-1]))
    assert len(seconds) == SIGN_INS
    figures.most("a bind adds to a sign-in, p50", seconds[SIGN_INS // 2] * 1000, 30, " ms", digits=1)
    figures.told("a bind adds to a sign-in, p95", f"{seconds[SIGN_INS * 95 // 100] * 1000:.1f} ms")


def _environment(server: Slapd, authority: Authority, folder: Path) -> dict[str, str]:
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
        given = connection.info
        url = f"postgresql://{given.user}@/{DATABASE}?host={given.host}"
    settings = folder / "directory.toml"
    settings.write_text(
        f'servers = ["{server.tls}"]\nca_file = "{authority.ca_file}"\nbind_dn = "{server.reader}"\n'
        + "".join(f'[{part}]\nbase = "ou={part},{BASE}"\n' for part in ("people", "departments", "posts"))
        + "[sign_in]\nenabled = true\n"
    )
    return process_environment(DATABASE_URL=url, KYOSEKI_DIRECTORY=str(settings), KYOSEKI_DIRECTORY_PASSWORD=PASSWORD)


def _manage(*words: str) -> list[str]:
    return [sys.executable, str(BACKEND / "manage.py"), *words]


def _in_time(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Seconds that the process took, its start among them, and megabytes it held at most."""
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.monotonic() - began, used.ru_maxrss / MEGABYTE_IN_KILOBYTES
