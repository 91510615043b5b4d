"""The last copy, brought up to what was said since: what the roster answers while the database is silent."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any

import orjson

from roster.standby import journal
from roster.standby.folder import alone, append_line, folder, read_whole

VERSION = 1
COPY = "roster.json"
KEPT_DAYS = 30
_SECONDS_A_DAY = 86_400
_MARK_FIELDS = ("person", "status", "note", "made_at", "made_by", "by_self")


@dataclass(frozen=True, slots=True)
class LastCopy:
    """What the file holds: when it was written (ISO 8601), the roster, and the head counts under way, all as JSON."""

    written_at: str
    roster: dict[str, Any]
    head_counts: list[dict[str, Any]]


def last_copy() -> LastCopy | None:
    """The last copy with every head count and mark made since; None where none was ever written."""
    content = read_whole(COPY)
    if content is None:
        return None
    held = orjson.loads(content)
    if held.get("version") != VERSION:
        return None
    said = journal.entries()
    counts = {one["key"]: one for one in held["head_counts"]}
    for entry in said:
        if entry["kind"] == "start" and entry["id"] not in counts and (listed := head_count_list(entry["id"])):
            counts[entry["id"]] = listed
    return LastCopy(
        held["written_at"], held["roster"], [_with_marks(one, [*_echoed(key), *said]) for key, one in counts.items()]
    )


def head_count_list(key: str) -> dict[str, Any] | None:
    """A head count as it was written at its start; None where this machine has no such file."""
    content = read_whole(list_file(key))
    return None if content is None else orjson.loads(content)


def list_file(key: str) -> str:
    """The name of the file with a head count's frozen list."""
    return f"head-count-{key}.json"


def echo(entries: Iterable[dict[str, Any]]) -> None:
    """Note marks that the database has kept, so that the copy knows those made after it was written."""
    with alone("echo"):
        for entry in entries:
            append_line(_echo_file(entry["head_count"]), orjson.dumps(entry))


def forget_old_files() -> int:
    """Remove lists, echoes and merged journals that nobody touched for 30 days; answers how many."""
    before = time() - KEPT_DAYS * _SECONDS_A_DAY
    old = [path for pattern in ("head-count-*", "echo-*", "merged-*") for path in folder().glob(pattern)]
    gone = [path for path in old if _touched(path) < before]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _with_marks(count: dict[str, Any], said: Iterable[dict[str, Any]]) -> dict[str, Any]:
    marks = {mark["person"]: mark for mark in count["marks"]}
    for entry in said:
        if entry["kind"] != "mark" or entry["head_count"] != count["key"]:
            continue
        held = marks.get(entry["person"])
        if held is None or held["made_at"] <= entry["made_at"]:
            marks[entry["person"]] = {name: entry[name] for name in _MARK_FIELDS}
    return {**count, "marks": list(marks.values())}


def _echoed(key: str) -> list[dict[str, Any]]:
    found = []
    for line in (read_whole(_echo_file(key)) or b"").splitlines():
        try:
            found.append(orjson.loads(line))
        except orjson.JSONDecodeError:  # cut off by a power cut
            continue
    return found


def _echo_file(key: str) -> str:
    return f"echo-{key}.jsonl"


def _touched(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return time()
