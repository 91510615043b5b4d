"""Files in the folder of the setting ROSTER_COPY: written whole or not at all, and readable by their owner alone."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


def folder() -> Path:
    """The folder, made where it is missing."""
    path = Path(settings.ROSTER_COPY)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def write_whole(name: str, content: bytes) -> None:
    """Put `content` in the place of the file: a reader finds the old or the new, also after a power cut."""
    place = folder()
    handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=place)  # mkstemp makes it readable by its owner alone
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(place / name)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_names(place)


def read_whole(name: str) -> bytes | None:
    """The file's content, or None where there is none."""
    try:
        return (folder() / name).read_bytes()
    except FileNotFoundError:
        return None


def append_line(name: str, line: bytes) -> None:
    """Add one line that is on the disk when this returns. Call it inside `alone`."""
    handle = os.open(folder() / name, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, b"\n" + line + b"\n")  # the line before may have been cut off by a power cut
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def alone(name: str) -> Iterator[None]:
    """One process at a time in here, for each `name`."""
    handle = os.open(folder() / f".{name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _sync_names(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
