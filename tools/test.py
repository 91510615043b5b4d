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
# Cyrus is a third server of calendars beside those of PyPI, and the server of mail that is read by IMAP. Any program
# that takes mail will do for it; msmtp-mta starts nothing.
FOR_CALENDARS = {
    "cyrus-caldav": "/usr/lib/cyrus/bin/httpd",
    "cyrus-imapd": "/usr/lib/cyrus/bin/imapd",
    "libsasl2-modules": f"{_LIBRARIES}/sasl2/libplain.so",
    "libsasl2-modules-db": f"{_LIBRARIES}/sasl2/libsasldb.so",
    "msmtp-mta": "sendmail",
    "sasl2-bin": "saslpasswd2",
}
# On this stretch the booking tests say nothing about the server that the rest has not said already.
POSTGRES_15_TESTS = ("backend/core", "backend/audit", "backend/plans", "backend/bookings", "tests/integration")


def main() -> int:
    """The exit status of the first part that fails, 0 when all pass."""
    words = sys.argv[1:]
    try:
        match words:
            case ["quick", *more]:
                require_servers()
                return run_pytest("-m", "not browser", *more)
            case ["all", *more]:
                return run_all(more)
            case ["postgres15", *more]:
                require_packages(FOR_POSTGRES_15, without_service=True)
                require_servers()
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
    require_servers()
    build_screens()
    say("testing the screens …")
    screens = npm(["run", "--silent", "test"])
    return run_pytest(*more) or screens


def require_servers() -> None:
    """What an OpenLDAP and, as root, an Active Directory and a Cyrus are started from; none becomes a service.

    Whoever is not root may have Cyrus installed and starts it too; without it its tests say so and are left out.
    """
    for_root = FOR_DOMAINS | FOR_CALENDARS if os.geteuid() == 0 else {}
    require_packages(FOR_DIRECTORIES | for_root, without_service=True)


def run_pytest(*words: str) -> int:
    """pytest on as many workers as there are cores, unless the words say how many.

    Who has nothing left takes over from who has: the slow ones, in a browser, stand together at the end.
    """
    told = any(word.startswith(("-n", "--pdb", "-p")) for word in words)
    workers = () if told else ("-n", str(os.cpu_count() or 1), "--dist", "worksteal")
    environment = {**os.environ, "KYOSEKI_MODE": "test"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *workers, *words], cwd=ROOT, env=environment, check=False
    ).returncode


if __name__ == "__main__":
    sys.exit(main())
