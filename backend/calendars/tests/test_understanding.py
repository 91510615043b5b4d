"""What an event means: kind by words, categories and business, halves by the person's hours, in every time zone."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from calendars import ics
from calendars.policies.choices import ProposalKind, ProposalState
from calendars.policies.comparing import Known, Propose, Withdraw, compared
from calendars.policies.entries import Part
from calendars.policies.halves import halves_in, part_of_halves
from calendars.policies.taking_back import Made, lost
from calendars.policies.understanding import Words, WorkingHalves, kind_of, part_taken
from calendars.policies.wanted import Said, Source, Wanted, wanted_of, winners
from calendars.policies.window import whole_is_due
from core.interval import Interval
from plans.policies.half_days import HalfDays
from plans.policies.shifts import SHIFTS, half_hours

TOKYO = ZoneInfo("Asia/Tokyo")
DOMAIN = "kyoseki.city.example"
WORDS = Words(settings.CALENDAR["words"])
LEAVE, TRIP, HOME = ProposalKind.LEAVE, ProposalKind.TRIP, ProposalKind.HOME
TUESDAY, WEDNESDAY = date(2026, 12, 1), date(2026, 12, 2)


@dataclass(frozen=True)
class AnEvent:
    uid: str = "1@theirs"
    all_day: bool = True
    title: str = ""
    categories: tuple[str, ...] = ()
    busy: str = ""
    opaque: bool = True
    cancelled: bool = False


def meant(**said):
    return kind_of(AnEvent(**said), WORDS, DOMAIN)


def day_of(day=TUESDAY, shift="0830"):
    am, pm = half_hours(day, shift, HalfDays(), TOKYO)
    return WorkingHalves(day, am, pm)


def at(text, zone=TOKYO):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def part(start, end, shift="0830", day=TUESDAY):
    return part_taken(Interval(start, end), day_of(day, shift))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("休暇", LEAVE),
        ("夏季休暇（家族旅行）", LEAVE),
        ("休 暇", LEAVE),
        ("年休", LEAVE),
        ("Annual LEAVE", LEAVE),
        ("ｌｅａｖｅ", LEAVE),
        ("Out  of\tOffice", LEAVE),
        ("出張：東京", TRIP),
        ("Business Trip", TRIP),
        ("trip", TRIP),
        ("在宅", HOME),
        ("在宅勤務", HOME),
        ("ﾃﾚﾜｰｸ", HOME),
        ("てれわーく", HOME),
        ("WFH", HOME),
        ("wfh(PM)", HOME),
        ("ＷＦＨ", HOME),
        ("stripe payments", None),
        ("cleaver", None),
        ("remotely", None),
        ("企画会議", None),
        ("", None),
        ("出張のち休暇", LEAVE),
        ("在宅または出張", TRIP),
    ],
)
def test_words_are_found_whatever_their_width_case_and_kana(title, kind):
    assert meant(title=title) is kind
    assert meant(categories=("仕事", title)) is kind


def test_words_are_those_of_the_settings():
    own = Words({"leave": ("リフレッシュ", " "), "trip": (), "home": ("Heimarbeit",)})
    assert kind_of(AnEvent(title="ﾘﾌﾚｯｼｭ休み"), own, DOMAIN) is LEAVE
    assert kind_of(AnEvent(title="HEIMARBEIT heute"), own, DOMAIN) is HOME
    assert kind_of(AnEvent(title="休暇"), own, DOMAIN) is None


@pytest.mark.parametrize(
    ("busy", "title", "kind"),
    [
        ("OOF", "", LEAVE),
        ("OOF", "私用", LEAVE),
        ("OOF", "大阪出張", TRIP),
        ("OOF", "在宅", HOME),
        ("WORKINGELSEWHERE", "", HOME),
        ("WORKINGELSEWHERE", "出張", TRIP),
        ("WORKINGELSEWHERE", "休暇", LEAVE),
        ("BUSY", "会議", None),
        ("BUSY", "休暇", LEAVE),
        ("TENTATIVE", "休暇", None),
        ("FREE", "会議", None),
    ],
)
@pytest.mark.parametrize("all_day", [True, False])
@pytest.mark.parametrize("opaque", [True, False])
def test_business_says_what_words_do_not(busy, title, kind, all_day, opaque):
    if busy == "BUSY" and not all_day and not opaque:
        kind = None
    assert meant(busy=busy, title=title, all_day=all_day, opaque=opaque) is kind


@pytest.mark.parametrize(
    ("all_day", "opaque", "busy", "kind"),
    [
        (True, True, "", LEAVE),
        (True, False, "", LEAVE),
        (True, False, "FREE", LEAVE),
        (False, True, "", LEAVE),
        (False, False, "", None),
        (False, True, "FREE", None),
        (False, False, "FREE", None),
    ],
)
def test_a_word_counts_where_time_is_taken_and_on_whole_days(all_day, opaque, busy, kind):
    assert meant(title="休暇", all_day=all_day, opaque=opaque, busy=busy) is kind


def test_what_is_cancelled_says_nothing():
    assert meant(title="休暇", busy="OOF", cancelled=True) is None


@pytest.mark.parametrize("uid", ["booking-1", "telework-22", "plan-3", "plan-3-0123456789abcdef"])
def test_what_we_wrote_says_nothing(uid):
    assert meant(uid=f"{uid}@{DOMAIN}", title="在宅勤務") is None
    assert meant(uid=f"{uid}@elsewhere.example", title="在宅勤務") is HOME


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026-12-01 08:30", "2026-12-01 17:15", Part.FULL),
        ("2026-12-01 00:00", "2026-12-02 00:00", Part.FULL),
        ("2026-12-01 09:00", "2026-12-01 17:00", Part.FULL),
        ("2026-12-01 08:30", "2026-12-01 12:00", Part.AM),
        ("2026-12-01 13:00", "2026-12-01 17:15", Part.PM),
        ("2026-12-01 08:30", "2026-12-01 11:07:30", Part.AM),
        ("2026-12-01 08:30", "2026-12-01 11:07", None),
        ("2026-12-01 12:00", "2026-12-01 13:00", None),
        ("2026-12-01 10:00", "2026-12-01 15:00", None),
        ("2026-12-01 17:15", "2026-12-01 22:00", None),
        ("2026-11-30 22:00", "2026-12-01 11:30", Part.AM),
        ("2026-12-01 14:00", "2026-12-02 01:00", Part.PM),
        ("2026-11-28 00:00", "2026-12-05 00:00", Part.FULL),
        ("2026-11-30 00:00", "2026-12-01 00:00", None),
    ],
)
def test_a_half_is_taken_from_three_quarters_on(start, end, found):
    assert part(at(start), at(end)) is found


@pytest.mark.parametrize("shift", SHIFTS)
def test_the_halves_are_those_of_the_persons_shift(shift):
    day = day_of(shift=shift)
    assert part_taken(day.am, day) is Part.AM
    assert part_taken(day.pm, day) is Part.PM
    assert part_taken(Interval(day.am.start, day.pm.end), day) is Part.FULL


def test_one_morning_is_enough_for_one_shift_and_not_for_another():
    assert part(at("2026-12-01 09:30"), at("2026-12-01 12:00"), shift="0930") is Part.AM
    assert part(at("2026-12-01 09:30"), at("2026-12-01 12:00"), shift="0730") is None


NEW_YORK, BERLIN = ZoneInfo("America/New_York"), ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("start", "end", "zone", "day", "found"),
    [
        ("2026-11-30 23:30", "2026-12-01 08:15", UTC, TUESDAY, Part.FULL),
        ("2026-11-30 18:30", "2026-11-30 22:00", NEW_YORK, TUESDAY, Part.AM),
        ("2026-07-14 01:30", "2026-07-14 05:00", BERLIN, date(2026, 7, 14), Part.AM),
        ("2026-12-01 00:30", "2026-12-01 04:00", BERLIN, TUESDAY, Part.AM),
        # The night on which New York's clocks go back: 1 November 2026, 6:00 UTC.
        ("2026-11-01 18:30", "2026-11-01 22:00", NEW_YORK, date(2026, 11, 2), Part.AM),
        ("2026-12-31 23:30", "2027-01-01 03:00", UTC, date(2027, 1, 1), Part.AM),
    ],
)
def test_hours_of_any_zone_are_the_citys(start, end, zone, day, found):
    assert part(at(start, zone), at(end, zone), day=day) is found


@given(after=st.integers(0, 4 * 24 * 60), minutes=st.integers(1, 4000))
def test_a_part_is_what_has_three_quarters_of_each_half(after, minutes):
    begins = at("2026-11-29 00:00") + timedelta(minutes=after)
    during, day = Interval(begins, begins + timedelta(minutes=minutes)), day_of()
    taken = {
        half
        for half, hours in ((Part.AM, day.am), (Part.PM, day.pm))
        if (common := during.common(hours)) and common.length / hours.length >= 0.75
    }
    assert part_taken(during, day) == part_of_halves(taken)


# Read from files, as they come from calendars.


def read(*lines, day=TUESDAY):
    text = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//EN", *lines, "END:VCALENDAR", ""])
    since, until = at("2026-11-25 00:00"), at("2027-01-10 00:00")
    found = []
    for one in ics.reading_of(text, since=since, until=until, zone=TOKYO).occurrences:
        kind = kind_of(one, WORDS, DOMAIN)
        found += [
            (f"{each.day:%m-%d}", part_taken(Interval(one.start, one.end), each), kind)
            for each in (day_of(date(2026, 11, 26) + timedelta(days=n)) for n in range(40))
            if kind and part_taken(Interval(one.start, one.end), each)
        ]
    return found


def file_event(*lines):
    return ("BEGIN:VEVENT", "UID:1@theirs", "DTSTAMP:20261101T000000Z", *lines, "END:VEVENT")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("DTSTART:20261130T233000Z", "DTEND:20261201T081500Z"), [("12-01", Part.FULL)]),
        (("DTSTART:20261201T083000", "DTEND:20261201T120000"), [("12-01", Part.AM)]),
        (
            ("DTSTART;TZID=America/New_York:20261130T183000", "DTEND;TZID=America/New_York:20261130T220000"),
            [("12-01", Part.AM)],
        ),
        (("DTSTART;VALUE=DATE:20261201",), [("12-01", Part.FULL)]),
        (
            ("DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270103"),
            [("12-30", Part.FULL), ("12-31", Part.FULL), ("01-01", Part.FULL), ("01-02", Part.FULL)],
        ),
        (("DTSTART:20261201T130000", "DTEND:20261202T120000"), [("12-01", Part.PM), ("12-02", Part.AM)]),
        (("DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101"), [("12-31", Part.FULL)]),
    ],
)
def test_events_as_files_write_them(lines, found):
    assert read(*file_event("SUMMARY:休暇", *lines)) == [(*one, LEAVE) for one in found]


def test_status_transparency_and_categories_as_files_write_them():
    day = "DTSTART;VALUE=DATE:20261201"
    assert read(*file_event(day, "SUMMARY:休暇", "STATUS:CANCELLED")) == []
    assert read(*file_event(day, "SUMMARY:私用", "CATEGORIES:休暇,私用")) == [("12-01", Part.FULL, LEAVE)]
    assert read(*file_event(day, "SUMMARY:x", "X-MICROSOFT-CDO-BUSYSTATUS:OOF")) == [("12-01", Part.FULL, LEAVE)]
    hours = ("DTSTART:20261201T083000", "DTEND:20261201T171500")
    assert read(*file_event(*hours, "SUMMARY:休暇", "TRANSP:TRANSPARENT")) == []


# Several events of one day, and what was proposed before.


def said(kind, start, end, *, source="a", link=1):
    return Said(link, source, f"/{source}", kind, Interval(at(start), at(end)))


WHOLE = ("2026-12-01 00:00", "2026-12-02 00:00")
MORNING = ("2026-12-01 08:30", "2026-12-01 12:00")


@pytest.mark.parametrize(
    ("events", "wanted"),
    [
        ([said(TRIP, *WHOLE), said(LEAVE, *MORNING, source="b")], {"a": (TRIP, "pm"), "b": (LEAVE, "am")}),
        ([said(HOME, *WHOLE), said(TRIP, *WHOLE, source="b")], {"b": (TRIP, "full")}),
        ([said(HOME, *WHOLE), said(LEAVE, *WHOLE, source="b"), said(TRIP, *WHOLE, source="c")], {"b": (LEAVE, "full")}),
        ([said(LEAVE, *WHOLE), said(LEAVE, *WHOLE, source="b")], {"a": (LEAVE, "full")}),
    ],
)
def test_of_two_events_the_stronger_has_the_half(events, wanted):
    for order in (events, events[::-1]):
        found = wanted_of(winners(order, [day_of()], {}))
        parts = {one.source: (want.kind, part_of_halves(want.halves)) for one, want in found.items()}
        assert parts == {source: (kind, Part(half)) for source, (kind, half) in wanted.items()}


def test_of_equals_wins_what_was_decided_about():
    events = [said(LEAVE, *WHOLE), said(LEAVE, *WHOLE, source="b")]
    known = {Source(1, "b", TUESDAY): ProposalState.DISMISSED}
    assert [one.source for one in wanted_of(winners(events, [day_of()], known))] == ["b"]


def test_days_that_nobody_works_are_not_asked_about():
    assert wanted_of(winners([said(LEAVE, "2026-12-05 00:00", "2026-12-07 00:00")], [day_of()], {})) == {}


A = Source(1, "a", TUESDAY)
FULL, AM = halves_in("full"), halves_in("am")
ROW = Known(7, A, LEAVE, "full", ProposalState.OPEN)


@pytest.mark.parametrize(
    ("wanted", "row", "plan", "steps"),
    [
        (Wanted(LEAVE, FULL, "/a"), None, {}, [Propose(A, LEAVE, FULL, "/a", None)]),
        (Wanted(LEAVE, FULL, "/a"), None, {Part.AM: LEAVE}, [Propose(A, LEAVE, halves_in("pm"), "/a", None)]),
        (Wanted(LEAVE, FULL, "/a"), None, {Part.AM: LEAVE, Part.PM: LEAVE}, []),
        (Wanted(LEAVE, FULL, "/a"), ROW, {}, []),
        (Wanted(LEAVE, FULL, "/a"), ROW, {Part.AM: LEAVE, Part.PM: LEAVE}, [Withdraw(7)]),
        (Wanted(LEAVE, AM, "/a"), ROW, {}, [Propose(A, LEAVE, AM, "/a", 7)]),
        (Wanted(TRIP, FULL, "/a"), ROW, {}, [Propose(A, TRIP, FULL, "/a", 7)]),
        (None, ROW, {}, [Withdraw(7)]),
        (Wanted(LEAVE, AM, "/a"), replace(ROW, state=ProposalState.DISMISSED), {}, []),
        (Wanted(TRIP, AM, "/a"), replace(ROW, state=ProposalState.DISMISSED), {}, [Propose(A, TRIP, AM, "/a", 7)]),
        (Wanted(LEAVE, FULL, "/a"), replace(ROW, state=ProposalState.ACCEPTED), {Part.AM: TRIP}, []),
        (
            Wanted(LEAVE, FULL, "/a"),
            replace(ROW, state=ProposalState.ACCEPTED, part="am"),
            {Part.AM: LEAVE},
            [Propose(A, LEAVE, FULL, "/a", 7)],
        ),
        (
            Wanted(LEAVE, FULL, "/a"),
            replace(ROW, state=ProposalState.WITHDRAWN),
            {},
            [Propose(A, LEAVE, FULL, "/a", 7)],
        ),
        (None, replace(ROW, state=ProposalState.DISMISSED), {}, []),
        (None, replace(ROW, state=ProposalState.ACCEPTED), {}, []),
    ],
)
def test_what_is_proposed_follows_what_is_said(wanted, row, plan, steps):
    found = compared({A: wanted} if wanted else {}, [row] if row else [], {TUESDAY: plan})
    assert found == steps


def test_a_plan_is_lost_half_by_half_and_not_while_any_calendar_says_it():
    made = [Made(7, 1, TUESDAY, LEAVE, "own", number, halves_in(half)) for number, half in ((11, "am"), (12, "pm"))]
    nothing = lost(made, {}, {})
    assert (nothing[7].holder_ids, nothing[7].halves) == ((11, 12), FULL)
    won = winners([said(LEAVE, *MORNING, source="other", link=2)], [day_of()], {})
    assert lost(made, won, wanted_of(won))[7].holder_ids == (12,)
    won = winners([said(TRIP, *WHOLE)], [day_of()], {})
    assert lost(made, won, wanted_of(won)) == {}, "a trip replaces the leave"


def test_everything_is_read_once_a_week():
    now = at("2026-12-01 08:00")
    assert whole_is_due(None, now)
    assert whole_is_due(now - timedelta(days=7), now)
    assert not whole_is_due(now - timedelta(days=6), now)
