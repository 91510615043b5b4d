"""Makes .venv and installs the pinned packages of one or more sets, only when something changed.

    python3 tools/environment.py run        what `make run` needs
    python3 tools/environment.py dev node   what the tests and checks need, and Node

Runs on the machine's own Python, so it uses nothing but the standard library, and no syntax newer than Python 3.6: an old
Python shall read it to the sentence that says it is too old.
"""

import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
LEAST_PYTHON = (3, 11)
NEEDED_BYTES = 2 * 1024**3


class Trouble(Exception):
    """One clear sentence about what is missing."""


def main(sets):
    """Install the sets; the exit status is 0 when everything is in place."""
    try:
        if sys.version_info < LEAST_PYTHON:
            raise Trouble(
                "Kyoseki needs Python {}.{} or newer, and this is {}.{}; name another one with `make PYTHON=python3.11 …`."
                .format(*LEAST_PYTHON, *sys.version_info[:2])
            )
        make_venv()
        for name in sets:
            install(name)
    except Trouble as trouble:
        print("kyoseki: {}".format(trouble), file=sys.stderr)
        return 1
    return 0


def make_venv():
    python = os.path.join(VENV, "bin", "python")
    if os.path.exists(os.path.join(VENV, "bin", "pip")) and works(python):
        return
    check_space()
    print("kyoseki: making .venv …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", VENV], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if made.returncode != 0:
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble("Python cannot make a virtual environment; on Debian: apt install python3-venv")


def works(python):
    return subprocess.run([python, "-c", ""], stderr=subprocess.DEVNULL).returncode == 0


def install(name):
    requirements = os.path.join(ROOT, "requirements", name + ".txt")
    with open(requirements, "rb") as file:
        wanted = hashlib.sha256(file.read()).hexdigest()
    stamp = os.path.join(VENV, "installed-" + name)
    # The packages of `run` are a part of those of `dev`, in the same versions.
    if is_stamped(stamp, wanted):
        return
    check_space()
    print("kyoseki: installing the packages of requirements/{}.txt …".format(name), flush=True)
    pip = [os.path.join(VENV, "bin", "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(pip + ["--require-hashes", "--requirement", requirements])
    if done.returncode != 0:
        raise Trouble("The packages of requirements/{}.txt could not be installed; pip says why above.".format(name))
    with open(stamp, "w") as file:
        file.write(wanted)


def is_stamped(stamp, wanted):
    try:
        with open(stamp) as file:
            return file.read() == wanted
    except OSError:
        return False


def check_space():
    free = shutil.disk_usage(ROOT).free
    if free < NEEDED_BYTES:
        raise Trouble(
            "The disk under {} has {} MB free, and Kyoseki needs {} MB; make room and start again."
            .format(ROOT, free // 1024**2, NEEDED_BYTES // 1024**2)
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
