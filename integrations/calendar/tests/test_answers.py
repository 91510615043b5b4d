"""Answers as the calendars of this world write them."""

import pytest

from integrations.calendar.answers import NoReply, Reply, Says, reply_in

OUTLOOK = """BEGIN:VCALENDAR
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
ATTENDEE;PARTSTAT=DECLINED;CN=我妻 美咲:MAILTO:Misaki@city.example
COMMENT;LANGUAGE=ja-JP:\\n
UID:booking-12-00112233aabbccdd@kyoseki.city.example
SUMMARY;LANGUAGE=ja-JP:辞退: 席 06A-001
DTSTART;TZID=Tokyo Standard Time:20261201T083000
DTEND;TZID=Tokyo Standard Time:20261201T120000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:20261130T010203Z
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:3
X-MICROSOFT-CDO-APPT-SEQUENCE:3
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
END:VEVENT
END:VCALENDAR
"""
THUNDERBIRD = """BEGIN:VCALENDAR
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
CREATED:20261130T010000Z
LAST-MODIFIED:20261130T010203Z
DTSTAMP:20261130T010203Z
UID:telework-5-00112233aabbccdd@kyoseki.city.example
SUMMARY:在宅勤務
ORGANIZER;PARTSTAT=ACCEPTED;ROLE=CHAIR:mailto:answers@city.example
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN="我妻 美咲";PARTSTAT=TENTATI
 VE;RSVP=TRUE:mailto:misaki@city.example
DTSTART;VALUE=DATE:20261202
DTEND;VALUE=DATE:20261203
END:VEVENT
END:VCALENDAR
"""


def test_outlooks_answer_is_read() -> None:
    assert reply_in(OUTLOOK) == Reply(
        "booking-12-00112233aabbccdd@kyoseki.city.example", 3, "misaki@city.example", Says.DECLINED
    )


def test_an_answer_without_a_sequence_answers_the_first() -> None:
    assert reply_in(THUNDERBIRD) == Reply(
        "telework-5-00112233aabbccdd@kyoseki.city.example", 0, "misaki@city.example", Says.TENTATIVE
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (OUTLOOK.replace("METHOD:REPLY", "METHOD:COUNTER"), "counter"),
        (OUTLOOK.replace("METHOD:REPLY", "METHOD:REQUEST"), "request"),
        (OUTLOOK.replace("METHOD:REPLY\n", ""), "no method"),
        (OUTLOOK.replace("UID:booking-12-00112233aabbccdd@kyoseki.city.example\n", ""), "KeyError"),
        (OUTLOOK.replace("PARTSTAT=DECLINED", "PARTSTAT=DELEGATED"), "ValueError"),
        (OUTLOOK.replace("SEQUENCE:3", "SEQUENCE:many"), ""),
        (OUTLOOK.replace("COMMENT;", "ATTENDEE:mailto:b@city.example\nCOMMENT;"), "not one attendee"),
        (OUTLOOK.replace("CLASS:", "RECURRENCE-ID:20261201T083000Z\nCLASS:"), "one date"),
        (OUTLOOK.replace("UID:booking", "UID:\x00booking"), ""),
        ("", ""),
        ("辞退", ""),
        ("BEGIN:VCALENDAR\nMETHOD:REPLY\nEND:VCALENDAR\n", "not one event"),
    ],
)
def test_what_is_no_answer_says_why(text: str, reason: str) -> None:
    with pytest.raises(NoReply) as refused:
        reply_in(text)
    assert refused.value.reason.startswith(reason)
