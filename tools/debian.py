"""Debian's packages: what a command needs is installed by apt for root, and named for anybody else."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from tools.terminal import Trouble, say

_SEARCHED = ("/usr/sbin", "/usr/share")


def require_packages(packages: dict[str, str], *, whose: str = "The tests need", without_service: bool = False) -> None:
    """Install what is missing by apt as root, else name the one command to type.

    `packages` has a sign for each: a program, or a path that is there once it is installed. `without_service`: what is
    installed starts nothing by itself.
    """
    missing = sorted(name for name, sign in packages.items() if not _is_there(sign))
    if not missing:
        return
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Trouble(
            f"{whose} Debian packages; type: sudo apt-get install --no-install-recommends {' '.join(missing)}"
        )
    say(f"installing {' '.join(missing)} …")
    with _services_kept_from_starting() if without_service else nullcontext():
        _install(missing)


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
