"""The hall at ten o'clock on a working day, and people with names who come to it with their browsers."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, StorageState, expect

from tests.e2e.city_directory import CityDirectory
from tests.e2e.clock import clock_set_to, ten_oclock_of_a_working_day, time_there
from tests.e2e.person import Person
from tests.fixtures.served import free_port, running_process, wait_for_answer
from tools.server import process_environment, server_command

HALL = Path(__file__).parents[2] / "demonstration" / "hall"
AT_TEN = "tests.e2e.at_ten"
LOADED_HALL = "hall_at_ten"
"""The database that every worker's is copied from."""
LOADED_IN_RUN = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
LOADING = 10
"""The advisory lock of whoever loads it."""
MONTH_OF_GATES = "2026-11.csv.gz"
HEAVY_JOBS = ["procrastinate", "worker", "--queues", "heavy", "--one-shot"]
"""What the hall's past is loaded by: done before anybody looks, instead of beside every story."""
A_LITTLE_AHEAD = timedelta(minutes=5)
"""A browser's clock stands still in a test, ahead of everything that the test will do."""
PATIENCE_MS = 15_000
"""A busy machine is slow; a page that is right gets there."""

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="session")
def ten_oclock() -> datetime:
    return ten_oclock_of_a_working_day()


@pytest.fixture(scope="session")
def server_clock(ten_oclock: datetime) -> dict[str, str]:
    """The environment that sets the clocks of the product's processes; it is ten when the first test begins."""
    return clock_set_to(ten_oclock)


@pytest.fixture(scope="session")
def city_directory(tmp_path_factory: pytest.TempPathFactory) -> CityDirectory:
    """The directory that the hall is kept true to, when somebody asks for it."""
    return CityDirectory(tmp_path_factory.mktemp("directory"), HALL / "directory.ldif")


@pytest.fixture(scope="session")
def hall_address(
    postgres_server: dict[str, str],
    migrated_database: str,
    tmp_path_factory: pytest.TempPathFactory,
    server_clock: dict[str, str],
    city_directory: CityDirectory,
    screens: Path,
) -> Iterator[str]:
    """The demonstration hall as it is served at ten o'clock of a working day, such as http://127.0.0.1:40123."""
    name = f"hall_at_ten_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    owner, sockets = postgres_server["USER"], postgres_server["HOST"]

    def environment_of(database: str) -> dict[str, str]:
        return process_environment(
            DATABASE_URL=f"postgresql://{owner}@/{database}?host={sockets}",
            DJANGO_SETTINGS_MODULE="config.settings",
            KYOSEKI_MODE="development",
            KYOSEKI_DEMONSTRATION="1",
            KYOSEKI_LOG_LEVEL="WARNING",
            KYOSEKI_CALENDAR_HOSTS="127.0.0.1",
            KYOSEKI_WEBHOOK_HOSTS="127.0.0.1",
            KYOSEKI_OUTBOUND_NETWORKS="127.0.0.0/8",
            PROMETHEUS_MULTIPROC_DIR=str(tmp_path_factory.mktemp("metrics")),
            **server_clock,
        )

    manage = [sys.executable, "-m", AT_TEN]
    with psycopg.connect(dbname="postgres", user=owner, host=sockets, autocommit=True) as connection:
        # The workers share a server: the first of this run loads the hall, all of them copy it.
        connection.execute("SELECT pg_advisory_lock(%s)", [LOADING])
        run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
        if connection.execute(LOADED_IN_RUN, [LOADED_HALL]).fetchone() != (run,):
            connection.execute(f"DROP DATABASE IF EXISTS {LOADED_HALL} WITH (FORCE)")
            connection.execute(f"CREATE DATABASE {LOADED_HALL} TEMPLATE {migrated_database}")
            folder = _with_a_month_of_gates(tmp_path_factory.mktemp("hall"))
            for command in (["load_demonstration", str(folder)], HEAVY_JOBS):
                subprocess.run([*manage, *command], env=environment_of(LOADED_HALL), check=True)
            connection.execute(f"COMMENT ON DATABASE {LOADED_HALL} IS '{run}'")
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {LOADED_HALL}")
    environment = {**environment_of(name), "KYOSEKI_DIRECTORY": str(city_directory.settings)}
    port = free_port()
    server = [
        f"{AT_TEN}:application" if word == "config.wsgi:application" else word
        for word in server_command(host="127.0.0.1", port=port, workers=1)
    ]
    with ExitStack() as running:
        running.enter_context(running_process(server, environment))
        running.enter_context(running_process([*manage, "work"], environment))
        running.enter_context(running_process([*manage, "work", "outside"], environment))
        running.enter_context(running_process([*manage, "work", "heavy"], environment))
        address = f"http://127.0.0.1:{port}"
        wait_for_answer(f"{address}/healthz")
        yield address


def _with_a_month_of_gates(folder: Path) -> Path:
    """The hall with the last month of its gate log, which is counted in a third of the time."""
    for part in HALL.iterdir():
        if part.name != "gate-log":
            (folder / part.name).symlink_to(part)
    (folder / "gate-log").mkdir()
    (folder / "gate-log" / MONTH_OF_GATES).symlink_to(HALL / "gate-log" / MONTH_OF_GATES)
    return folder


@pytest.fixture(scope="session")
def signed_in_before() -> dict[str, StorageState]:
    """Cookies of those who have signed in, by user name: each signs in once, and again where a story ended that."""
    return {}


@pytest.fixture
def arrives(
    browser: Browser, hall_address: str, server_clock: dict[str, str], signed_in_before: dict[str, StorageState]
) -> Iterator[Callable[..., Person]]:
    """`arrives(MISAKI, width=360)` is Misaki at her phone, signed in, with no desk in hand."""
    with ExitStack() as there:

        def arrive(username: str, *, width: int = 1280, height: int = 900, language: str = "ja") -> Person:
            context = browser.new_context(
                base_url=hall_address,
                viewport={"width": width, "height": height},
                has_touch=width < 500,
                storage_state=signed_in_before.get(username),
                reduced_motion="reduce",
            )
            there.callback(context.close)
            page = context.new_page()
            page.set_default_timeout(PATIENCE_MS)
            page.clock.set_fixed_time(time_there(server_clock) + A_LITTLE_AHEAD)
            person = Person(page, username)
            if username not in signed_in_before or not person.is_signed_in():
                person.signs_in()
                signed_in_before[username] = context.storage_state()
            person.speaks(language)
            person.gives_up_every_desk()
            return person

        yield arrive


@pytest.fixture(scope="session")
def today(ten_oclock: datetime) -> date:
    return ten_oclock.date()
