"""What somebody meets on a machine that has nothing of Kyoseki yet: what is missing, and Ctrl-C at the wrong time."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools import debian
from tools.run import running_together
from tools.terminal import Trouble

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / "tools" / "environment.py"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with one set to install, and a .venv of which `pip_that` makes a pip."""
    for folder in ("tools", "requirements", ".venv/bin"):
        (tmp_path / folder).mkdir(parents=True)
    shutil.copy(ENVIRONMENT, tmp_path / "tools")
    (tmp_path / "tools" / "__init__.py").touch()
    (tmp_path / "requirements" / "run.txt").write_text("one==1\n  --hash=sha256:1\nother==2\n  --hash=sha256:2\n")
    (tmp_path / ".venv" / "bin" / "pip").touch()
    return tmp_path


def pip_that(does: str, clone: Path) -> list[str]:
    """The command that installs the set `run` of the clone with a pip that does something else."""
    python = clone / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\n[ "$1" = -c ] && exit 0\n{does}\n')
    python.chmod(0o755)
    return [sys.executable, str(clone / "tools" / "environment.py"), "run"]


def test_ctrl_c_while_packages_are_installed_is_one_sentence(clone: Path) -> None:
    command = pip_that("echo begun >&2; exec sleep 60", clone)
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "begun\n"
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to everybody in the foreground
        _said, complaint = process.communicate(timeout=20)
    assert (process.returncode, complaint) == (130, "\nkyoseki: stopped; the next run goes on from here.\n")


def test_at_a_terminal_one_sees_how_far_it_is(clone: Path) -> None:
    command = pip_that("echo Collecting one; echo '  from a cache'; echo Installing collected packages: one", clone)
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        subprocess.run(command, stdout=theirs, check=True)
        os.close(theirs)
        shown = terminal.read(4096).decode().replace("\033[K", "")
    first, *steps = shown.replace("\r\n", "\n").split("\n", 1)
    assert first == "kyoseki: installing the packages of requirements/run.txt …"
    assert steps == ["  fetching 1 of 2\r  putting them in place\r"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == ""  # the second time


def test_what_debian_has_to_give_is_told_before_anything_is_made(clone: Path) -> None:
    shutil.rmtree(clone / ".venv")
    (clone / "tools" / "debian.py").write_text("import sys\nsys.exit(f'missing for {sys.argv[1:]}')\n")
    (clone / "requirements" / "ldap.txt").write_text("something-built==1\n")
    words = [sys.executable, str(clone / "tools" / "environment.py"), "--for", "all", "run", "ldap"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "missing for ['all', 'ldap']\n")
    assert not (clone / ".venv").exists()


@pytest.mark.parametrize(("sudo", "type_it"), [("/usr/bin/sudo", "type: sudo"), (None, "type as root:")])
def test_who_is_not_root_is_told_of_everything_in_one_sentence(
    sudo: str | None, type_it: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(debian, "_is_there", lambda sign: sign == "/usr/bin/gcc")
    monkeypatch.setattr(shutil, "which", {"sudo": sudo}.get)
    with pytest.raises(Trouble) as told:
        debian.require_for("all", "ldap")
    assert str(told.value) == (
        f"Debian packages are missing; {type_it} apt-get install --no-install-recommends "
        "chromium fonts-noto-cjk libc6-dev libldap-dev libsasl2-dev python3-dev slapd"
    )


_WAITS_FOR_THE_OTHER = """
trap 'touch told-$1; while [ ! -e told-$2 ]; do sleep 0.05; done; exit 0' TERM
touch begun-$1
while true; do sleep 0.05; done
"""


def test_the_processes_of_the_product_are_told_to_end_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pairs = (("server", "worker"), ("worker", "server"))
    commands = {name: ["sh", "-c", _WAITS_FOR_THE_OTHER, "sh", name, other] for name, other in pairs}
    with running_together(commands) as processes:
        while len(list(tmp_path.glob("begun-*"))) < len(commands):
            time.sleep(0.02)
    assert [process.returncode for process in processes.values()] == [0, 0]  # whoever waits in vain is killed


_FOREGROUND = """
import os, sys
from pathlib import Path
from tools.terminal import run_to_its_end
print(run_to_its_end(["sh", "-c", sys.argv[1]], cwd=Path.cwd(), env=os.environ))
"""


def test_ctrl_c_lets_the_tests_clear_up_after_themselves() -> None:
    clearing_up = "trap 'sleep 0.5; echo cleared up; exit 1' INT; echo begun; while true; do sleep 0.05; done"
    with subprocess.Popen(
        [sys.executable, "-c", _FOREGROUND, clearing_up],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "begun\n"
        os.killpg(process.pid, signal.SIGINT)
        said, complaint = process.communicate(timeout=20)
    assert (process.returncode, said, complaint) == (130, "cleared up\n", "\nkyoseki: stopped.\n")
