"""Makes .venv and installs the pinned packages of one or more sets, only when something changed.

    python3 tools/environment.py run                    what `make run` needs
    python3 tools/environment.py dev ldap federation    what checks need: python-ldap and the identity providers' too
    python3 tools/environment.py --for all dev ldap     what Debian has to give for `make test`, and then these sets

Runs on the machine's own Python, so it uses nothing but the standard library and no syntax newer than Python 3.6:
an old Python shall get as far as the sentence that says it is too old.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LEAST_PYTHON = (3, 11)
NEEDED_BYTES = 2 * 1024**3
INTERRUPTED = 130
PIP_END_SECONDS = 20


class Trouble(Exception):
    """One clear sentence about what is missing."""


def main(words: "list[str]") -> int:
    """Install the sets that the words name; the exit status is 0 when everything is in place."""
    parser = argparse.ArgumentParser(prog="environment.py")
    parser.add_argument("--for", dest="purpose", help="what tools/debian.py shall look after first")
    parser.add_argument("sets", nargs="+", metavar="set", help="a file of requirements/, without .txt")
    asked = parser.parse_args(words)
    try:
        check_python()
        if not debian_has_given(asked.purpose, asked.sets):
            return 1
        make_venv()
        for name in asked.sets:
            install(name)
    except Trouble as trouble:
        print(f"kyoseki: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nkyoseki: stopped; the next run goes on from here.", file=sys.stderr)
        return INTERRUPTED
    return 0


def check_python() -> None:
    """Trouble when this Python is too old."""
    if sys.version_info < LEAST_PYTHON:
        here, least = (".".join(str(part) for part in version[:2]) for version in (sys.version_info, LEAST_PYTHON))
        raise Trouble(f"Kyoseki needs Python {least} or newer, and this is {here}; name one: make PYTHON=python{least}")


def debian_has_given(purpose: "str | None", sets: "list[str]") -> bool:
    """Whether Debian's packages are there, after one sentence where they are not; python-ldap is built from some."""
    purposes = [purpose] if purpose else []
    if "ldap" in sets and not is_installed("ldap"):
        purposes.append("ldap")
    if not purposes:
        return True
    return subprocess.run([sys.executable, "-m", "tools.debian", *purposes], cwd=ROOT, check=False).returncode == 0


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
    if is_installed(name):
        return
    check_space()
    requirements = requirements_of(name)
    print(f"kyoseki: installing the packages of requirements/{name}.txt …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar=off"]
    pip += ["--require-hashes", "--no-deps"]  # each file names everything that is needed
    packages = sum("==" in line for line in requirements.read_text(encoding="utf-8").splitlines())
    if run_pip([*pip, "--requirement", str(requirements)], packages) != 0:
        raise Trouble(f"The packages of requirements/{name}.txt could not be installed; pip says why above.")
    stamp_of(name).write_text(digest_of(name))


def run_pip(command: "list[str]", packages: int) -> int:
    """Its exit status. What it complains about is heard; how far it is, where somebody looks on, in one short line."""
    looked_at, fetched = sys.stdout.isatty(), 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, universal_newlines=True) as process:
        try:
            for line in process.stdout or ():
                fetched += line.startswith("Collecting ")
                step = (
                    f"fetching {fetched} of {packages}" if line.startswith("Collecting ") else "putting them in place"
                )
                if looked_at and line.startswith(("Collecting ", "Installing ")):
                    print(f"\033[K  {step}", end="\r", flush=True)
        except KeyboardInterrupt:  # a terminal's Ctrl-C has reached pip too, which tidies up
            process.wait(PIP_END_SECONDS)
            raise
    if looked_at:
        print("\033[K", end="", flush=True)
    return process.returncode


def is_installed(name: str) -> bool:
    """Whether .venv has the packages of requirements/<name>.txt as it is now."""
    return stamp_of(name).exists() and stamp_of(name).read_text() == digest_of(name)


def requirements_of(name: str) -> Path:
    """The file of a set."""
    return ROOT / "requirements" / f"{name}.txt"


def stamp_of(name: str) -> Path:
    """Where it is noted what was installed last."""
    return VENV / f"installed-{name}"


def digest_of(name: str) -> str:
    """What tells one content of a set's file from another."""
    return hashlib.sha256(requirements_of(name).read_bytes()).hexdigest()


def check_space() -> None:
    """Trouble when an installation would fill the disk."""
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        have, need = free // 1024**2, NEEDED_BYTES // 1024**2
        raise Trouble(f"The disk under {ROOT} has {have} MB free, and Kyoseki needs {need} MB; make room.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
