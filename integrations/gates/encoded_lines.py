"""The lines of a log that may be compressed and may be in one of two encodings, one after another.

Gate systems of the same maker write UTF-8, UTF-8 with a byte order mark, and CP932 (what Windows calls Shift_JIS),
depending on the version, and archives are compressed. Neither the name of a file nor its suffix says which. Lines end
with LF, CRLF or CR. Whatever the file is, no more of it is in the memory than a block and a line.
"""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import suppress
from io import BufferedReader
from typing import IO, TYPE_CHECKING, cast

from integrations.gates.port import GateLogUnreadable, LogSource, Trouble

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_GZIP_MAGIC = b"\x1f\x8b"
_OTHER_MAGIC = {
    b"PK\x03\x04": "a ZIP archive or an Excel workbook",
    b"PK\x05\x06": "an empty ZIP archive",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"%PDF": "a PDF",
}
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE_BYTES = 65_536
_BUFFER_BYTES = 1 << 18
LONGEST_LINE_BYTES = 4_096
"""Longer than any line of a log; more is a sign that the file is something else."""
MOST_UNPACKED_BYTES = 8 << 30
"""What a packed file may come to: sixteen times a city's year. More is no log, but made to fill disks."""


class _OtherKind(Exception):
    """What the file is instead of text."""


class _TooLarge(Exception):
    """It comes to more than MOST_UNPACKED_BYTES."""


def raw_lines(source: LogSource) -> Iterator[bytes]:
    """Each line without its end, unpacked where the file is a gzip; of one that is too long only a beginning that is.

    Raises GateLogUnreadable where it ends early, is packed otherwise, or comes to too much.
    """
    line = 0
    try:
        with source.open() as file:
            for line, raw in enumerate(_lines(_unpacked(file)), start=1):  # noqa: B007 - told when reading ends early
                yield raw
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        reason = f"the compressed file is damaged or cut off after line {line} ({error})"
        raise GateLogUnreadable(source.name, Trouble.CUT_OFF, reason, line) from error
    except _OtherKind as error:
        raise GateLogUnreadable(source.name, Trouble.ARCHIVE, f"this is {error}, and no CSV", 1) from error
    except _TooLarge as error:
        reason = f"unpacked it is larger than {MOST_UNPACKED_BYTES >> 20:,} MB"
        raise GateLogUnreadable(source.name, Trouble.TOO_LARGE, reason, line) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise GateLogUnreadable(source.name, Trouble.NOT_THERE, reason, line) from error


def encoding_of(source: LogSource) -> str:
    """`utf-8` or `cp932`, by what the first lines with other than ASCII in them can be read as.

    A single damaged line does not decide: the encoding that reads more of them does, and UTF-8 where both read as many.
    Raises GateLogUnreadable where neither reads half of them, or the file is in UTF-16.
    """
    votes = {"utf-8": 0, "cp932": 0}
    beyond_ascii = first_unread = 0
    for number, line in enumerate(_sample(source), start=1):
        if number == 1 and (line.startswith(_WIDE_MARKS) or b"\0" in line):
            raise _in_neither(source, 1)
        if line.startswith(_BYTE_ORDER_MARK):
            return "utf-8"
        if not line.isascii():
            beyond_ascii += 1
            reads = {encoding: reads_as(line, encoding) for encoding in votes}
            for encoding in votes:
                votes[encoding] += reads[encoding]
            if not first_unread and not any(reads.values()):
                first_unread = number
    if max(votes.values()) * 2 < beyond_ascii:
        raise _in_neither(source, first_unread or 1)
    return "utf-8" if votes["utf-8"] >= votes["cp932"] else "cp932"


def without_mark(line: bytes) -> bytes:
    """The line without the byte order mark that may stand before the first."""
    return line.removeprefix(_BYTE_ORDER_MARK)


def reads_as(line: bytes, encoding: str) -> bool:
    """Whether it is text in that encoding."""
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _sample(source: LogSource) -> list[bytes]:
    """The first lines, as far as they can be read: whoever reads all of them finds out what is wrong, and where."""
    block = b""
    with suppress(OSError, EOFError, zlib.error, _OtherKind, _TooLarge), source.open() as file:
        unpacked = _unpacked(file)
        while len(block) < _SAMPLE_BYTES and (more := unpacked.read1(_SAMPLE_BYTES - len(block))):
            block += more
    lines = block.splitlines()
    # The last one may be cut in the middle of a character.
    return lines[:-1] if len(block) == _SAMPLE_BYTES and len(lines) > 1 else lines


def _unpacked(file: IO[bytes]) -> BufferedReader:
    read = file if isinstance(file, BufferedReader) else BufferedReader(file, _BUFFER_BYTES)  # type: ignore[type-var]  # what LogSource opens is readable
    begins = read.peek(8)[:8]
    for magic, kind in _OTHER_MAGIC.items():
        if begins.startswith(magic):
            raise _OtherKind(kind)
    if begins.startswith(_GZIP_MAGIC):
        return BufferedReader(_Unpacking(gzip.GzipFile(fileobj=read)), _BUFFER_BYTES)
    return cast(BufferedReader, read)


class _Unpacking(io.RawIOBase):
    """What a gzip holds, up to MOST_UNPACKED_BYTES of it."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file
        self._bytes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        # What there is: of a file that is cut off, everything before the cut is read.
        count = self._file.readinto1(buffer)
        self._bytes += count
        if self._bytes > MOST_UNPACKED_BYTES:
            raise _TooLarge
        return count


def _lines(file: BufferedReader) -> Iterator[bytes]:
    begins = file.peek(_BUFFER_BYTES)
    if b"\r" in begins and b"\n" not in begins:
        yield from _ended_by_cr(file)
        return
    while line := file.readline(LONGEST_LINE_BYTES + 1):
        yield line.rstrip(b"\r\n")
        if len(line) > LONGEST_LINE_BYTES and not line.endswith(b"\n"):
            while (rest := file.readline(_BUFFER_BYTES)) and not rest.endswith(b"\n"):
                continue


def _ended_by_cr(file: BufferedReader) -> Iterator[bytes]:
    rest, told = b"", False
    while block := file.read(_BUFFER_BYTES):
        *lines, rest = (rest + block).split(b"\r")
        for line in lines:
            if not told:
                yield line[: LONGEST_LINE_BYTES + 1].strip(b"\n")
            told = False
        if len(rest) > LONGEST_LINE_BYTES:
            if not told:
                yield rest[: LONGEST_LINE_BYTES + 1]
            rest, told = b"", True
    if rest and not told:
        yield rest.strip(b"\n")


def _in_neither(source: LogSource, line: int) -> GateLogUnreadable:
    return GateLogUnreadable(source.name, Trouble.ENCODING, "neither UTF-8 nor CP932 (Shift_JIS)", line)
