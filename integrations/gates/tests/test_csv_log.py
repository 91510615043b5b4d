import gzip
import io
import tracemalloc
import zipfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from integrations.gates import Direction, Fault, FaultyLine, GateLogUnreadable, Passage, Trouble, encoded_lines
from integrations.gates.csv_log import Columns, CsvGateLog
from integrations.gates.on_disk import LogOnDisk

CITY = ZoneInfo("Asia/Tokyo")
HALL = Path(__file__).parents[3] / "demonstration" / "hall" / "gate-log"
HEADER = "日時,職員番号,ゲート,入退"
IN_AND_OUT = f"{HEADER}\r\n2026/11/02 07:02:31,017113,G11-1,入\r\n2026/11/02 17:15:00,017113,G11-1,退\r\n"
READ = [
    Passage(datetime(2026, 11, 2, 7, 2, 31, tzinfo=CITY), "017113", "G11-1", Direction.IN, 2),
    Passage(datetime(2026, 11, 2, 17, 15, tzinfo=CITY), "017113", "G11-1", Direction.OUT, 3),
]


@pytest.fixture
def log(tmp_path):
    """`log(bytes)` is what is read of a file with that content."""

    def written(content, *, after_line=1, **settings):
        path = tmp_path / "gates.csv"
        path.write_bytes(content)
        return list(CsvGateLog(LogOnDisk(path), CITY, **settings).entries(after_line=after_line))

    return written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
@pytest.mark.parametrize("packed", [False, True])
def test_three_encodings_and_gzip_say_the_same(log, encoding, packed):
    content = IN_AND_OUT.encode(encoding)
    assert log(gzip.compress(content) if packed else content) == READ


def test_columns_are_found_by_name_in_any_order_with_others_between(log):
    assert log("gate,direction,機種,time,card\nG11-1,IN,x,2026-11-02 7:02:31,017113\n".encode()) == READ[:1]


def test_full_width_digits_and_blanks_are_read_as_they_are_meant(log):
    assert log(f"{HEADER}\n２０２６/１１/０２ 07:02:31, ０１７１１３ ,Ｇ11-1,入室\n".encode()) == READ[:1]


@pytest.mark.parametrize(
    ("line", "fault", "reason"),
    [
        ("0001/01/01 07:02:31,017113,G11-1,入", Fault.BEFORE, "'0001/01/01 07:02:31' is before 2000-01-01"),
        ("2026/02/30 07:02:31,017113,G11-1,入", Fault.TIME, "'2026/02/30 07:02:31' is no time"),
        ("yesterday,017113,G11-1,入", Fault.TIME, "'yesterday' is no time"),
        ("2026/11/02 07:02:31,,G11-1,入", Fault.CARD, "'' is no card number"),
        ("2026/11/02 07:02:31,017113,,入", Fault.GATE, "'' is no gate"),
        ("2026/11/02 07:02:31,017113,G11-1,?", Fault.DIRECTION, "'?' is neither 入 nor 退"),
        ("2026/11/02 07:02:31,017113", Fault.COLUMNS, "2 columns where 4 are needed"),
        ('2026/11/02 07:02:31,"017113,G11-1,入', Fault.NOT_CSV, "not a line of CSV"),
    ],
)
def test_a_line_that_makes_no_sense_is_told_and_the_next_one_is_read(log, line, fault, reason):
    lines = IN_AND_OUT.splitlines()
    assert log("\n".join([lines[0], line, "", *lines[2:]]).encode()) == [
        FaultyLine(2, fault, reason, line),
        Passage(READ[1].at, READ[1].card, READ[1].gate, READ[1].direction, 4),
    ]


def test_a_damaged_line_does_not_change_the_encoding_of_the_others(log):
    lines = IN_AND_OUT.encode().splitlines()
    found = log(b"\n".join([lines[0], lines[1][:-1] + b"\xff", lines[2]]))
    assert [type(one) for one in found] == [FaultyLine, Passage]
    assert found[0].reason == "not utf-8 text"


def test_an_endless_line_is_told_and_not_kept(log):
    assert {type(one) for one in log(f"{HEADER}\n".encode() + b"x" * 20_000)} == {FaultyLine}


