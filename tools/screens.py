"""Builds the screens with npm and Vite, only when their sources changed, and compresses what browsers will fetch."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from whitenoise.compress import Compressor

from tools.node import node_environment
from tools.terminal import Trouble, give_up, say, stop

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
BUILT = FRONTEND / "dist"
_NOT_SOURCES = {"node_modules", "dist", "test-results", "playwright-report", ".vite"}
NPM_QUIET = ["--no-audit", "--no-fund", "--loglevel=error"]


def build_screens() -> None:
    """Leave an up-to-date build in frontend/dist; Trouble when npm or Vite fails."""
    install_modules()
    wanted = _digest(_sources())
    stamp = BUILT / ".built-from"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    say("building the screens …")
    _npm(["run", "--silent", "build"], "The screens could not be built; the reason stands above.")
    compress(BUILT)
    stamp.write_text(wanted)


def install_modules() -> None:
    """Leave frontend/node_modules as package-lock.json says."""
    modules = FRONTEND / "node_modules"
    wanted = _digest([FRONTEND / "package-lock.json"])
    stamp = modules / ".installed-from"
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    say("installing the packages of the screens …")
    _npm(["ci", *NPM_QUIET], "The packages of frontend/package-lock.json could not be installed; npm says why above.")
    modules.mkdir(exist_ok=True)
    stamp.write_text(wanted)


def compress(folder: Path) -> None:
    """Put .gz and .br beside every file that gets smaller."""
    compressor = Compressor(quiet=True)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and compressor.should_compress(path.name):
            compressor.compress(str(path))


def _sources() -> list[Path]:
    found: list[Path] = []
    for folder, folders, files in os.walk(FRONTEND):
        folders[:] = [name for name in folders if name not in _NOT_SOURCES]
        found += [Path(folder) / name for name in files]
    return sorted(found)


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(FRONTEND)).encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def npm(arguments: list[str], *, quietly: bool = False) -> int:
    """npm in frontend/ with a Node that is new enough; its exit status. Quietly: it is heard only when it fails."""
    environment = node_environment()
    program = shutil.which("npm", path=environment["PATH"])
    if program is None:
        raise Trouble("npm is missing beside the machine's Node; install it, or remove that Node.")
    done = subprocess.run(
        [program, *arguments],
        cwd=FRONTEND,
        env=environment,
        check=False,
        text=True,
        stdout=subprocess.PIPE if quietly else None,
        stderr=subprocess.STDOUT if quietly else None,
    )
    if done.returncode != 0 and quietly:
        print(done.stdout, file=sys.stderr)
    return done.returncode


def _npm(arguments: list[str], otherwise: str) -> None:
    if npm(arguments, quietly=True) != 0:
        raise Trouble(otherwise)


def main() -> int:
    """`python -m tools.screens build`, or the name of a script of frontend/package.json such as check, test, format."""
    try:
        match sys.argv[1:]:
            case ["build"]:
                build_screens()
                return 0
            case [script, *more]:
                install_modules()
                return npm(["run", "--silent", "--if-present", script, *more])
            case _:
                raise Trouble("say build, or the name of a script in frontend/package.json.")
    except Trouble as trouble:
        give_up(trouble)
    except KeyboardInterrupt:
        stop()


if __name__ == "__main__":
    sys.exit(main())
