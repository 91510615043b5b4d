"""`make schema`: the contract of the API and the types of the screens, from the code; `--check` proves them fresh."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.screens import FRONTEND, install_modules, npm
from tools.server import BACKEND
from tools.terminal import Trouble, give_up, say, stop

GENERATED = FRONTEND / "src" / "api" / "generated"
CONTRACT = GENERATED / "openapi.json"


def contract() -> str:
    """The OpenAPI document of the code as it is, as text that differs only where the API does."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "openapi.json"
        command = [sys.executable, str(BACKEND / "manage.py"), "spectacular", "--format", "openapi-json"]
        command += ["--validate", "--fail-on-warn", "--file", str(written)]
        # Describing the API asks nothing of a database, so none is started.
        nowhere = {"DATABASE_URL": "postgresql://nobody@/nowhere", "KYOSEKI_MODE": "development"}
        if subprocess.run(command, env={**os.environ, **nowhere}, check=False).returncode != 0:
            raise Trouble("The API cannot be described; the reason stands above.")
        return json.dumps(json.loads(written.read_text("utf-8")), indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def write() -> None:
    """Write the contract and, with the script `generate` of the screens, the types made from it."""
    GENERATED.mkdir(parents=True, exist_ok=True)
    CONTRACT.write_text(contract(), "utf-8")
    install_modules()
    if npm(["run", "--silent", "generate"]) != 0:
        raise Trouble("The types of the screens cannot be generated; the reason stands above.")


def check() -> None:
    """Trouble when what is in the tree is not what would be written; the tree is left as it was."""
    before = {path: path.read_bytes() for path in sorted(GENERATED.glob("*")) if path.is_file()}
    try:
        write()
        after = {path: path.read_bytes() for path in sorted(GENERATED.glob("*")) if path.is_file()}
    finally:
        for path, content in before.items():
            path.write_bytes(content)
    stale = sorted({path.name for path in before.keys() | after.keys() if before.get(path) != after.get(path)})
    if stale:
        raise Trouble(f"Stale in frontend/src/api/generated: {', '.join(stale)}; run make schema and commit.")
    say("the schema and the types are fresh.")


def main() -> None:
    """Write, or check."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only prove that what is committed is fresh")
    try:
        (check if parser.parse_args().check else write)()
    except Trouble as trouble:
        give_up(trouble)
    except KeyboardInterrupt:
        stop()


if __name__ == "__main__":
    main()
