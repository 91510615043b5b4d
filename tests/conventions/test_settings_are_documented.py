"""docs/operations.md and the code name the same environment variables."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VARIABLE = re.compile(r"\b(KYOSEKI_[A-Z0-9_]*[A-Z0-9]|DATABASE_URL|PROMETHEUS_MULTIPROC_DIR)\b")
# Set by one part of the project for another, never by a person.
INTERNAL = {"KYOSEKI_TEST_POSTGRES"}


def read_by_code() -> set[str]:
    files = [
        *(path for path in (ROOT / "backend").rglob("*.py") if "tests" not in path.parts),
        *(ROOT / "tools").rglob("*.py"),
        *(ROOT / "integrations").rglob("*.py"),
        ROOT / "Makefile",
        ROOT / "frontend" / "vite.config.ts",
        ROOT / "Dockerfile",
        ROOT / "docker-compose.yml",
    ]
    return {name for path in files for name in VARIABLE.findall(path.read_text("utf-8"))} - INTERNAL


def documented() -> set[str]:
    rows = re.findall(r"^\| `([A-Z0-9_]+)`", (ROOT / "docs" / "operations.md").read_text("utf-8"), re.M)
    return {name for name in rows if VARIABLE.fullmatch(name)}


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    assert documented() == read_by_code()
