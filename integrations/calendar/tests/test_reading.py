import time

import pytest

from integrations.calendar.faults import NotACalendar
from integrations.calendar.port import Malformed, Trouble
from integrations.calendar.reading import reading_of
from integrations.calendar.tests.files import SINCE, TOKYO, UNTIL, calendar, event, faults, read, stretches

NINE = "DTSTART:20261130T090000"
DAILY = "RRULE:FREQ=DAILY;COUNT=4"


def starts(source):
    return [start for start, _ in stretches(source)]


def test_an_event_is_read_with_what_it_means():
    source = calendar(
        event(
            NINE,
            "DTEND:20261130T173000",
            "SUMMARY;LANGUAGE=ja:有給\\, 午後\\n二行目",
            "CATEGORIES:休暇,a\\,b,c\\\\,d",
            "CATEGORIES:X",
            "TRANSP:TRANSPARENT",
            "STATUS:cancelled",
            "X-MICROSOFT-CDO-BUSYSTATUS:oof",
            "DESCRIPTION:秘密",
        )
    )
    (one,) = read(source).occurrences
    assert (one.uid, one.recurrence, one.title, one.all_day) == ("a@city.example", "", "有給, 午後\n二行目", False)
    assert (one.categories, one.busy, one.opaque, one.cancelled) == (
        ("休暇", "a,b", "c\\", "d", "X"),
        "OOF",
        False,
        True,
    )


def test_what_does_not_touch_the_stretch_is_left_out():
    ends_when_it_begins = event("DTSTART:20261031T090000", "DTEND:20261101T000000", uid="1")
    begins_when_it_ends = event("DTSTART:20270201T000000", "DTEND:20270201T090000", uid="2")
    touches = event("DTSTART:20261031T090000", "DTEND:20261101T000100", uid="3")
    spans = event("DTSTART;VALUE=DATE:20200101", "DTEND;VALUE=DATE:20300101", uid="4")
    found = read(calendar(ends_when_it_begins, begins_when_it_ends, touches, spans)).occurrences
    assert [one.uid for one in found] == ["4", "3"]