def test_a_file_that_is_cut_off_is_never_taken_for_whole(log):
    lines = [HEADER, *(f"2026/11/02 07:02:31,{number * 7919 % 999_983:06},G11-1,入" for number in range(60_000))]
    packed = gzip.compress("\n".join(lines).encode())
    with pytest.raises(GateLogUnreadable, match=r"damaged or cut off after line \d+") as caught:
        log(packed[: len(packed) // 2])
    assert caught.value.trouble is Trouble.CUT_OFF
    assert 0 < caught.value.line < 60_000


@pytest.mark.parametrize("content", [b"\n", b"name,age\n1,2\n"])
def test_a_file_without_the_columns_is_refused_as_a_whole(log, content):
    with pytest.raises(GateLogUnreadable, match="names no column 日時"):
        log(content)


@pytest.mark.parametrize("content", [b"", gzip.compress(b"", mtime=0)])
def test_an_empty_file_is_told_as_such(log, content):
    with pytest.raises(GateLogUnreadable) as caught:
        log(content)
    assert caught.value.trouble is Trouble.EMPTY


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("packed", [False, True])
def test_lines_end_as_they_do_on_any_system(log, end, packed):
    content = IN_AND_OUT.replace("\r\n", end).encode()
    assert log(gzip.compress(content) if packed else content) == READ
    assert log(content.rstrip()) == READ


@pytest.mark.parametrize("end", [b"\n", b"\r"])
def test_a_line_that_is_too_long_is_one_line(log, end):
    lines = IN_AND_OUT.encode().splitlines()
    found = log(end.join([lines[0], b"x" * 600_000, lines[1], lines[2]]))
    assert [(one.line, type(one)) for one in found] == [(2, FaultyLine), (3, Passage), (4, Passage)]
    assert found[0].fault is Fault.TOO_LONG


@pytest.mark.parametrize("end", [b"\n", b"\r"])
def test_a_file_of_one_endless_line_needs_no_memory(end):
    head = f"{HEADER}".encode() + end
    source = Endless(head, 128 << 20)
    tracemalloc.start()
    try:
        found = list(CsvGateLog(source, CITY).entries())
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [(one.line, getattr(one, "fault", None)) for one in found] == [(2, Fault.TOO_LONG)]
    assert most < 8 << 20


class Endless:
    """A log that begins with `head` and goes on with x for so many bytes, which nobody has in memory."""

    name = "endless.csv"

    def __init__(self, head, count):
        self.head, self.count = head, count

    def open(self):
        return io.BufferedReader(_Endless(self.head, self.count), 1 << 18)


class _Endless(io.RawIOBase):
    def __init__(self, head, count):
        self._head, self._left = head, count

    def readable(self):
        return True

    def readinto(self, buffer):
        part, self._head = self._head, b""
        count = len(part) or min(len(buffer), self._left)
        buffer[:count] = part or b"x" * count
        self._left -= 0 if part else count
        return count


def test_what_unpacks_to_too_much_is_refused(log, monkeypatch):
    monkeypatch.setattr(encoded_lines, "MOST_UNPACKED_BYTES", 1 << 20)
    lines = IN_AND_OUT.splitlines()
    packed = gzip.compress("\n".join([lines[0], *[lines[1]] * 100_000]).encode())
    assert len(packed) < 50_000
    with pytest.raises(GateLogUnreadable, match="larger than 1 MB") as caught:
        log(packed)
    assert caught.value.trouble is Trouble.TOO_LARGE
    assert caught.value.line > 0


def test_an_archive_or_a_workbook_is_told_as_what_it_is(log):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("gates.csv", IN_AND_OUT)
    with pytest.raises(GateLogUnreadable, match=r"gates\.csv:1: this is a ZIP archive or an Excel workbook") as caught:
        log(packed.getvalue())
    assert caught.value.trouble is Trouble.ARCHIVE


def test_a_column_that_is_there_twice_is_told_and_not_chosen(log):
    with pytest.raises(GateLogUnreadable, match="names two columns 日時") as caught:
        log(f"{HEADER},日時\n".encode())
    assert (caught.value.trouble, caught.value.facts["column"]) == (Trouble.COLUMN_TWICE, "at")
    lines = IN_AND_OUT.splitlines()
    assert log("\n".join([f"{lines[0]},機種,機種", *[f"{line},x,y" for line in lines[1:]]]).encode()) == READ


def test_fields_too_many_are_told_unless_they_are_empty(log):
    lines = IN_AND_OUT.splitlines()
    found = log("\n".join([lines[0], f"{lines[1]},", f"{lines[2]},9"]).encode())
    assert found[0] == READ[0]
    assert (found[1].fault, found[1].reason) == (Fault.COLUMNS, "5 columns where the header has 4")


def test_a_quote_that_is_never_closed_is_told_with_its_line(log):
    lines = IN_AND_OUT.splitlines()
    found = log("\n".join([lines[0], lines[1], '"' + lines[2]]).encode())
    assert found[0] == READ[0]
    assert (found[1].line, found[1].fault) == (3, Fault.NOT_CSV)


@pytest.mark.parametrize(
    ("most", "other", "fault"),
    [("utf-8", "cp932", Fault.NOT_TEXT), ("cp932", "utf-8", Fault.DIRECTION)],
)
def test_lines_of_another_encoding_than_most_are_told(log, most, other, fault):
    lines = IN_AND_OUT.splitlines()
    content = [line.encode(most) for line in [lines[0], lines[1], lines[2]]]
    found = log(b"\n".join([*content, lines[2].encode(other)]))
    assert found[:2] == READ
    assert (found[2].line, found[2].fault) == (4, fault)


def test_bytes_that_are_no_text_are_told(log):
    lines = IN_AND_OUT.encode().splitlines()
    found = log(b"\n".join([lines[0], lines[1].replace(b"017113", b"0171\x0013"), lines[2]]))
    assert (found[0].line, found[0].fault, found[1].line) == (2, Fault.NOT_CSV, 3)
    with pytest.raises(GateLogUnreadable) as caught:
        log(b"\0".join([lines[0], lines[1]]))
    assert (caught.value.trouble, caught.value.line) == (Trouble.ENCODING, 1)


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(GateLogUnreadable, match="No such file"):
        list(CsvGateLog(LogOnDisk(Path("/nowhere/gates.csv")), CITY).entries())


def test_the_halls_log_is_read_whole():
    entries = [entry for path in sorted(HALL.glob("*.csv.gz")) for entry in CsvGateLog(LogOnDisk(path), CITY).entries()]
    assert len(entries) == 19_086 + 127_347 + 85_936
    assert not [entry for entry in entries if isinstance(entry, FaultyLine)]


def test_reading_goes_on_after_a_line(log):
    assert log(IN_AND_OUT.encode(), after_line=2) == READ[1:]
    assert log(IN_AND_OUT.encode(), after_line=9) == []


def test_the_missing_column_is_named_with_what_the_header_has(log):
    with pytest.raises(GateLogUnreadable) as caught:
        log("時刻,職員番号,ゲート,入退\n".encode())
    assert (caught.value.trouble, caught.value.line) == (Trouble.NO_COLUMN, 1)
    assert caught.value.facts == {
        "column": "at",
        "names": ["日時", "通過日時", "time", "at"],
        "found": ["時刻", "職員番号", "ゲート", "入退"],
    }


def test_names_of_columns_and_words_can_be_the_citys_own(log):
    content = "時刻,カードＩＤ,装置,向き\n2026/11/02 07:02:31,017113,G11-1,おはよう\n".encode("cp932")
    columns = Columns(at=("時刻",), card=("カードID",), gate=("装置",), direction=("向き",))
    assert log(content, columns=columns, directions={"おはよう": Direction.IN}) == READ[:1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "euc-jp", "iso-2022-jp"])
def test_a_file_in_another_encoding_is_refused_and_never_guessed(log, encoding):
    with pytest.raises(GateLogUnreadable) as caught:
        log(IN_AND_OUT.encode(encoding))
    assert (caught.value.trouble, caught.value.line) == (Trouble.ENCODING, 1)


def test_what_neither_encoding_reads_is_told_with_its_line(log):
    lines = [b"time,card,gate,direction", *[b"2026/11/02 07:02:31,017113,\xff\xff\x81,in"] * 3]
    with pytest.raises(GateLogUnreadable) as caught:
        log(b"\n".join(lines))
    assert (caught.value.trouble, caught.value.line) == (Trouble.ENCODING, 2)
