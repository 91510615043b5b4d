"""When something is in Tokyo that was said anywhere, in any way."""

import pytest

from integrations.calendar.tests.files import calendar, event, faults, stretches

BERLIN = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        pytest.param(
            "DTSTART:20261129T233000Z",
            "DTEND:20261130T081500Z",
            ("2026-11-30 08:30", "2026-11-30 17:15"),
            id="in UTC",
        ),
        pytest.param(
            "DTSTART:20261130T083000",
            "DTEND:20261130T171500",
            ("2026-11-30 08:30", "2026-11-30 17:15"),
            id="in floating time, which is the city's",
        ),
        pytest.param(
            "DTSTART;TZID=Asia/Tokyo:20261130T083000",
            "DTEND;TZID=Asia/Tokyo:20261130T171500",
            ("2026-11-30 08:30", "2026-11-30 17:15"),
            id="in the city's zone",
        ),
        pytest.param(
            "DTSTART;TZID=America/New_York:20261130T090000",
            "DTEND;TZID=America/New_York:20261130T100000",
            ("2026-11-30 23:00", "2026-12-01 00:00"),
            id="in a zone with daylight saving, until midnight",
        ),
        pytest.param(
            "DTSTART;TZID=Tokyo Standard Time:20261130T083000",
            "DTEND;TZID=Tokyo Standard Time:20261130T171500",
            ("2026-11-30 08:30", "2026-11-30 17:15"),
            id="in a zone by Windows' name",
        ),
        pytest.param(
            'DTSTART;TZID="W. Europe Standard Time":20261130T090000',
            'DTEND;TZID="W. Europe Standard Time":20261130T100000',
            ("2026-11-30 17:00", "2026-11-30 18:00"),
            id="in a zone by Windows' name in quotes",
        ),
        pytest.param(
            "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261130T090000",
            "DTEND;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261130T100000",
            ("2026-11-30 17:00", "2026-11-30 18:00"),
            id="in a zone by a maker's path",
        ),
        pytest.param(
            "DTSTART:20261130T223000",
            "DTEND:20261201T013000",
            ("2026-11-30 22:30", "2026-12-01 01:30"),
            id="across midnight",
        ),
        pytest.param(
            "DTSTART;VALUE=DATE:20261228",
            "DTEND;VALUE=DATE:20270104",
            ("2026-12-28 00:00", "2027-01-04 00:00"),
            id="whole days over the turn of the year",
        ),
        pytest.param(
            "DTSTART;VALUE=DATE:20261231",
            "SUMMARY:大晦日",
            ("2026-12-31 00:00", "2027-01-01 00:00"),
            id="31 December without an end",
        ),
        pytest.param(
            "DTSTART:20261231T150000Z",
            "DTEND:20261231T153000Z",
            ("2027-01-01 00:00", "2027-01-01 00:30"),
            id="31 December in UTC, which is New Year here",
        ),
        pytest.param(
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20261231",
            ("2026-12-31 00:00", "2027-01-01 00:00"),
            id="a whole day that ends when it begins",
        ),
        pytest.param(
            "DTSTART:20261130T083000", "SUMMARY:x", ("2026-11-30 08:30", "2026-11-30 08:30"), id="a moment without end"
        ),
        pytest.param(
            "DTSTART:20261130T083000",
            "DURATION:PT8H45M",
            ("2026-11-30 08:30", "2026-11-30 17:15"),
            id="a beginning and how long it lasts",
        ),
        pytest.param(
            "DTSTART;VALUE=DATE:20261130",
            "DURATION:P3D",
            ("2026-11-30 00:00", "2026-12-03 00:00"),
            id="whole days and how many",
        ),
        pytest.param(
            "DTSTART:20261130T000000",
            "DTEND:20261201T000000",
            ("2026-11-30 00:00", "2026-12-01 00:00"),
            id="from midnight to midnight",
        ),
    ],
)
def test_it_is_then(start, end, said):
    assert stretches(calendar(event(start, end))) == [said]


@pytest.mark.parametrize("name", ["Europe/Berlin", "Unsere Zeit", "(UTC+01:00) Amsterdam, Berlin", "ベルリン"])
def test_a_series_keeps_its_hour_there_when_daylight_saving_ends(name):
    source = calendar(
        BERLIN.format(name=name).replace("\n", "\r\n"),
        event(f'DTSTART;TZID="{name}":20261020T090000', "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=5"),
    )
    # Until 25 October it is seven hours earlier there than here, and eight from then on.
    assert [start for start, _ in stretches(source)] == ["2026-11-03 17:00", "2026-11-10 17:00", "2026-11-17 17:00"]
    summer = source.replace("20261020", "20260720")
    assert stretches(summer) == []


def test_a_zone_that_a_file_describes_is_that_files_alone():
    described = BERLIN.format(name="Unsere Zeit").replace("\n", "\r\n")
    odd = described.replace("+0100", "-0500").replace("+0200", "-0400")
    start = event("DTSTART;TZID=Unsere Zeit:20261130T090000")
    assert stretches(calendar(described, start)) == [("2026-11-30 17:00", "2026-11-30 17:00")]
    assert stretches(calendar(odd, start)) == [("2026-11-30 23:00", "2026-11-30 23:00")]
    assert faults(calendar(start)) == [(5, "unknown_zone")]


@pytest.mark.parametrize(
    "described",
    [
        "BEGIN:VTIMEZONE\r\nTZID:X\r\nEND:VTIMEZONE",
        BERLIN.format(name="X").replace("FREQ=YEARLY", "FREQ=SECONDLY"),
        BERLIN.format(name="X").replace("TZOFFSETFROM:+0100", "TZOFFSETFROM:nonsense"),
        BERLIN.format(name="X").replace("TZOFFSETTO:+0100\n", ""),
        BERLIN.format(name="X").replace("DTSTART:1996", "DTSTART:year"),
    ],
)
def test_a_zone_that_is_described_badly_is_told_and_the_event_read_as_the_citys(described):
    source = calendar(described.replace("\n", "\r\n"), event("DTSTART;TZID=X:20261130T090000"))
    assert [reason for _, reason in faults(source)] == ["unknown_zone"]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "America", "\x00", "x" * 5000, ".", ""])
def test_the_name_of_a_zone_opens_no_file(name):
    source = calendar(event(f'DTSTART;TZID="{name}":20261130T090000'))
    assert {reason for _, reason in faults(source)} <= {"unknown_zone", "bad_value"}
