from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import icalendar
import pytest

from integrations.calendar.answers import Reply, Says, reply_in
from integrations.calendar.lines import unfolded
from integrations.calendar.port import ItemStatus
from integrations.calendar.tests.contract import ITEM
from integrations.calendar.writing import Method, as_file, invitation, written

FEED = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Kyoseki//Kyoseki//JA
CALSCALE:GREGORIAN
X-WR-CALNAME:我妻 美咲\\, 席
X-WR-TIMEZONE:Asia/Tokyo
REFRESH-INTERVAL;VALUE=DURATION:PT30M
X-PUBLISHED-TTL:PT30M
BEGIN:VTIMEZONE
TZID:Asia/Tokyo
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
TZNAME:JST
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:booking-4711@kyoseki.city.example
SEQUENCE:0
DTSTAMP:20261129T230000Z
LAST-MODIFIED:20261129T230000Z
DTSTART;TZID=Asia/Tokyo:20261130T083000
DTEND;TZID=Asia/Tokyo:20261130T171500
SUMMARY:席 3F-012
STATUS:CONFIRMED
TRANSP:TRANSPARENT
LOCATION:本庁舎 3階 企画エリア\\; 窓側\\, 北
URL:https://kyoseki.city.example/plan?day=2026-11-30
CATEGORIES:席
END:VEVENT
END:VCALENDAR
"""


def test_a_feed_is_written_as_the_standard_wants_it():
    assert written([ITEM], name="我妻 美咲, 席").decode() == FEED.replace("\n", "\r\n")


def test_a_feed_without_items_is_a_calendar_all_the_same():
    calendar = icalendar.Calendar.from_ical(written([], name="席", refresh_minutes=60))
    assert (calendar.walk("VEVENT"), str(calendar["X-PUBLISHED-TTL"])) == ([], "PT60M")


def test_whole_days_have_no_hours_and_end_with_the_day_after():
    lines = unfolded(as_file(replace(ITEM, start=date(2026, 12, 31), end=date(2027, 1, 1))))
    assert "DTSTART;VALUE=DATE:20261231" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (datetime(2026, 11, 29, 23, 30, tzinfo=UTC), "20261130T083000"),
        (datetime(2026, 11, 30, 0, 30, tzinfo=ZoneInfo("Europe/Berlin")), "20261130T083000"),
        (datetime(2026, 12, 31, 15, 0, tzinfo=UTC), "20270101T000000"),
    ],
)
def test_moments_are_those_of_the_city(start, said):
    assert f"DTSTART;TZID=Asia/Tokyo:{said}" in unfolded(as_file(replace(ITEM, start=start)))


def test_what_is_called_off_says_so():
    assert "STATUS:CANCELLED" in unfolded(as_file(replace(ITEM, status=ItemStatus.CANCELLED)))


def test_what_is_empty_is_left_out():
    lines = unfolded(as_file(replace(ITEM, location="", url="", category="")))
    names = {line.partition(":")[0] for line in lines}
    assert not names & {"LOCATION", "URL", "CATEGORIES", "DESCRIPTION"}


def test_a_backslash_before_an_n_is_no_end_of_a_line():
    event = icalendar.Calendar.from_ical(as_file(replace(ITEM, summary="C:\\Notes\\new\n2行目")))
    assert "SUMMARY:C:\\\\Notes\\\\new\\n2行目" in unfolded(as_file(replace(ITEM, summary="C:\\Notes\\new\n2行目")))
    assert event.walk("VEVENT")


def test_nothing_that_is_said_can_begin_a_line_of_its_own():
    item = replace(ITEM, summary="a\r\nATTENDEE:mailto:x@y.example\x00\u2028\x85b", url="https://a.example/\r\nX:1")
    lines = unfolded(as_file(item))
    assert "SUMMARY:a\\nATTENDEE:mailto:x@y.example\\n\\nb" in lines
    assert "URL:https://a.example/X:1" in lines
    assert not [line for line in lines if line.startswith(("ATTENDEE", "X:"))]


def test_equal_items_give_equal_octets():
    assert written([ITEM], name="席") == written([replace(ITEM)], name="席")


class TestInvitations:
    def test_one_asks_its_guest(self):
        sent = invitation(
            ITEM,
            method=Method.REQUEST,
            organizer="seki@city.example",
            attendee="misaki@city.example",
            name="我妻, 美咲",
        )
        calendar = icalendar.Calendar.from_ical(sent)
        (event,) = calendar.walk("VEVENT")
        assert str(calendar["METHOD"]) == "REQUEST"
        assert str(event["ORGANIZER"]) == "mailto:seki@city.example"
        assert str(event["ATTENDEE"]) == "mailto:misaki@city.example"
        assert dict(event["ATTENDEE"].params) == {
            "CN": "我妻, 美咲",
            "CUTYPE": "INDIVIDUAL",
            "PARTSTAT": "NEEDS-ACTION",
            "ROLE": "REQ-PARTICIPANT",
            "RSVP": "TRUE",
        }
        assert all(len(line) <= 75 for line in sent.split(b"\r\n"))

    def test_one_that_is_called_off_says_so_whatever_the_item_says(self):
        sent = invitation(
            ITEM, method=Method.CANCEL, organizer="seki@city.example", attendee="misaki@city.example", name='我妻"美咲"'
        )
        lines = unfolded(sent.decode())
        assert "METHOD:CANCEL" in lines
        assert [line for line in lines if line.startswith("STATUS")] == ["STATUS:CANCELLED"]
        assert not [line for line in lines if "RSVP" in line]

    def test_its_answer_is_read(self):
        reply = (
            invitation(
                ITEM, method=Method.REQUEST, organizer="a@city.example", attendee="Misaki@City.example", name="我妻"
            )
            .decode()
            .replace("METHOD:REQUEST", "METHOD:REPLY")
            .replace("NEEDS-ACTION", "DECLINED")
        )
        assert reply_in(reply) == Reply(ITEM.uid, 0, "misaki@city.example", Says.DECLINED)