class TestSeries:
    def test_days_are_left_out_and_added(self):
        source = calendar(event(NINE, DAILY, "EXDATE:20261201T090000", "RDATE:20261224T090000,20261225T100000"))
        assert starts(source) == [
            "2026-11-30 09:00",
            "2026-12-02 09:00",
            "2026-12-03 09:00",
            "2026-12-24 09:00",
            "2026-12-25 10:00",
        ]

    def test_a_day_is_left_out_in_whatever_zone_it_is_named(self):
        source = calendar(event(NINE, DAILY, "EXDATE:20261201T000000Z", "EXDATE;TZID=Asia/Seoul:20261202T090000"))
        assert starts(source) == ["2026-11-30 09:00", "2026-12-03 09:00"]

    def test_one_of_them_is_moved_and_one_called_off(self):
        source = calendar(
            event(NINE, "DURATION:PT1H", DAILY, "SUMMARY:会議"),
            event("RECURRENCE-ID:20261201T090000", "DTSTART:20261205T130000", "DTEND:20261205T140000", "SUMMARY:移動"),
            event("RECURRENCE-ID:20261202T090000", "DTSTART:20261202T090000", "STATUS:CANCELLED", "SUMMARY:会議"),
        )
        found = read(source).occurrences
        assert [(f"{one.start:%m-%d %H}", one.title, one.cancelled) for one in found] == [
            ("11-30 09", "会議", False),
            ("12-02 09", "会議", True),
            ("12-03 09", "会議", False),
            ("12-05 13", "移動", False),
        ]
        assert [one.recurrence for one in found] == [
            "20261130T000000Z",
            "20261202T000000Z",
            "20261203T000000Z",
            "20261201T000000Z",
        ]

    def test_all_later_ones_are_moved(self):
        source = calendar(
            event(NINE, "DURATION:PT1H", DAILY),
            event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261202T090000", "DTSTART:20261202T110000", "DURATION:PT1H"),
        )
        assert starts(source) == ["2026-11-30 09:00", "2026-12-01 09:00", "2026-12-02 11:00", "2026-12-03 11:00"]
        assert len({one.recurrence for one in read(source).occurrences}) == 4, "each has a name of its own"

    def test_an_exception_without_its_series_stands_alone(self):
        source = calendar(event("RECURRENCE-ID:20261202T090000", "DTSTART:20261202T110000"))
        (one,) = read(source).occurrences
        assert one.recurrence == "20261202T000000Z"

    def test_whole_days_repeat(self):
        source = calendar(
            event("DTSTART;VALUE=DATE:20261130", "RRULE:FREQ=WEEKLY;UNTIL=20261214", "EXDATE;VALUE=DATE:20261207")
        )
        found = read(source).occurrences
        assert [(one.recurrence, one.all_day) for one in found] == [("20261130", True), ("20261214", True)]

    @pytest.mark.parametrize(
        ("start", "until", "times"),
        [
            ("DTSTART;TZID=Asia/Tokyo:20261130T080000", "20261203", 4),
            ("DTSTART;TZID=Asia/Tokyo:20261130T100000", "20261203", 4),
            ("DTSTART;TZID=Asia/Tokyo:20261130T100000", "20261203T095959", 3),
            ("DTSTART;TZID=Asia/Tokyo:20261130T100000", "20261203T100000", 4),
            ("DTSTART;TZID=Asia/Tokyo:20261130T100000", "20261203T010000Z", 4),
            ("DTSTART;TZID=Asia/Tokyo:20261130T100000", "20261203T005959Z", 3),
            ("DTSTART:20261130T100000Z", "20261203T100000Z", 4),
            ("DTSTART;VALUE=DATE:20261130", "20261203", 4),
            ("DTSTART;VALUE=DATE:20261130", "20261203T000000", 4),
            ("DTSTART;VALUE=DATE:20261130", "20261202T150000Z", 4),
        ],
    )
    def test_an_end_counts_however_it_is_written(self, start, until, times):
        assert len(stretches(calendar(event(start, f"RRULE:FREQ=DAILY;UNTIL={until};WKST=SU")))) == times

    def test_its_names_are_the_same_whenever_it_is_read(self):
        source = calendar(event("DTSTART;TZID=Europe/Berlin:20200101T090000", "RRULE:FREQ=DAILY"))
        later = reading_of(source, since=UNTIL.replace(month=1), until=UNTIL, zone=TOKYO)
        names = {one.start: one.recurrence for one in read(source).occurrences}
        assert all(names[one.start] == one.recurrence for one in later.occurrences)
        assert len(later.occurrences) == 31

    def test_whether_anything_repeats_is_said(self):
        assert read(calendar(event(NINE, DAILY))).repeats
        assert not read(calendar(event(NINE))).repeats


