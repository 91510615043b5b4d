"""The log of terminals, as files have it."""

from datetime import UTC, datetime

import pytest

from core.clock import city_zone
from telework.policies.work_log import LARGEST_LOG_BYTES, LogMistake, read_log
from telework.words.work import LOG_WORDS

NOW = datetime(2026, 11, 30, 0, 0, tzinfo=UTC)
HEAD = "職員番号,ログオン,ログオフ,端末"


def read(*lines: str, encoding: str = "utf-8"):
    return read_log("\r\n".join(lines).encode(encoding), zone=city_zone(), now=NOW)


def mistakes(*lines: str):
    return [(one.line, one.code, one.value) for one in read(*lines).mistakes]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_log_is_read_in_the_encodings_of_offices(encoding):
    found = read(HEAD, "９00001,2026/11/27 08:31,2026-11-27 17:20:30,ＰＣ１", "", encoding=encoding)

    assert not found.mistakes
    (line,) = found.lines
    assert (line.line, line.number, line.device) == (2, "900001", "PC1")
    assert line.logged_on_at == datetime(2026, 11, 27, 8, 31, tzinfo=city_zone())
    assert line.logged_off_at == datetime(2026, 11, 27, 17, 20, 30, tzinfo=city_zone())


def test_columns_are_found_by_their_names_and_the_terminal_may_be_missing():
    found = read("課,ログオフ,職員番号,ログオン", "広聴課,2026/11/27 17:20,900001,2026/11/27 08:31")

    assert [(line.number, line.device) for line in found.lines] == [("900001", "")]


def test_every_mistake_is_told_with_its_line():
    long_name = "x" * 65
    assert mistakes(
        HEAD,
        "900001,2026/11/27 08:31,2026/11/27 08:31,PC1",
        "900001,2026/11/27 25:00,きのう,PC1",
        "900001,2026/11/27 08:31",
        "",
        ",2026/11/27 08:31,2026/11/27 17:00,PC1",
        "900001,2026/11/20 08:31,2026/11/27 17:00,PC1",
        "900001,2026/11/30 08:31,2026/11/30 17:00,PC1",
        f"900001,2026/11/27 08:31,2026/11/27 17:00,{long_name}",
    ) == [
        (2, LogMistake.ENDS_BEFORE_IT_BEGINS, "2026/11/27 08:31"),
        (3, LogMistake.BAD_TIME, "2026/11/27 25:00"),
        (3, LogMistake.BAD_TIME, "きのう"),
        (4, LogMistake.CELLS_MISSING, ""),
        (6, LogMistake.UNKNOWN_PERSON, ""),
        (7, LogMistake.TOO_LONG, "2026/11/27 17:00"),
        (8, LogMistake.TO_COME, "2026/11/30 17:00"),
        (9, LogMistake.BAD_DEVICE, long_name[:40]),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", LogMistake.EMPTY),
        (b"\r\n", LogMistake.EMPTY),
        (b"\xff\xfe\x00", LogMistake.NOT_TEXT),
        (b"a\0b", LogMistake.NOT_TEXT),
        (b"x" * (LARGEST_LOG_BYTES + 1), LogMistake.FILE_TOO_LARGE),
        (b'number,logged_on_at,logged_off_at\r\n"900001', LogMistake.NOT_CSV),
        (b"number,logged_on_at", LogMistake.COLUMN_MISSING),
        (b"number,number,logged_on_at,logged_off_at", LogMistake.COLUMN_TWICE),
    ],
)
def test_a_file_that_is_no_log_says_so(content, code):
    found = read_log(content, zone=city_zone(), now=NOW)

    assert [one.code for one in found.mistakes] == [code]
    assert not found.lines


def test_every_mistake_has_words():
    assert set(LOG_WORDS) == set(LogMistake)
