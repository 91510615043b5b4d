import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.environment import Environment

BACKEND = Path(__file__).resolve().parent.parent.parent
PRODUCTION = {
    "KYOSEKI_MODE": "production",
    "DATABASE_URL": "postgresql://kyoseki:secret@db:5432/kyoseki",
    "KYOSEKI_SECRET_KEY": "k3" * 30,
    "KYOSEKI_ALLOWED_HOSTS": "desks.city.example",
}


def start(variables: dict[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", "import config.settings as s; print(s.HTTPS, s.CSRF_COOKIE_SECURE, s.DEBUG)"],
        cwd=BACKEND,
        env={"PYTHONPATH": str(BACKEND.parent), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_production_starts_with_what_it_needs_and_is_strict_about_cookies() -> None:
    assert start(PRODUCTION) == (0, "True True False\n")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"KYOSEKI_SECRET_KEY": ""}, "KYOSEKI_SECRET_KEY has to be a secret of your own"),
        ({"KYOSEKI_SECRET_KEY": "short"}, "KYOSEKI_SECRET_KEY has to be a secret of your own"),
        ({"KYOSEKI_DEBUG": "1"}, "KYOSEKI_DEBUG may not be on in production"),
        ({"KYOSEKI_DEMONSTRATION": "1"}, "KYOSEKI_DEMONSTRATION opens known passwords"),
        ({"KYOSEKI_ALLOWED_HOSTS": ""}, "KYOSEKI_ALLOWED_HOSTS has to name the host"),
        ({"KYOSEKI_ALLOWED_HOSTS": "*"}, "KYOSEKI_ALLOWED_HOSTS may not be '*'"),
        ({"DATABASE_URL": ""}, "DATABASE_URL is missing"),
        ({"DATABASE_URL": "mysql://db/kyoseki"}, "DATABASE_URL has to look like postgresql://"),
        ({"KYOSEKI_HTTPS": "perhaps"}, "KYOSEKI_HTTPS is 'perhaps'; it may be 1 or 0"),
        ({"KYOSEKI_TRUSTED_PROXIES": "10.0.0.0/99"}, "KYOSEKI_TRUSTED_PROXIES holds '10.0.0.0/99'"),
        ({"KYOSEKI_LARGEST_BODY": "many"}, "KYOSEKI_LARGEST_BODY is 'many'; it may be a whole number"),
        ({"KYOSEKI_MODE": "live"}, "KYOSEKI_MODE is 'live'; it may be production"),
    ],
)
def test_production_refuses_to_start_and_says_why(change: dict[str, str], words: str) -> None:
    code, said = start(PRODUCTION | change)
    assert code != 0
    assert words in said


def test_with_a_database_of_its_own_the_mode_is_production_unless_said_otherwise() -> None:
    code, said = start({"DATABASE_URL": PRODUCTION["DATABASE_URL"]})
    assert code != 0
    assert "KYOSEKI_SECRET_KEY" in said
    assert "KYOSEKI_ALLOWED_HOSTS" in said


def test_a_database_url_may_name_a_folder_of_sockets_and_options() -> None:
    env = Environment({"DATABASE_URL": "postgresql://me:p%40ss@/desks?host=/run/postgresql&sslmode=require"})
    assert env.database("DATABASE_URL") == {
        "NAME": "desks",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "/run/postgresql",
        "PORT": "",
        "OPTION_sslmode": "require",
    }


def test_every_mistake_is_told_at_once() -> None:
    env = Environment({"A": "x", "B": "y"})
    env.flag("A")
    env.number("B", 1)
    with pytest.raises(ImproperlyConfigured, match=r"A is 'x'.*B is 'y'"):
        env.settle()


def test_networks_may_be_addresses() -> None:
    assert Environment({"N": "10.0.0.1, fd00::/8"}).networks("N") == [ip_network("10.0.0.1/32"), ip_network("fd00::/8")]
