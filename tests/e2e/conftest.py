"""The hall at ten o'clock on a working day, and people with names who come to it with their browsers."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, StorageState, expect

from tests.e2e.city_directory import CityDirectory
from tests.e2e.clock import clock_set_to, ten_oclock_of_a_working_day, time_there
from tests.e2e.person import Person
from tests.fixtures.hall_at_ten import AT_TEN, HALL, LOADED, hall_environment, load_hall_at_ten
from tests.fixtures.postgres import copy_database
from tests.fixtures.served import free_port, running_process, wait_for_answer
from tools.server import server_command

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
    tmp_path_factory: pytest.TempPathFactory,
    server_clock: dict[str, str],
    city_directory: CityDirectory,
    screens: Path,
) -> Iterator[str]:
    """The demonstration hall as it is served at ten o'clock of a working day, such as http://127.0.0.1:40123."""
    name = f"{LOADED}_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    load_hall_at_ten(postgres_server)
    copy_database(postgres_server, name, template=LOADED)
    environment = {
        **hall_environment(postgres_server, name, metrics=tmp_path_factory.mktemp("metrics")),
        **server_clock,
        "KYOSEKI_DIRECTORY": str(city_directory.settings),
    }
    port = free_port()
    server = [
        f"{AT_TEN}:application" if word == "config.wsgi:application" else word
        for word in server_command(host="127.0.0.1", port=port, workers=1)
    ]
    with ExitStack() as running:
        running.enter_context(running_process(server, environment))
        for which in ([], ["outside"], ["heavy"]):
            running.enter_context(running_process([sys.executable, "-m", AT_TEN, "work", *which], environment))
        address = f"http://127.0.0.1:{port}"
        wait_for_answer(f"{address}/healthz")
        yield address


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
                person.has_signed_in()
                signed_in_before[username] = context.storage_state()
            person.has_come(language)
            return person

        yield arrive


@pytest.fixture(scope="session")
def account_of(hall_address: str) -> dict[str, str]:
    """The user name of whoever has a role in the demonstration, by role."""
    with urlopen(f"{hall_address}/api/v1/session/") as answer:
        return {one["role"]: one["username"] for one in json.load(answer)["demonstration_accounts"]}


@pytest.fixture
def arrives_as(arrives: Callable[..., Person], account_of: dict[str, str]) -> Callable[..., Person]:
    """`arrives_as("it", width=360)` is whoever has that role, as `arrives` has people come."""
    return lambda role, **how: arrives(account_of[role], **how)


@pytest.fixture(scope="session")
def today(ten_oclock: datetime) -> date:
    return ten_oclock.date()