class TestWhatIsWrong:
    def test_it_is_told_by_its_line_and_the_rest_is_read(self):
        source = calendar(
            event("DTSTART:yesterday", uid="1"),
            event(NINE, "DTEND:20261130T080000", uid="2"),
            event("SUMMARY:いつか", uid="3"),
            event(NINE, "no line at all", uid="4"),
            event(NINE, "DURATION:long", uid="5"),
            event(NINE, "RRULE:FREQ=SOMETIMES", uid="6"),
            event(NINE, "EXDATE:never", DAILY, uid="7"),
            event(NINE, "SUMMARY:名なし", uid=""),
            event(NINE, uid="last"),
        )
        lines = source.splitlines()
        reading = read(source)
        assert [(lines[one.line - 1], one.reason) for one in reading.malformed] == [
            ("DTSTART:yesterday", "bad_value"),
            ("DTEND:20261130T080000", "bad_value"),
            ("BEGIN:VEVENT", "bad_value"),
            ("no line at all", "not_a_line"),
            ("DURATION:long", "bad_value"),
            ("RRULE:FREQ=SOMETIMES", "bad_value"),
            ("EXDATE:never", "bad_value"),
            ("BEGIN:VEVENT", "no_uid"),
        ]
        assert {one.uid for one in reading.occurrences if len(one.uid) < 10} == {"2", "4", "5", "6", "7", "last"}
        assert len(reading.occurrences) == 10

    @pytest.mark.parametrize(
        "lines",
        [
            ("DTSTART;VALUE=DATE:99991231", "RRULE:FREQ=DAILY"),
            ("DTSTART;VALUE=DATE:99991231", "DURATION:P1D"),
            ("DTSTART;VALUE=DATE:99991231", "DTEND;VALUE=DATE:99991231", "RDATE;VALUE=DATE:20261130"),
            ("DTSTART:99991231T235959", "DURATION:P1D", "RRULE:FREQ=DAILY"),
            ("DTSTART;TZID=Far:20261130T090000", "DTEND:20261130T100000"),
        ],
    )
    def test_what_no_clock_can_tell_hides_no_other(self, lines):
        far = "BEGIN:VTIMEZONE\r\nTZID:Far\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+9900\r\n"
        source = calendar(
            f"{far}TZOFFSETTO:+9900\r\nEND:STANDARD\r\nEND:VTIMEZONE", event(*lines, uid="1"), event(NINE, uid="last")
        )
        reading = read(source)
        assert "last" in {one.uid for one in reading.occurrences}
        assert {one.reason for one in reading.malformed} <= {"bad_value", "unknown_zone"}

    def test_an_event_without_a_name_has_the_same_one_each_time(self):
        source = calendar(event(NINE, uid=""))
        assert read(source).occurrences[0].uid == read(source).occurrences[0].uid

    def test_what_does_not_close_is_told_and_what_stands_beside_it_read(self):
        source = calendar(event(NINE, uid="1"), "BEGIN:VEVENT\r\nUID:2", event(NINE, uid="3"), "END:VALARM")
        assert {one.uid for one in read(source).occurrences} == {"1", "3"}
        assert [reason for _, reason in faults(source)] == ["not_closed", "not_closed"]

    def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(self):
        source = calendar(event(NINE, uid="1"), event(NINE, uid="2"))
        cut = source[: source.index("UID:2") + 3]
        assert [one.uid for one in read(cut).occurrences] == ["1"]
        assert [reason for _, reason in faults(cut)][-2:] == ["not_closed", "not_a_line"]

    @pytest.mark.parametrize(
        "source",
        ["", "nonsense", "<html></html>", b"\x00\x01", "BEGIN:VEVENT\r\nEND:VEVENT", calendar().encode("utf-16")],
    )
    def test_what_is_no_calendar_is_said_to_be_none(self, source):
        with pytest.raises(NotACalendar) as raised:
            read(source)
        assert raised.value.trouble is Trouble.NOT_A_CALENDAR

    def test_a_file_beyond_measure_is_not_read(self):
        source = calendar(event("SUMMARY:" + "あ" * 1000))
        with pytest.raises(NotACalendar) as raised:
            reading_of(source, since=SINCE, until=UNTIL, zone=TOKYO, most_bytes=3000)
        assert raised.value.trouble is Trouble.TOO_LARGE

    def test_no_more_than_a_hundred_are_told(self):
        assert len(faults(calendar(*(event("DTSTART:x", uid=str(number)) for number in range(200))))) == 100


