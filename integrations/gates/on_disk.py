"""A log in a file of this machine."""

from dataclasses import dataclass
from pathlib import Path
from typing import IO


@dataclass(frozen=True, slots=True)
class LogOnDisk:
    """The file at `path`; OSError where it cannot be opened."""

    path: Path

    @property
    def name(self) -> str:
        return str(self.path)

    def open(self) -> IO[bytes]:
        """Its bytes, from the first."""
        return self.path.open("rb", buffering=1 << 18)
