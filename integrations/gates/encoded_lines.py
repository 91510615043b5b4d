"""The lines of a file that may be compressed and may be in one of two encodings, one after another.

Gate systems of the same maker write UTF-8, UTF-8 with a byte order mark, and CP932 (what Windows calls Shift_JIS),
depending on the version, and archives are compressed. Neither the name of a file nor its suffix says which.
"""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from integrations.gates.port import GateLogUnreadable

_GZIP_MAGIC = b"\x1f\x8b"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SAMPLE_BYTES = 65_536
LONGEST_LINE_BYTES = 4_096
"""Longer than any line of a log; more is a sign that the file is something else."""


def raw_lines(path: Path) -> Iterator[bytes]:
    """Each line without its end, unpacked where the file is a gzip. Raises GateLogUnreadable when it ends early."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == _GZIP_MAGIC
            file.seek(0)
            if packed:
                with gzip.open(file) as unpacked:
                    yield from _lines(unpacked)
            else:
                yield from _lines(file)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise GateLogUnreadable(str(path), f"the compressed file is damaged or cut off ({error})") from error
    except OSError as error:
        raise GateLogUnreadable(str(path), error.strerror or str(error)) from error


def encoding_of(path: Path) -> str:
    """`utf-8` or `cp932`, by what the first lines with other than ASCII in them can be read as.

    A single damaged line does not decide: the encoding that reads more of them does, and UTF-8 where both read as many.
    """
    votes = {"utf-8": 0, "cp932": 0}
    seen = 0
    for line in raw_lines(path):
        seen += len(line)
        if line.startswith(_BYTE_ORDER_MARK):
            return "utf-8"
        if not line.isascii():
            for encoding in votes:
                votes[encoding] += _reads(line, encoding)
        if seen > _SAMPLE_BYTES:
            break
    return "utf-8" if votes["utf-8"] >= votes["cp932"] else "cp932"


def without_mark(line: bytes) -> bytes:
    """The line without the byte order mark that may stand before the first."""
    return line.removeprefix(_BYTE_ORDER_MARK)


def _lines(file: "IO[bytes] | gzip.GzipFile") -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE_BYTES + 1):
        yield line.rstrip(b"\r\n")


def _reads(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
