from dataclasses import replace
from datetime import timedelta

import pytest

from integrations.calendar.lines import unfolded
from integrations.calendar.merging import merged
from integrations.calendar.tests.contract import ITEM
from integrations.calendar.writing import as_file

MOVED = replace(
    ITEM, sequence=3, start=ITEM.start + timedelta(days=1), end=ITEM.end + timedelta(days=1), summary="席 3F-013"
)
THEIRS = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
X-THEIR-PROPERTY:1
BEGIN:VTIMEZONE
TZID:Asia/Tokyo
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
CREATED:20261101T000000Z
UID:booking-4711@kyoseki.city.example
SEQUENCE:1
DTSTAMP:20261129T230000Z
DTSTART;TZID=Asia/Tokyo:20261130T083000
DURATION:PT8H45M
RRULE:FREQ=DAILY
SUMMARY;LANGUAGE=ja:私が変えた題
LOCATION:別の場所
DESCRIPTION;ALTREP="data:text/html,a:b":名刺を忘れない\\n二行目
CATEGORIES:席,赤
CLASS:PRIVATE
ATTENDEE;CN="星: 係長":mailto:hoshi@city.example
ATTACH:https://city.example/a.pdf
X-MOZ-LASTACK:20261129T230000Z
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER;VALUE=DURATION:-PT15M
SUMMARY:あと15分
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:booking-4711@kyoseki.city.example
RECURRENCE-ID;TZID=Asia/Tokyo:20261201T083000
SUMMARY:一日だけ
DTSTART;TZID=Asia/Tokyo:20261201T103000
END:VEVENT
END:VCALENDAR
"""
STAYS = [
    "X-THEIR-PROPERTY:1",
    "PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
    "CREATED:20261101T000000Z",
    'DESCRIPTION;ALTREP="data:text/html,a:b":名刺を忘れない\\n二行目',
    "CATEGORIES:席,赤",
    "CLASS:PRIVATE",
    'ATTENDEE;CN="星: 係長":mailto:hoshi@city.example',
    "ATTACH:https://city.example/a.pdf",
    "X-MOZ-LASTACK:20261129T230000Z",
    "TRIGGER;VALUE=DURATION:-PT15M",
    "SUMMARY:あと15分",
]
OURS = [
    "SEQUENCE:3",
    "DTSTART;TZID=Asia/Tokyo:20261201T083000",
    "DTEND;TZID=Asia/Tokyo:20261201T171500",
    "SUMMARY:席 3F-013",
    "LOCATION:本庁舎 3階 企画エリア\\; 窓側\\, 北",
]


def test_what_is_theirs_stays_and_what_is_ours_is_said_anew():
    lines = unfolded(merged(MOVED, THEIRS))
    assert not [line for line in STAYS + OURS if line not in lines]
    assert not [line for line in lines if line.startswith(("RRULE", "DURATION", "RECURRENCE-ID", "SUMMARY;"))]
    assert [line for line in lines if line.startswith("CATEGORIES")] == ["CATEGORIES:席,赤"]
    assert lines.count("BEGIN:VTIMEZONE") == 1
    assert lines.count("BEGIN:VEVENT") == 1


def test_said_twice_is_said_once():
    once = merged(MOVED, THEIRS)
    assert merged(MOVED, once) == once
    odd = replace(MOVED, category="席, 窓側\\")
    assert merged(odd, merged(odd, THEIRS)) == merged(odd, THEIRS)
    assert merged(ITEM, as_file(ITEM)).encode().count(b"BEGIN:VEVENT") == 1


def test_a_number_of_changes_that_has_gone_ahead_of_ours_stays():
    assert "SEQUENCE:9" in unfolded(merged(MOVED, THEIRS.replace("SEQUENCE:1", "SEQUENCE:9")))
    assert "SEQUENCE:3" in unfolded(merged(MOVED, THEIRS.replace("SEQUENCE:1", "SEQUENCE:99999999999999")))


def test_our_zone_is_added_where_theirs_was_another():
    theirs = THEIRS.replace("TZID:Asia/Tokyo", "TZID:Tokyo Standard Time")
    lines = unfolded(merged(MOVED, theirs))
    assert lines.count("BEGIN:VTIMEZONE") == 2
    assert lines.index("TZID:Asia/Tokyo") < lines.index("BEGIN:VEVENT")


def test_our_note_gives_way_to_theirs_and_is_said_where_there_is_none():
    noted = replace(MOVED, description="私たちの言葉")
    assert "DESCRIPTION:私たちの言葉" not in unfolded(merged(noted, THEIRS))
    assert "DESCRIPTION:私たちの言葉" in unfolded(merged(noted, as_file(ITEM)))


@pytest.mark.parametrize(
    "theirs",
    [
        "",
        "nonsense",
        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        THEIRS.replace("booking-4711", "booking-1"),
        THEIRS.replace("END:VALARM\n", ""),
        THEIRS.removesuffix("END:VCALENDAR\n"),
        THEIRS.replace("END:VEVENT\n", ""),
    ],
)
def test_over_what_does_not_hold_it_stands_a_file_of_ours(theirs):
    assert merged(MOVED, theirs) == as_file(MOVED)
