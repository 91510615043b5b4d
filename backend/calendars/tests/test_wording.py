"""How entries read: titles, spans, places, in both languages; and what a UID of ours names. No database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calendars.policies.choices import Spans, Titles
from calendars.policies.chosen import Chosen
from calendars.policies.entries import (
    Entry,
    EntryState,
    Named,
    Part,
    chosen_of,
    is_ours,
    named_by,
    part_of,
    uid_of,
)
from calendars.policies.section_wording import HalfSeen, MemberDay, SectionDaySeen, each_of, summary_of
from calendars.policies.wording import wording_of
from core.interval import Interval

TOKYO = ZoneInfo("Asia/Tokyo")
DAY = date(2026, 12, 1)
DOMAIN = "kyoseki.city.example.jp"


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(DAY.year, DAY.month, DAY.day, hour, minute, tzinfo=TOKYO)


MORNING, AFTERNOON = Interval(at(8, 30), at(12)), Interval(at(13), at(17, 15))
AT_A_DESK = Entry(
    uid=uid_of("booking", 7, DOMAIN),
    holder_kind="booking",
    holder_id=7,
    person_id=1,
    day=DAY,
    start=at(8, 30),
    end=at(17, 15),
    place="office",
    state=EntryState.CONFIRMED,
    sequence=0,
    modified_at=datetime(2026, 11, 30, tzinfo=UTC),
    part=Part.FULL,
    part_start=at(8, 30),
    part_end=at(17, 15),
    desk_code="06A-001",
    area_name="広聴",
    floor_name="6階",
    building_name="本庁舎",
)
AT_HOME = replace(
    AT_A_DESK, holder_kind="telework", place="home", desk_code="", area_name="", floor_name="", building_name=""
)
ON_LEAVE = replace(AT_HOME, holder_kind="own", place="leave")


@pytest.mark.parametrize(
    ("entry", "full", "short", "english"),
    [
        (AT_A_DESK, "席 06A-001", "出勤", "Desk 06A-001"),
        (replace(AT_HOME, holder_kind="own_office", place="office"), "出勤", "出勤", "Office"),
        (AT_HOME, "在宅勤務", "在宅", "Telework"),
        (replace(AT_HOME, state=EntryState.TENTATIVE), "在宅勤務（申請中）", "在宅（申請中）", "Telework (requested)"),
        (replace(AT_HOME, place="satellite"), "サテライト勤務", "サテライト", "Satellite office"),
        (replace(ON_LEAVE, place="trip"), "出張", "出張", "Business trip"),
        (ON_LEAVE, "休暇", "休暇", "Leave"),
    ],
)
def test_titles_tell_as_much_as_was_chosen(entry, full, short, english):
    assert wording_of(entry, Chosen()).summary == full
    assert wording_of(entry, Chosen(titles=Titles.SHORT)).summary == short
    assert wording_of(entry, Chosen(language="en")).summary == english
    busy = wording_of(entry, Chosen(titles=Titles.BUSY))
    assert (busy.summary, busy.location, busy.category, busy.path, busy.opaque) == ("予定あり", "", "", "", True)


def test_a_desk_has_its_place_and_a_link_and_leaves_time_for_meetings():
    told = wording_of(AT_A_DESK, Chosen())
    assert (told.location, told.path, told.opaque) == ("本庁舎 6階 広聴 06A-001", "/plan?week=2026-12-01", False)
    assert wording_of(AT_A_DESK, Chosen(with_desk=False)).location == "本庁舎"
    assert wording_of(AT_A_DESK, Chosen(with_desk=False)).summary == "出勤"
    assert wording_of(AT_HOME, Chosen()).path == "/telework/7"
    assert wording_of(ON_LEAVE, Chosen()).opaque is True
    assert told.description == ""


def test_halves_are_whole_days_or_the_hours_of_a_half():
    halves = Chosen(spans=Spans.HALVES)
    assert (wording_of(AT_A_DESK, halves).start, wording_of(AT_A_DESK, halves).end) == (DAY, DAY + timedelta(days=1))
    morning = replace(AT_A_DESK, start=at(9), end=at(11), part=Part.AM, part_end=at(12))
    assert (wording_of(morning, halves).start, wording_of(morning, halves).end) == (at(8, 30), at(12))
    assert (wording_of(morning, Chosen()).start, wording_of(morning, Chosen()).end) == (at(9), at(11))


@pytest.mark.parametrize(
    ("start", "end", "part"),
    [
        (at(8, 30), at(17, 15), Part.FULL),
        (at(9), at(17), Part.FULL),
        (at(8, 30), at(12), Part.AM),
        (at(8, 30), at(13, 30), Part.AM),
        (at(10), at(10, 15), Part.AM),
        (at(11, 30), at(17, 15), Part.PM),
        (at(13), at(14), Part.PM),
        (at(12), at(13), Part.AM),
        (at(18), at(20), Part.PM),
        (at(7), at(8), Part.AM),
    ],
)
def test_a_stretch_is_the_half_it_has_at_least_half_of(start, end, part):
    assert part_of(Interval(start, end), MORNING, AFTERNOON) is part


def test_the_digest_is_of_what_is_said_and_of_nothing_else():
    said = wording_of(AT_A_DESK, Chosen()).digest
    later = replace(AT_A_DESK, sequence=9, modified_at=datetime(2027, 1, 1, tzinfo=UTC))
    assert wording_of(later, Chosen()).digest == said
    for other in (
        replace(AT_A_DESK, desk_code="06A-002"),
        replace(AT_A_DESK, end=at(17)),
        replace(AT_A_DESK, state=EntryState.CANCELLED),
    ):
        assert wording_of(other, Chosen()).digest != said


def test_what_somebody_does_not_want_is_left_out():
    office = replace(AT_HOME, holder_kind="own_office", place="office")
    every = (AT_A_DESK, AT_HOME, ON_LEAVE, office)
    assert chosen_of(every, Chosen()) == every
    assert chosen_of(every, Chosen(with_telework=False)) == (AT_A_DESK, ON_LEAVE, office)
    assert chosen_of(every, Chosen(with_own_plans=False)) == (AT_A_DESK, AT_HOME)


@given(kind=st.sampled_from(["booking", "telework", "own", "own_office"]), number=st.integers(1, 10**15))
def test_a_uid_names_what_it_was_made_of(kind, number):
    word = "plan" if kind.startswith("own") else kind
    uid = uid_of(kind, number, DOMAIN)
    assert named_by(uid, DOMAIN) == named_by(uid.replace("@", "-0123456789abcdef@"), DOMAIN) == Named(word, number)
    assert named_by(uid, "elsewhere.example") is None
    assert is_ours(uid, DOMAIN)


@given(st.text(max_size=60))
def test_anybody_elses_uid_names_nothing(text):
    assert named_by(text, DOMAIN) is None
    assert named_by(f"x{text}@{DOMAIN}", DOMAIN) is None


def seen(place: str, start: datetime = MORNING.start, end: datetime = MORNING.end) -> HalfSeen:
    return HalfSeen(place, start, end)


def test_a_section_is_told_in_counts_and_names_in_both_languages():
    day = SectionDaySeen(
        DAY,
        [
            MemberDay(1, "山田 葵", seen("office"), seen("office")),
            MemberDay(2, "我妻 美咲", seen("home"), seen("office")),
            MemberDay(3, "工藤 真理子", seen("leave"), seen("leave")),
            MemberDay(4, "佐藤 誠", None, None),
        ],
        unseen=2,
    )
    ja, en = summary_of("広聴課", day, "ja"), summary_of("広聴課", day, "en")
    assert (ja.start, ja.end) == (DAY, DAY + timedelta(days=1))
    assert ja.summary == "広聴課 出勤2 在宅1 休暇1"
    assert ja.description == (
        "出勤: 山田 葵、我妻 美咲（午後）\n在宅: 我妻 美咲（午前）\n休暇: 工藤 真理子\nほか2人（非公開）"
    )
    assert en.summary == "広聴課 Office 2 Home 1 Leave 1"
    assert en.description.splitlines()[1:] == [
        "Home: 我妻 美咲 (morning)",
        "Leave: 工藤 真理子",
        "2 more (not shown)",
    ]


def test_each_who_is_elsewhere_has_an_event_of_the_stretch():
    whole = MemberDay(2, "我妻 美咲", seen("home"), seen("home", AFTERNOON.start, AFTERNOON.end))
    ((part, wording),) = each_of(whole, DAY, "ja")
    assert (part, wording.summary, wording.start) == ("full", "我妻 美咲 在宅", DAY)
    both = MemberDay(2, "我妻 美咲", seen("home"), seen("leave", AFTERNOON.start, AFTERNOON.end))
    assert [(part, one.summary, one.start) for part, one in each_of(both, DAY, "en")] == [
        ("am", "我妻 美咲 Home", at(8, 30)),
        ("pm", "我妻 美咲 Leave", at(13)),
    ]
    assert each_of(MemberDay(1, "山田 葵", seen("office"), None), DAY, "ja") == []
