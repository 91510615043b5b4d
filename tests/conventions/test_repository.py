"""What the repository may not hold, whoever writes it."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"}
CODE = {".py", ".ts", ".tsx"}
NAMED_BY_DJANGO = ROOT / "backend" / "config" / "postgresql" / "base.py"


@cache
def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def code() -> list[Path]:
    return [path for path in tracked() if path.suffix in CODE and "generated" not in path.parts]


def places(paths: list[Path], pattern: str) -> list[str]:
    found = re.compile(pattern)
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if found.search(line)
    ]


def test_lock_files_carry_hashes_and_no_addresses() -> None:
    locks = [
        *ROOT.glob("requirements/*.txt"),
        *ROOT.glob("frontend/package-lock.json"),
        *ROOT.glob("tests/fixtures/*/package-lock.json"),
    ]
    assert len(locks) >= 5
    assert places([lock for lock in locks if lock.suffix == ".txt"], r"://|--index|--find-links|@ ") == []
    assert places([lock for lock in locks if lock.suffix == ".json"], r'"resolved": "\w+://') == []
    for lock in (ROOT / "requirements").glob("*.txt"):
        pins = re.split(r"\n(?=\S)", lock.read_text().strip())
        assert pins
        assert [pin.split()[0] for pin in pins if "==" not in pin.split()[0] or "--hash=sha256:" not in pin] == []


def test_no_registry_is_named() -> None:
    hosts = r"(registry\.npmjs|pypi\.(org|python)|pythonhosted|registry\.yarnpkg|deb\.debian\.org)\b"
    readable = [
        path for path in tracked() if path.suffix in {".md", ".yml", ".yaml", ".toml", ".txt", ".json", ".npmrc"}
    ]
    assert places(readable, hosts) == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    vague = [path for path in code() if path.stem.lower() in VAGUE_NAMES and path != NAMED_BY_DJANGO]
    assert [str(path.relative_to(ROOT)) for path in vague] == []


def test_nothing_is_put_off() -> None:
    assert places(code(), r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b|raise NotImplemented" r"Error") == []


def test_every_exception_from_a_check_gives_its_reason() -> None:
    python = [path for path in code() if path.suffix == ".py"]
    assert places(python, r"#\s*noqa(?!: [A-Z]+[0-9]+(, ?[A-Z]+[0-9]+)* - \S)") == []
    assert places(python, r"#\s*type: ignore(?!\[[a-z, -]+\]\s+# \S)") == []


@pytest.mark.parametrize("name", ["datetime.now(", "datetime.today(", "date.today(", "timezone.now("])
def test_the_time_is_read_from_the_one_clock(name: str) -> None:
    product = [
        path
        for path in code()
        if path.suffix == ".py"
        and path.is_relative_to(ROOT / "backend")
        and path.name != "clock.py"
        and "tests" not in path.parts
    ]
    assert places(product, re.escape(name)) == []


def test_an_instant_becomes_a_day_only_by_the_clock() -> None:
    product = [path for path in code() if path.suffix == ".py" and path.is_relative_to(ROOT / "backend")]
    assert (
        places([path for path in product if path.name != "clock.py"], r"\.(start|end|at|lower|upper)\.date\(\)") == []
    )
