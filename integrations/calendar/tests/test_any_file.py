"""What holds for every item and for every file, however strange."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import icalendar
from hypothesis import example, given, settings
from hypothesis import strategies as st

from integrations.calendar.answers import NoReply, reply_in
from integrations.calendar.faults import NotACalendar
from integrations.calendar.lines import folded, unfolded
from integrations.calendar.merging import merged
from integrations.calendar.port import Item, ItemStatus
from integrations.calendar.reading import reading_of
from integrations.calendar.tests.contract import ITEM
from integrations.calendar.tests.files import SINCE, TOKYO, calendar, event, read
from integrations.calendar.tests.test_merging import THEIRS
from integrations.calendar.writing import Method, as_file, invitation, written

ZONES = st.sampled_from([TOKYO, UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")])
# What can be typed, ends of lines among it; what cannot be written at all is left out, which another test holds.
TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), st.sampled_from('\n,;:\\"N席我暇𠮷👩‍💻')),
    max_size=200,
)
NAMES = st.from_regex(r"[a-z0-9-]{1,60}@[a-z.]{1,20}", fullmatch=True)
MOMENTS = st.builds(
    datetime.fromtimestamp,
    st.integers(946_684_800, 2_145_916_800),  # from 2000 to 2037
    ZONES,
)
PARTS = st.sampled_from(THEIRS.splitlines())


@st.composite
def items(draw):
    whole = draw(st.booleans())
    start = draw(st.dates(date(2000, 1, 1), date(2037, 12, 1)) if whole else MOMENTS)
    lasts = timedelta(days=draw(st.integers(1, 40))) if whole else timedelta(seconds=draw(st.integers(1, 3_000_000)))
    return Item(
        uid=draw(NAMES),
        sequence=draw(st.integers(0, 2_000_000_000)),
        start=start,
        end=start + lasts if whole else (start.astimezone(UTC) + lasts),
        summary=draw(TEXTS),
        modified_at=draw(MOMENTS),
        location=draw(TEXTS),
        description=draw(TEXTS),
        url="https://kyoseki.city.example/plan",
        category=draw(TEXTS),
        status=draw(st.sampled_from(ItemStatus)),
        opaque=draw(st.booleans()),
    )


@given(items())
def test_an_item_is_read_as_it_was_written(item):
    since, until = datetime(1999, 1, 1, tzinfo=UTC), datetime(2039, 1, 1, tzinfo=UTC)
    reading = reading_of(written([item], name="席"), since=since, until=until, zone=TOKYO)
    assert reading.malformed == ()
    (one,) = reading.occurrences
    assert (one.uid, one.title, one.opaque) == (item.uid, item.summary, item.opaque)
    assert one.cancelled is (item.status is ItemStatus.CANCELLED)
    assert one.categories == ((item.category.strip(),) if item.category.strip() else ())
    if one.all_day:
        assert (one.start.date(), one.end.date()) == (item.start, item.end)
    else:
        assert (one.start, one.end) == (item.start, item.end)


@given(items())
def test_icalendar_reads_it_too(item):
    (event,) = cast(Any, icalendar.Calendar.from_ical(as_file(item))).walk("VEVENT")
    assert event.errors == []
    assert (str(event["UID"]), int(event["SEQUENCE"])) == (item.uid, item.sequence)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (item.start, item.end)
    assert event["LAST-MODIFIED"].dt == item.modified_at
    if "\\" not in item.summary:  # it takes a backslash before an n or N for the end of a line
        assert str(event["SUMMARY"]) == item.summary


@given(items())
def test_no_line_is_longer_than_75_octets_and_no_letter_is_split(item):
    for octets in (
        written([item], name=item.summary),
        as_file(item).encode(),
        merged(item, THEIRS.replace("booking-4711@kyoseki.city.example", item.uid)).encode(),
        invitation(item, method=Method.REQUEST, organizer="a@b.example", attendee="c@d.example", name=item.summary),
    ):
        assert octets.endswith(b"\r\n")
        for line in octets.split(b"\r\n"):
            assert len(line) <= 75
            assert b"\n" not in line
            assert b"\r" not in line
            line.decode()


@given(st.lists(TEXTS.filter(lambda text: text.strip() and "\n" not in text and text[0] not in " \t")))
def test_lines_are_unfolded_as_they_were_folded(lines):
    assert unfolded(folded(lines).decode()) == lines


@settings(deadline=None)
@given(st.one_of(st.binary(), st.text()))
@example(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:00000000\r\nEND:VEVENT\r\nEND:VCALENDAR")
@example(
    b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99991231T235959\r\nDURATION:P9999999D\r\nEND:VEVENT\r\nEND:VCALENDAR"
)
@example("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261130\nUID:\ud800\nEND:VEVENT\nEND:VCALENDAR")
def test_no_octets_do_harm(source):
    read_or_named_error(source)


PROPERTIES = st.sampled_from([
    "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "UID", "SUMMARY", "CATEGORIES",
    "SEQUENCE", "ATTENDEE", "TRANSP", "TZOFFSETTO", "BEGIN", "END", "X-MICROSOFT-CDO-BUSYSTATUS",
])  # fmt: skip
PARAMETERS = st.sampled_from([
    "", ";VALUE=DATE", ";TZID=Asia/Tokyo", ";TZID=X", ";VALUE=PERIOD", ";RANGE=THISANDFUTURE", ';"', ";=",
])  # fmt: skip
VALUES = st.sampled_from([
    "20261130", "20261130T090000", "20261130T090000Z", "20261131", "00010101", "99991231T235959Z",
    "20261130T090000/PT1H", "20261130,20261201", "P1D", "-P1D", "PT999999999999H", "P1W", "VEVENT", "VALARM",
    "VCALENDAR", "FREQ=DAILY", "FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYSETPOS=0",
    "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270101T000000Z", "FREQ=YEARLY;BYDAY=-1SU;UNTIL=2027", "FREQ=DAILY;COUNT=-1",
    "FREQ=DAILY;UNTIL=20270101;UNTIL=20270102", "FREQ=YEARLY;BYEASTER=0", "FREQ=DAILY;UNTIL=99991231T235959", "",
])  # fmt: skip
LINES = st.one_of(PARTS, st.builds("{}{}:{}".format, PROPERTIES, PARAMETERS, st.one_of(st.text(max_size=20), VALUES)))


@settings(deadline=None)
@given(items(), st.lists(LINES, max_size=15))
@example(replace(ITEM, category=","), [])
@example(replace(ITEM, category=" "), [])
@example(replace(ITEM, category="\\"), ["CATEGORIES:a,b"])
def test_whatever_is_there_an_item_is_written_over_it(item, lines):
    theirs = calendar(event(*lines, uid=item.uid))
    over = merged(item, theirs)
    assert merged(item, over) == over
    since, until = datetime(1999, 1, 1, tzinfo=UTC), datetime(2039, 1, 1, tzinfo=UTC)
    (one,) = (one for one in reading_of(over, since=since, until=until, zone=TOKYO).occurrences if one.uid == item.uid)
    assert one.title == item.summary


@settings(deadline=None, max_examples=60)
@given(
    st.dates(date(2010, 1, 1), date(2026, 10, 1)),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.integers(1, 9),
    st.sampled_from(["", ";BYDAY=MO,TH", ";BYDAY=SU;WKST=SU", ";BYMONTH=11,12", ";COUNT=900", ";UNTIL=20261225"]),
    st.sampled_from([0, 1, 40]),
)
def test_a_series_is_the_same_whenever_one_looks_at_it(first, frequency, interval, more, days):
    source = calendar(
        event(
            f"DTSTART;TZID=Europe/Berlin:{first:%Y%m%d}T233000",
            f"DURATION:P{days}DT1H",
            f"RRULE:FREQ={frequency};INTERVAL={interval}{more}",
            "EXDATE;TZID=Europe/Berlin:20261202T233000",
        ),
        event("RECURRENCE-ID;TZID=Europe/Berlin:20261203T233000", "DTSTART:20261220T100000Z", "DURATION:PT1H"),
    )
    everything = read(source, since=datetime(2009, 12, 1, tzinfo=TOKYO)).occurrences
    assert read(source).occurrences == tuple(one for one in everything if one.end > SINCE)


@settings(deadline=None)
@given(st.lists(LINES, max_size=25))
def test_no_lines_do_harm(lines):
    inner = "\r\n".join(lines)
    read_or_named_error(f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\n{inner}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


def read_or_named_error(source: str | bytes) -> None:
    since = datetime(2026, 11, 1, tzinfo=TOKYO)
    with suppress(NotACalendar):
        reading_of(source, since=since, until=since + timedelta(days=90), zone=TOKYO, most_seconds=5)
    text = source if isinstance(source, str) else source.decode(errors="replace")
    for answer in (text, text.replace("BEGIN:VEVENT", "METHOD:REPLY\r\nBEGIN:VEVENT", 1)):
        with suppress(NoReply):
            reply_in(answer)
