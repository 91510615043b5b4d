"""What is said while the database is silent: a line each, added and never changed, until it is merged.

A line is kept by `id`, so that saying it twice is saying it once.
"""

import os
from collections.abc import Callable, Iterator
from typing import Any

import orjson

from roster.standby.folder import alone, append_line, folder

JOURNAL = "journal.jsonl"
_WRITE, _MERGE = "journal", "merge"


def write(entry: dict[str, Any]) -> None:
    """Add an entry; it is on the disk when this returns."""
    with alone(_WRITE):
        append_line(JOURNAL, orjson.dumps(entry))


def entries() -> list[dict[str, Any]]:
    """Everything said that is not merged yet, in the order in which it was said, each `id` once."""
    found: dict[str, dict[str, Any]] = {}
    with alone(_WRITE):
        for name in _waiting():
            for entry in _read(name):
                found.setdefault(entry["id"], entry)
    return list(found.values())


def is_waiting() -> bool:
    """Whether there is anything to merge; costs a look into the folder."""
    return bool(_waiting())


def merge(keep: Callable[[list[dict[str, Any]]], None]) -> int:
    """Hand what was said to `keep`, which has it in the database when it returns; answers how many entries.

    The journal is set aside first, so that new lines begin a new one. What is set aside is handed over again if `keep`
    fails, and stays as a file `merged-…` afterwards.
    """
    with alone(_MERGE):
        with alone(_WRITE):
            _set_aside()
        waiting = [name for name in _waiting() if name != JOURNAL]
        said: dict[str, dict[str, Any]] = {}
        for name in waiting:
            for entry in _read(name):
                said.setdefault(entry["id"], entry)
        if said:
            keep(list(said.values()))
        for name in waiting:
            (folder() / name).rename(folder() / name.replace("waiting-", "merged-"))
        return len(said)


def _set_aside() -> None:
    journal = folder() / JOURNAL
    if journal.exists():
        journal.rename(folder() / f"waiting-{journal.stat().st_mtime_ns:020}-{os.getpid()}.jsonl")


def _waiting() -> list[str]:
    """The names of the files not merged, oldest first."""
    names = [path.name for path in folder().glob("waiting-*.jsonl")]
    return [*sorted(names), *([JOURNAL] if (folder() / JOURNAL).exists() else [])]


def _read(name: str) -> Iterator[dict[str, Any]]:
    try:
        content = (folder() / name).read_bytes()
    except FileNotFoundError:  # merged by another process meanwhile
        return
    for line in content.splitlines():
        try:
            entry = orjson.loads(line)
        except orjson.JSONDecodeError:  # the last line, cut off by a power cut before anybody was told it is kept
            continue
        if isinstance(entry, dict) and "id" in entry:
            yield entry
