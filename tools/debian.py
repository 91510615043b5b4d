"""Debian's packages: what a command needs is installed by apt for root, and named for anybody else.

    python3 -m tools.debian all        what `make test` needs
    python3 -m tools.debian ldap       what python-ldap is built from

Like tools/environment.py it runs on the machine's own Python, before there is any other: whoever has to type something
hears of everything at once, and before anything is downloaded.
"""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from tools.terminal import Trouble, give_up, say

POSTGRES_15 = Path("/usr/lib/postgresql/15/bin")
_SEARCHED = ("/usr/sbin", "/usr/share")
_LIBRARIES = f"/usr/lib/{sysconfig.get_config_var('MULTIARCH')}"
# Debian package: how to see that it is there.
_FOR_LDAP = {
    "gcc": "/usr/bin/gcc",
    "libc6-dev": "/usr/include/stdlib.h",
    "libldap-dev": "/usr/include/ldap.h",
    "libsasl2-dev": "/usr/include/sasl/sasl.h",
    "python3-dev": str(Path(sysconfig.get_paths()["include"]) / "Python.h"),
}
_FOR_BROWSER = {"chromium": "chromium", "fonts-noto-cjk": "fonts/opentype/noto/NotoSansCJK-Regular.ttc"}
_FOR_POSTGRES_15 = {"postgresql-15": str(POSTGRES_15 / "postgres")}
# Directories the tests start themselves; Samba's is an Active Directory and is started by root alone.
_FOR_DIRECTORIES = {"slapd": "slapd"}
_FOR_DOMAINS = {
    "ldb-tools": "ldbadd",
    "samba": "samba",
    "samba-ad-provision": "/usr/share/samba/setup/ad-schema",
    "samba-dsdb-modules": f"{_LIBRARIES}/samba/ldb/samba_dsdb.so",
    "samba-vfs-modules": f"{_LIBRARIES}/samba/vfs/acl_xattr.so",
    "winbind": "winbindd",
}
# Cyrus is a third server of calendars beside those of PyPI, and the server of mail that is read by IMAP. Any program
# that takes mail will do for it; msmtp-mta starts nothing.
_FOR_CALENDARS = {
    "cyrus-caldav": "/usr/lib/cyrus/bin/httpd",
    "cyrus-imapd": "/usr/lib/cyrus/bin/imapd",
    "libsasl2-modules": f"{_LIBRARIES}/sasl2/libplain.so",
    "libsasl2-modules-db": f"{_LIBRARIES}/sasl2/libsasldb.so",
    "msmtp-mta": "sendmail",
    "sasl2-bin": "saslpasswd2",
}


def needs_of(purpose: str) -> dict[str, str]:
    """The packages of one purpose, each with a sign: a program, or a path that is there once it is installed.

    Whoever is not root may have Cyrus installed and starts it too; without it its tests say so and are left out.
    """
    for_root = _FOR_DOMAINS | _FOR_CALENDARS if os.geteuid() == 0 else {}
    match purpose:
        case "ldap":
            return _FOR_LDAP
        case "run-ldap":
            return _FOR_DIRECTORIES
        case "quick":
            return _FOR_DIRECTORIES | for_root
        case "all":
            return _FOR_BROWSER | _FOR_DIRECTORIES | for_root
        case "postgres15":
            return _FOR_POSTGRES_15 | _FOR_DIRECTORIES | for_root
        case _:
            raise Trouble(f"nothing is known of what {purpose} needs; say ldap, run-ldap, quick, all or postgres15.")


def require_for(*purposes: str) -> None:
    """Install what the purposes need and the machine has not, by apt as root; else name the one command to type.

    Whatever is installed starts nothing by itself.
    """
    needed = {name: sign for purpose in purposes for name, sign in needs_of(purpose).items()}
    missing = sorted(name for name, sign in needed.items() if not _is_there(sign))
    if not missing:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        words = f"apt-get install --no-install-recommends {' '.join(missing)}"
        raise Trouble(f"Debian packages are missing; {_to_type()} {words}")
    say(f"installing {' '.join(missing)} …")
    servers = set(missing) - set(_FOR_LDAP)
    with _services_kept_from_starting() if servers else nullcontext():
        _install(missing)


def _to_type() -> str:
    """Debian has sudo only where root was given no password."""
    return "type: sudo" if shutil.which("sudo") else "type as root:"


@contextmanager
def _services_kept_from_starting() -> Iterator[None]:
    """What is installed here starts nothing: whoever asked for it starts servers of its own."""
    cluster, policy = Path("/etc/postgresql-common/createcluster.conf"), Path("/usr/sbin/policy-rc.d")
    if not cluster.exists():
        cluster.parent.mkdir(parents=True, exist_ok=True)
        cluster.write_text("create_main_cluster = false\n")
    if policy.exists():
        yield
        return
    policy.write_text("#!/bin/sh\nexit 101\n")
    policy.chmod(0o755)
    try:
        yield
    finally:
        policy.unlink()


def _install(missing: list[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "Dpkg::Options::=--force-confold"]
    subprocess.run([*apt, "update"], env=environment, stdout=subprocess.DEVNULL, check=False)
    install = [*apt, "install", "--yes", "--no-install-recommends", *missing]
    done = subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode != 0:
        raise Trouble(f"apt-get could not install {' '.join(missing)}; its reason stands above.")


def _is_there(sign: str) -> bool:
    if sign.startswith("/"):
        return Path(sign).exists()
    return bool(shutil.which(sign)) or any((Path(folder) / sign).exists() for folder in _SEARCHED)


def main() -> int:
    """0 when everything is in place."""
    try:
        require_for(*sys.argv[1:])
    except Trouble as trouble:
        give_up(trouble)
    except KeyboardInterrupt:
        return 130  # whoever called says the one sentence
    return 0


if __name__ == "__main__":
    sys.exit(main())
