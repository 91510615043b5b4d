"""What `make run-ldap` starts: an OpenLDAP with the hall's people, a sync from it, and sign-in by its passwords."""

import subprocess
import sys
from collections.abc import Callable

import ldap
import pytest
import requests

from tests.fixtures.postgres import copy_database, url_of
from tests.fixtures.served import free_port, running_process, wait_for_answer
from tools.run_ldap import BASE, demonstration_directory
from tools.server import BACKEND, process_environment, server_command
from tools.slapd import SLAPD

SIGN_IN = "/api/v1/session/"
DATABASE = "hall_from_openldap"


@pytest.mark.slow
def test_the_hall_is_read_from_openldap_and_its_people_sign_in_there(
    postgres_server: dict[str, str], migrated_database: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if not SLAPD.exists():
        pytest.skip("slapd is not installed; make test installs it for root")
    folder = tmp_path_factory.mktemp("l")
    copy_database(postgres_server, DATABASE, template=migrated_database)
    with demonstration_directory(folder / "d") as (server, settings):
        environment = process_environment(
            **settings,
            DATABASE_URL=url_of(postgres_server, DATABASE),
            DJANGO_SETTINGS_MODULE="config.settings",
            KYOSEKI_MODE="development",
            KYOSEKI_LOG_LEVEL="ERROR",
            KYOSEKI_ROSTER_COPY=str(folder / "roster"),
            PROMETHEUS_MULTIPROC_DIR=str(tmp_path_factory.mktemp("metrics")),
        )
        manage = _managing(environment)
        assert "2899 people found" in manage("check_directory")
        manage("sync_directory")
        port = free_port()
        with running_process(server_command(host="127.0.0.1", port=port, workers=1), environment):
            address = f"http://127.0.0.1:{port}"
            wait_for_answer(f"{address}/healthz")
            assert _answer(address, "s011026", "kyoseki") == (200, True)
            # Only the directory knows the password, and only the sync makes people.
            assert _answer(address, "s011026", "kyoseki2") == _answer(address, "nobody", "kyoseki")
        with_hands = ldap.initialize(server.socket)
        with_hands.sasl_external_bind_s()
        with_hands.modify_s(f"uid=s011026,ou=people,{BASE}", [(ldap.MOD_REPLACE, "title", ["主任".encode()])])
        with_hands.unbind_s()
        assert manage("sync_directory").endswith("Changed — person.changed: 1.\n")


def _managing(environment: dict[str, str]) -> Callable[..., str]:
    def manage(*command: str) -> str:
        words = [sys.executable, str(BACKEND / "manage.py"), *command]
        done = subprocess.run(words, env=environment, check=True, capture_output=True, text=True)
        return done.stdout

    return manage


def _answer(address: str, username: str, password: str) -> tuple[int, bool]:
    """The status, and whether whoever asked is signed in."""
    browser = requests.Session()
    browser.get(address + SIGN_IN, timeout=30)
    headers = {"X-CSRFToken": browser.cookies.get("kyoseki_csrf") or ""}
    body = {"username": username, "password": password}
    answer = browser.post(address + SIGN_IN, json=body, headers=headers, timeout=30)
    return answer.status_code, bool(browser.get(address + SIGN_IN, timeout=30).json().get("signed_in"))