class TestLetters:
    @pytest.mark.parametrize("encoded", ["utf-8", "utf-8-sig"])
    @pytest.mark.parametrize("break_", ["\r\n", "\n", "\r"])
    def test_utf8_is_read_with_its_mark_or_without_and_whatever_ends_its_lines(self, encoded, break_):
        source = calendar(event(NINE, "SUMMARY:休暇")).replace("\r\n", break_).encode(encoded)
        assert [one.title for one in read(source).occurrences] == ["休暇"]

    def test_letters_of_another_kind_are_told_and_the_times_are_read(self):
        source = calendar(event(NINE, "SUMMARY:休暇")).encode("shift_jis")
        reading = read(source)
        assert [one.start.hour for one in reading.occurrences] == [9]
        assert reading.malformed == (Malformed(6, "not_utf8"),)

    def test_a_line_folded_within_a_letter_is_read(self):
        source = calendar(event(NINE, "SUMMARY:休暇休暇")).encode().replace("暇".encode(), b"\xe6\r\n \x9a\x87", 1)
        assert [one.title for one in read(source).occurrences] == ["休暇休暇"]

    def test_names_are_read_in_small_letters_too(self):
        source = calendar(event("dtstart;tzid=Asia/Tokyo:20261130T090000", "summary:x")).replace("BEGIN", "begin")
        assert [one.title for one in read(source).occurrences] == ["x"]


class TestBounds:
    @pytest.mark.parametrize(
        ("rule", "reason"),
        [
            ("FREQ=SECONDLY", "too_often"),
            ("FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "too_often"),
            ("FREQ=HOURLY;UNTIL=99991231T235959Z", "too_often"),
            ("FREQ=DAILY;BYHOUR=1,2,3,4,5,6;BYMINUTE=0,1,2,3", "too_often"),
            ("FREQ=DAILY;BYSETPOS=2", "too_long"),
            ("FREQ=DAILY;INTERVAL=0", "bad_value"),
            ("FREQ=DAILY;INTERVAL=99999999999999999999", "bad_value"),
            ("FREQ=DAILY;INTERVAL=-1", "bad_value"),
            ("COUNT=3", "bad_value"),
        ],
    )
    def test_a_rule_that_would_take_for_ever_counts_once_and_is_told(self, rule, reason):
        began = time.perf_counter()
        reading = read(calendar(event("DTSTART:19700101T090000", uid="old"), event(NINE, f"RRULE:{rule}")))
        assert time.perf_counter() - began < 5
        assert [one.reason for one in reading.malformed] == [reason]
        assert [f"{one.start:%m-%d}" for one in reading.occurrences] == ["11-30"]

    def test_no_more_occurrences_are_told_than_anybody_wants(self):
        source = calendar(*(event(NINE, "RRULE:FREQ=DAILY", uid=str(number)) for number in range(3)))
        reading = reading_of(source, since=SINCE, until=UNTIL, zone=TOKYO, most_occurrences=100)
        assert len(reading.occurrences) == 100
        assert {one.reason for one in reading.malformed} == {"too_many"}

    def test_what_is_not_reached_in_time_is_told(self):
        reading = reading_of(calendar(event(NINE)), since=SINCE, until=UNTIL, zone=TOKYO, most_seconds=-1)
        assert (reading.occurrences, [one.reason for one in reading.malformed]) == ((), ["too_long"])

    def test_what_is_nested_without_end_is_left_alone(self):
        source = calendar(event(NINE), "BEGIN:X\r\n" * 5000 + "END:X\r\n" * 5000)
        assert len(read(source).occurrences) == 1

    @pytest.mark.slow
    def test_five_thousand_events_are_read_in_moments(self):
        lines = (NINE, "DTEND:20261130T100000", "SUMMARY:会議", "DESCRIPTION:" + "長い" * 100)
        source = calendar(*(event(*lines, uid=str(number)) for number in range(5000)))
        began = time.perf_counter()
        assert len(read(source).occurrences) == 5000
        assert time.perf_counter() - began < 10

    @pytest.mark.slow
    def test_ten_megabytes_are_read_in_moments(self):
        lines = ("DTEND:20261130T100000", "DESCRIPTION:" + "長い" * 100)
        events = (event(f"DTSTART:20{number % 27:02}1130T090000", *lines, uid=str(number)) for number in range(13_500))
        source = calendar(*events).encode()
        assert 9_000_000 < len(source) < 10_000_000
        began = time.perf_counter()
        assert read(source).occurrences
        assert time.perf_counter() - began < 15
