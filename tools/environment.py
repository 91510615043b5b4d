"""Makes .venv and installs the pinned packages of one or more sets, only when something changed.

    python3 tools/environment.py run        what `make run` needs
    python3 tools/environment.py dev ldap   what the tests and checks need, and what speaks to a directory's server
    python3 tools/environment.py federation what signing in by an identity provider needs

Runs on the machine's own Python, so it uses nothing but the standard library and no syntax newer than Python 3.6:
an old Python shall get as far as the sentence that says it is too old.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LEAST_PYTHON = (3, 11)
NEEDED_BYTES = 2 * 1024**3
# What pip builds python-ldap from, in the words of Debian: the package, and a file that shows it is there.
FOR_LDAP = {
    "gcc": "/usr/bin/gcc",
    "libc6-dev": "/usr/include/stdlib.h",
    "libldap-dev": "/usr/include/ldap.h",
    "libsasl2-dev": "/usr/include/sasl/sasl.h",
    "python3-dev": str(Path(sysconfig.get_paths()["include"]) / "Python.h"),
}


class Trouble(Exception):
    """One clear sentence about what is missing."""


def main(sets: "list[str]") -> int:
    """Install the sets; the exit status is 0 when everything is in place."""
    try:
        check_python()
        make_venv()
        for name in sets:
            install(name)
    except Trouble as trouble:
        print(f"kyoseki: {trouble}", file=sys.stderr)
        return 1
    return 0


def check_python() -> None:
    """Trouble when this Python is too old."""
    if sys.version_info < LEAST_PYTHON:
        here, least = (".".join(str(part) for part in version[:2]) for version in (sys.version_info, LEAST_PYTHON))
        raise Trouble(f"Kyoseki needs Python {least} or newer, and this is {here}; name one: make PYTHON=python{least}")


def make_venv() -> None:
    """Leave a working .venv with pip; one that a newer Python of the system broke is made again."""
    if (VENV / "bin" / "pip").exists() and subprocess.run([PYTHON, "-c", ""], check=False).returncode == 0:
        return
    check_space()
    print("kyoseki: making .venv …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", VENV], stdout=subprocess.DEVNULL, check=False)
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble("Python cannot make a virtual environment; on Debian type: apt install python3-venv")


def install(name: str) -> None:
    """Leave the packages of requirements/<name>.txt installed; Trouble when pip cannot."""
    requirements = ROOT / "requirements" / f"{name}.txt"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    stamp = VENV / f"installed-{name}"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    check_space()
    if name == "ldap":
        require_headers()
    print(f"kyoseki: installing the packages of requirements/{name}.txt …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    pip += ["--require-hashes", "--no-deps"]  # each file names everything that is needed
    if subprocess.run([*pip, "--requirement", str(requirements)], check=False).returncode != 0:
        raise Trouble(f"The packages of requirements/{name}.txt could not be installed; pip says why above.")
    stamp.write_text(wanted)


def require_headers() -> None:
    """Leave what python-ldap is built from installed, by apt as root; Trouble with the one command to type else."""
    missing = sorted(name for name, sign in FOR_LDAP.items() if not Path(sign).exists())
    if not missing:
        return
    words = " ".join(missing)
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Trouble(f"python-ldap is built from source; type: sudo apt-get install --no-install-recommends {words}")
    print(f"kyoseki: installing {words} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "-qq", "update"], env=environment, stdout=subprocess.DEVNULL, check=False)
    install = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", *missing]
    if subprocess.run(install, env=environment, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        raise Trouble(f"apt-get could not install {words}; its reason stands above.")


def check_space() -> None:
    """Trouble when an installation would fill the disk."""
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        have, need = free // 1024**2, NEEDED_BYTES // 1024**2
        raise Trouble(f"The disk under {ROOT} has {have} MB free, and Kyoseki needs {need} MB; make room.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
