import pytest

from integrations.calendar.faults import NotACalendar
from integrations.calendar.replies import Reply, reply_of

OUTLOOK = """\
BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Tokyo Standard Time
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT=DECLINED;CN="我妻, 美咲":MAILTO:Misaki@City.example
COMMENT;LANGUAGE=ja-JP:\\n
UID:booking-4711-0123456789abcdef@kyoseki.city.example
SUMMARY;LANGUAGE=ja-JP:辞退: 席 3F-012
DTSTART;TZID=Tokyo Standard Time:20261130T083000
DTSTAMP:20261129T230000Z
SEQUENCE:2
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
"""
READ = Reply("booking-4711-0123456789abcdef@kyoseki.city.example", 2, "misaki@city.example", "DECLINED", "")


def test_an_answer_of_outlook_is_read():
    assert reply_of(OUTLOOK.replace("\n", "\r\n").encode()) == READ


def test_an_answer_about_one_of_a_series_says_which():
    one = OUTLOOK.replace("SEQUENCE:2", "SEQUENCE:2\nRECURRENCE-ID:20261130T083000")
    assert reply_of(one).recurrence == "20261130T083000"


@pytest.mark.parametrize(
    ("instead_of", "stands", "number"),
    [("SEQUENCE:2\n", "", 0), ("SEQUENCE:2", "SEQUENCE:many", 0), ("SEQUENCE:2", "SEQUENCE:" + "9" * 40, 0)],
)
def test_an_answer_that_tells_no_number_answers_the_first(instead_of, stands, number):
    assert reply_of(OUTLOOK.replace(instead_of, stands)).sequence == number


@pytest.mark.parametrize(
    ("instead_of", "stands"),
    [
        ("METHOD:REPLY", "METHOD:REQUEST"),
        ("METHOD:REPLY\n", ""),
        ("UID:booking-4711-0123456789abcdef@kyoseki.city.example\n", ""),
        ("ATTENDEE;", "X-ATTENDEE;"),
        ("STATUS:CONFIRMED", "ATTENDEE;PARTSTAT=DECLINED:mailto:hoshi@city.example"),
        ("END:VEVENT\n", "END:VEVENT\nBEGIN:VEVENT\nUID:other\nEND:VEVENT\n"),
        (";CN=", ';CN="'),
    ],
)
def test_what_does_not_say_who_answers_what_is_no_answer(instead_of, stands):
    with pytest.raises(NotACalendar):
        reply_of(OUTLOOK.replace(instead_of, stands))


def test_an_answer_beyond_measure_is_not_read():
    with pytest.raises(NotACalendar):
        reply_of(OUTLOOK, most_bytes=100)
