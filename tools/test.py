"""`make test`: what the tests need from the system, then the tests themselves.

    python -m tools.test quick        everything that needs no browser
    python -m tools.test all          that, the browser tests, and the tests of the screens
    python -m tools.test postgres15   migrations and bookings on the PostgreSQL of Debian 12

Further words go to pytest.
"""

import os
import sys
from pathlib import Path

from tools.debian import POSTGRES_15, require_for
from tools.screens import build_screens, npm
from tools.terminal import Trouble, give_up, run_to_its_end, say, stop

ROOT = Path(__file__).resolve().parent.parent
# On this stretch the booking tests say nothing about the server that the rest has not said already.
POSTGRES_15_TESTS = ("backend/core", "backend/audit", "backend/plans", "backend/bookings", "tests/integration")


def main() -> int:
    """The exit status of the first part that fails, 0 when all pass."""
    words = sys.argv[1:]
    try:
        match words:
            case ["quick", *more]:
                require_for("quick")
                return run_pytest("-m", "not browser", *more)
            case ["all", *more]:
                return run_all(more)
            case ["postgres15", *more]:
                require_for("postgres15")
                os.environ["KYOSEKI_POSTGRES_BIN"] = str(POSTGRES_15)
                there = [name for name in POSTGRES_15_TESTS if (ROOT / name).exists()]
                return run_pytest("-m", "not browser", *there, *more)
            case _:
                raise Trouble("say quick, all or postgres15.")
    except Trouble as trouble:
        give_up(trouble)
    except KeyboardInterrupt:
        stop()


def run_all(more: list[str]) -> int:
    """The screens' own tests, then everything that pytest finds."""
    require_for("all")
    build_screens()
    say("testing the screens …")
    screens = npm(["run", "--silent", "test"])
    return run_pytest(*more) or screens


def run_pytest(*words: str) -> int:
    """pytest on as many workers as there are cores, unless the words say how many.

    Who has nothing left takes over from who has: the slow ones, in a browser, stand together at the end.
    """
    told = any(word.startswith(("-n", "--pdb", "-p")) for word in words)
    workers = () if told else ("-n", str(os.cpu_count() or 1), "--dist", "worksteal")
    environment = {**os.environ, "KYOSEKI_MODE": "test"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of processes start, and each would compile everything
    return run_to_its_end([sys.executable, "-m", "pytest", *workers, *words], cwd=ROOT, env=environment)


if __name__ == "__main__":
    sys.exit(main())
