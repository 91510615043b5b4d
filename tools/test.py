"""`make test`: what the tests need from the system, then the tests themselves.

    python -m tools.test quick        everything that needs no browser
    python -m tools.test all          that, the browser tests, and the tests of the screens
    python -m tools.test postgres15   migrations and bookings on the PostgreSQL of Debian 12

Further words go to pytest.
"""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from tools.debian import require_packages
from tools.screens import build_screens, npm
from tools.terminal import Trouble, give_up, say

ROOT = Path(__file__).resolve().parent.parent
POSTGRES_15 = Path("/usr/lib/postgresql/15/bin")
# Debian package: how to see that it is there.
FOR_BROWSER = {"chromium": "chromium", "fonts-noto-cjk": "fonts/opentype/noto/NotoSansCJK-Regular.ttc"}
FOR_POSTGRES_15 = {"postgresql-15": str(POSTGRES_15 / "postgres")}
_LIBRARIES = f"/usr/lib/{sysconfig.get_config_var('MULTIARCH')}"
# Directories the tests start themselves; Samba's is an Active Directory and is started by root alone.
FOR_DIRECTORIES = {"slapd": "slapd"}
FOR_DOMAINS = {
    "ldb-tools": "ldbadd",
    "samba": "samba",
    "samba-ad-provision": "/usr/share/samba/setup/ad-schema",
    "samba-dsdb-modules": f"{_LIBRARIES}/samba/ldb/samba_dsdb.so",
    "samba-vfs-modules": f"{_LIBRARIES}/samba/vfs/acl_xattr.so",
    "winbind": "winbindd",
}
# On this stretch the booking tests say nothing about the server that the rest has not said already.
POSTGRES_15_TESTS = ("backend/core", "backend/audit", "backend/plans", "backend/bookings", "tests/integration")


def main() -> int:
    """The exit status of the first part that fails, 0 when all pass."""
    words = sys.argv[1:]
    try:
        match words:
            case ["quick", *more]:
                require_directories()
                return run_pytest("-m", "not browser", *more)
            case ["all", *more]:
                return run_all(more)
            case ["postgres15", *more]:
                require_packages(FOR_POSTGRES_15, without_service=True)
                require_directories()
                os.environ["KYOSEKI_POSTGRES_BIN"] = str(POSTGRES_15)
                there = [name for name in POSTGRES_15_TESTS if (ROOT / name).exists()]
                return run_pytest("-m", "not browser", *there, *more)
            case _:
                raise Trouble("say quick, all or postgres15.")
    except Trouble as trouble:
        give_up(trouble)


def run_all(more: list[str]) -> int:
    """The screens' own tests, then everything that pytest finds."""
    require_packages(FOR_BROWSER)
    require_directories()
    build_screens()
    say("testing the screens …")
    screens = npm(["run", "--silent", "test"])
    return run_pytest(*more) or screens


def require_directories() -> None:
    """What an OpenLDAP and, as root, an Active Directory are started from; neither becomes a service of the machine."""
    require_packages(FOR_DIRECTORIES | (FOR_DOMAINS if os.geteuid() == 0 else {}), without_service=True)


def run_pytest(*words: str) -> int:
    """pytest on as many workers as there are cores, unless the words say how many."""
    workers = () if any(word.startswith(("-n", "--pdb", "-p")) for word in words) else ("-n", str(os.cpu_count() or 1))
    environment = {**os.environ, "KYOSEKI_MODE": "test"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *workers, *words], cwd=ROOT, env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
