"""The lines of a log that may be compressed and may be in one of two encodings, one after another.

Gate systems of the same maker write UTF-8, UTF-8 with a byte order mark, and CP932 (what Windows calls Shift_JIS),
depending on the version, and archives are compressed. Neither the name of a file nor its suffix says which.
"""

import gzip
import zlib
from collections.abc import Iterator
from io import BufferedReader
from typing import IO, cast

from integrations.gates.port import GateLogUnreadable, LogSource, Trouble

_GZIP_MAGIC = b"\x1f\x8b"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE_BYTES = 65_536
_BUFFER_BYTES = 1 << 18
LONGEST_LINE_BYTES = 4_096
"""Longer than any line of a log; more is a sign that the file is something else."""


def raw_lines(source: LogSource) -> Iterator[bytes]:
    """Each line without its end, unpacked where the file is a gzip. Raises GateLogUnreadable when it ends early."""
    line = 0
    try:
        with source.open() as file:
            for line, raw in enumerate(_lines(_unpacked(file)), start=1):  # noqa: B007 - told when reading ends early
                yield raw
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        reason = f"the compressed file is damaged or cut off after line {line} ({error})"
        raise GateLogUnreadable(source.name, Trouble.CUT_OFF, reason, line) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise GateLogUnreadable(source.name, Trouble.NOT_THERE, reason, line) from error


def encoding_of(source: LogSource) -> str:
    """`utf-8` or `cp932`, by what the first lines with other than ASCII in them can be read as.

    A single damaged line does not decide: the encoding that reads more of them does, and UTF-8 where both read as many.
    Raises GateLogUnreadable where neither reads half of them, or the file is in UTF-16.
    """
    votes = {"utf-8": 0, "cp932": 0}
    seen = beyond_ascii = first_unread = 0
    for number, line in enumerate(raw_lines(source), start=1):
        seen += len(line)
        if number == 1 and line.startswith(_WIDE_MARKS):
            raise _in_neither(source, 1)
        if line.startswith(_BYTE_ORDER_MARK):
            return "utf-8"
        if not line.isascii():
            beyond_ascii += 1
            reads = {encoding: _reads(line, encoding) for encoding in votes}
            for encoding in votes:
                votes[encoding] += reads[encoding]
            if not first_unread and not any(reads.values()):
                first_unread = number
        if seen > _SAMPLE_BYTES:
            break
    if max(votes.values()) * 2 < beyond_ascii:
        raise _in_neither(source, first_unread or 1)
    return "utf-8" if votes["utf-8"] >= votes["cp932"] else "cp932"


def without_mark(line: bytes) -> bytes:
    """The line without the byte order mark that may stand before the first."""
    return line.removeprefix(_BYTE_ORDER_MARK)


def _unpacked(file: IO[bytes]) -> IO[bytes]:
    read = file if isinstance(file, BufferedReader) else BufferedReader(file, _BUFFER_BYTES)  # type: ignore[type-var]  # what LogSource opens is readable
    if read.peek(2)[:2] == _GZIP_MAGIC:
        return cast(IO[bytes], BufferedReader(gzip.GzipFile(fileobj=read), _BUFFER_BYTES))
    return cast(IO[bytes], read)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    while line := file.readline(LONGEST_LINE_BYTES + 1):
        yield line.rstrip(b"\r\n")


def _in_neither(source: LogSource, line: int) -> GateLogUnreadable:
    return GateLogUnreadable(source.name, Trouble.ENCODING, "neither UTF-8 nor CP932 (Shift_JIS)", line)


def _reads(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
