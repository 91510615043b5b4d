"""Pins every package with its hashes: requirements/*.txt from pyproject.toml, with no address of a registry in them."""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PINNED = ROOT / "requirements"
# `dev` holds `run` and `server`, in the same versions; `federation`, `ldap` and `node` come on top of any of them.
EXTRAS = {"dev": ("dev", "run"), "server": (), "run": ("run",)}
ALONE = ("federation", "ldap", "node")


def compile_command(name: str, upgrade: bool) -> list[str]:
    """What uv is asked for one file."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--generate-hashes", "--no-header"]
    command += ["--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--python-version", "3.11"]
    command += ["--python-platform", "x86_64-unknown-linux-gnu", "--output-file", str(PINNED / f"{name}.txt")]
    return [*command, "--upgrade"] if upgrade else command


def main() -> int:
    """Write all files; 1 when a version cannot be found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")
    upgrade: bool = parser.parse_args().upgrade
    for name, extras in EXTRAS.items():
        command = [*compile_command(name, upgrade), str(ROOT / "pyproject.toml")]
        command += [word for extra in extras for word in ("--extra", extra)]
        if name != "dev":
            command += ["--constraint", str(PINNED / "dev.txt")]
        if subprocess.run(command, check=False).returncode != 0:
            return 1
    for name in ALONE:
        command = [*compile_command(name, upgrade), "--group", f"{ROOT / 'pyproject.toml'}:{name}"]
        command += ["--constraint", str(PINNED / "dev.txt")]
        if subprocess.run(command, check=False).returncode != 0:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
