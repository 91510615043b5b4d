"""Where the bytes of a file are read from when it was sent: piece by piece from the database."""

import io
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, cast

from gates.gate_log import LogSource
from gates.models import GateLogFile, GateLogPart

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PART_BYTES = 1 << 20


@dataclass(slots=True)
class StoredLog:
    """The content of a file as it was sent; no more than one part of it is in the memory at a time."""

    file: GateLogFile

    @property
    def name(self) -> str:
        return self.file.name

    def open(self) -> IO[bytes]:
        """Its bytes, from the first."""
        return cast(IO[bytes], io.BufferedReader(_Parts(self.file.pk)))


class _Parts(io.RawIOBase):
    def __init__(self, file_id: int) -> None:
        self._file_id = file_id
        self._number = 0
        self._rest = memoryview(b"")
        self._over = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        into = memoryview(buffer).cast("B")
        if not self._rest and not self._over:
            self._rest = self._part()
            self._over = not self._rest
        count = min(len(into), len(self._rest))
        into[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def _part(self) -> memoryview:
        parts = GateLogPart.objects.filter(file_id=self._file_id, number=self._number)
        content = parts.values_list("content", flat=True).first()
        self._number += 1
        return memoryview(b"" if content is None else bytes(content))


class Watched:
    """Another source, of which it is known how far it was read: `read_bytes`, as they lie there.

    No more than `size` bytes of it are read: a log that grows meanwhile has more to tell the next time.
    """

    def __init__(self, source: LogSource, size: int) -> None:
        self._source = source
        self.size = size
        self.read_bytes = 0

    @property
    def name(self) -> str:
        return self._source.name

    def open(self) -> IO[bytes]:
        """Its bytes, from the first."""
        self.read_bytes = 0
        return cast(IO[bytes], io.BufferedReader(_Watching(self, self._source.open()), PART_BYTES))


class _Watching(io.RawIOBase):
    def __init__(self, watched: Watched, file: IO[bytes]) -> None:
        self._watched = watched
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        into = memoryview(buffer).cast("B")
        content = self._file.read(min(len(into), self._watched.size - self._watched.read_bytes))
        into[: len(content)] = content
        self._watched.read_bytes += len(content)
        return len(content)

    def close(self) -> None:
        self._file.close()
        super().close()
