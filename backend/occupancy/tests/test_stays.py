"""Cleaning rules of the gate log, one by one, and what holds for any log."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from occupancy.policies.passages import DAY_BEGINS, Passage, Stay
from occupancy.policies.passages import CleaningRule as Rule
from occupancy.policies.stays import stays_of
from plans.policies.shifts import shift_of

TOKYO = ZoneInfo("Asia/Tokyo")
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
FLOOR_OF = {"G06-1": 6, "G06-2": 6, "G07-1": 7, "EAST": None, "WEST": None}


def at(clock_time, day=MONDAY):
    return datetime.combine(day, time.fromisoformat(clock_time), tzinfo=TOKYO).astimezone(UTC)


def passages(*lines, day=MONDAY):
    """`"08:20:00 in G06-1"` for a passage of Monday; one of Tuesday begins with a +."""
    made = []
    for line in lines:
        clock_time, direction, gate = line.split()
        on = day + timedelta(days=1) if clock_time.startswith("+") else day
        made.append(Passage(at(clock_time.removeprefix("+"), on), gate, direction == "in", FLOOR_OF[gate]))
    return made


def cleaned(*lines, shift="0830"):
    """The stays as `"6 08:20-12:00"`, estimated ends with a ~, and how often each rule was needed."""
    result = stays_of(passages(*lines), closing(shift), TOKYO)
    return [shown(stay) for stay in result.stays], dict(result.found)


def closing(shift="0830"):
    return lambda day: datetime.combine(day, shift_of(shift).ends_at, tzinfo=TOKYO)


def shown(stay):
    start, end = (instant.astimezone(TOKYO) for instant in (stay.start, stay.end))
    later = "+" if end.date() > start.date() else ""
    pattern = "%H:%M" if not (start.second or end.second) else "%H:%M:%S"
    return f"{stay.floor_id or '-'} {start:{pattern}}-{'~' if stay.estimated else ''}{later}{end:{pattern}}"


def test_an_entry_and_an_exit_are_a_stay():
    assert cleaned("08:20 in G06-1", "12:00 out G06-2", "12:45 in G06-1", "17:20 out G06-1") == (
        ["6 08:20-12:00", "6 12:45-17:20"],
        {},
    )


def test_reads_within_a_minute_at_the_same_gate_are_one():
    assert cleaned("08:20:00 in G06-1", "08:20:03 in G06-1", "17:20:00 out G06-1", "17:21:00 out G06-1") == (
        ["6 08:20-17:20"],
        {Rule.READ_TWICE: 2},
    )


def test_a_card_read_three_times_is_one_passage():
    found = cleaned("08:20:00 in G06-1", "08:20:50 in G06-1", "08:21:40 in G06-1", "17:20 out G06-1")[1]
    assert found == {Rule.READ_TWICE: 2}


def test_reads_more_than_a_minute_apart_or_the_other_way_are_not_one():
    assert cleaned("08:20:00 in G06-1", "08:20:05 out G06-1", "17:20:00 in G06-1", "17:21:01 out G06-1") == (
        ["6 08:20:00-08:20:05", "6 17:20:00-17:21:01"],
        {},
    )
    assert cleaned("08:20:00 in G06-1", "08:21:01 in G06-1", "12:00 out G06-1")[1] == {Rule.ENTERED_AGAIN: 1}


def test_a_read_on_both_sides_of_midnight_is_one():
    assert cleaned("23:59:58 in G06-1", "+00:00:02 in G06-1", "+08:30:00 out G06-1") == (
        ["6 23:59:58-+08:30:00"],
        {Rule.READ_TWICE: 1, Rule.OVER_MIDNIGHT: 1},
    )


def test_an_exit_without_an_entry_is_no_stay():
    assert cleaned("08:20 out G06-1", "08:30 in G06-1", "12:00 out G06-1", "12:30 out G06-1") == (
        ["6 08:30-12:00"],
        {Rule.EXIT_WITHOUT_ENTRY: 2},
    )


@pytest.mark.parametrize(("shift", "end"), [("0730", "16:15"), ("0830", "17:15"), ("0930", "18:15"), ("", "17:15")])
def test_a_missing_exit_is_estimated_at_the_end_of_the_persons_shift(shift, end):
    assert cleaned("08:20 in G06-1", shift=shift) == ([f"6 08:20-~{end}"], {Rule.EXIT_MISSING: 1})
    assert cleaned("08:20 in G06-1", "+08:25 in G06-1", "+17:00 out G06-1", shift=shift) == (
        [f"6 08:20-~{end}", "6 08:25-17:00"],
        {Rule.EXIT_MISSING: 1},
    )


def test_who_came_after_the_shifts_end_and_is_not_known_to_have_left_stayed_for_a_slot():
    assert cleaned("17:15 in G06-1") == (["6 17:15-~17:45"], {Rule.EXIT_MISSING: 1})
    assert cleaned("23:50 in G06-1") == (["6 23:50-~+00:20"], {Rule.EXIT_MISSING: 1})


def test_an_entry_on_another_floor_ends_the_stay_before():
    assert cleaned("08:20 in G06-1", "10:00 in G07-1", "12:00 out G07-1") == (
        ["6 08:20-10:00", "7 10:00-12:00"],
        {Rule.MOVED: 1},
    )


def test_an_entry_on_the_same_floor_goes_on():
    assert cleaned("08:20 in G06-1", "10:00 in G06-2", "12:00 out G06-1") == (
        ["6 08:20-12:00"],
        {Rule.ENTERED_AGAIN: 1},
    )


def test_an_exit_at_another_floors_gate_ends_the_stay_where_it_began():
    assert cleaned("08:20 in G06-1", "12:00 out G07-1", "12:30 out G06-1") == (
        ["6 08:20-12:00"],
        {Rule.LEFT_ELSEWHERE: 1, Rule.EXIT_WITHOUT_ENTRY: 1},
    )


def test_an_exit_of_the_next_day_within_18_hours_is_a_duty_over_midnight():
    assert cleaned("17:30 in G06-1", "+08:40 out G06-1", "+12:50 in G06-1", "+17:00 out G06-1") == (
        ["6 17:30-+08:40", "6 12:50-17:00"],
        {Rule.OVER_MIDNIGHT: 1},
    )
    assert cleaned("14:40 in G06-1", "+08:40 out G06-1")[0] == ["6 14:40-+08:40"]


def test_a_later_exit_ends_no_duty():
    assert cleaned("14:39 in G06-1", "+08:40 out G06-1") == (
        ["6 14:39-~17:15"],
        {Rule.EXIT_MISSING: 1, Rule.EXIT_WITHOUT_ENTRY: 1},
    )
    assert cleaned("08:20 in G06-1", "+02:21 out G06-1") == (
        ["6 08:20-~17:15"],
        {Rule.EXIT_MISSING: 1, Rule.EXIT_WITHOUT_ENTRY: 1},
    )


DUTIES = {
    "without going out": (
        ["17:30 in G06-1", "+08:30 out G06-1"],
        (["6 17:30-+08:30"], {Rule.OVER_MIDNIGHT: 1}),
    ),
    "out and in before midnight": (
        ["17:30 in G06-1", "20:00 out G06-1", "20:30 in G06-1", "+08:30 out G06-1"],
        (["6 17:30-20:00", "6 20:30-+08:30"], {Rule.OVER_MIDNIGHT: 1}),
    ),
    "out before and in after midnight": (
        ["17:30 in G06-1", "23:30 out G06-1", "+00:20 in G06-1", "+08:30 out G06-1"],
        (["6 17:30-23:30", "6 00:20-08:30"], {}),
    ),
    "out and in after midnight": (
        ["17:30 in G06-1", "+02:00 out G06-1", "+02:20 in G06-1", "+08:30 out G06-1"],
        (["6 17:30-+02:00", "6 02:20-08:30"], {Rule.OVER_MIDNIGHT: 1}),
    ),
    "the way out before an entry after midnight not read": (
        ["17:30 in G06-1", "+02:00 in G06-1", "+08:30 out G06-1"],
        (["6 17:30-+08:30"], {Rule.ENTERED_AGAIN: 1, Rule.OVER_MIDNIGHT: 1}),
    ),
    "another floor after midnight": (
        ["17:30 in G06-1", "+02:00 in G07-1", "+08:30 out G07-1"],
        (["6 17:30-+02:00", "7 02:00-08:30"], {Rule.MOVED: 1, Rule.OVER_MIDNIGHT: 1}),
    ),
    "exit missing, out before and in after midnight": (
        ["17:30 in G06-1", "23:30 out G06-1", "+00:20 in G06-1"],
        (["6 17:30-23:30", "6 00:20-~08:30"], {Rule.EXIT_MISSING: 1}),
    ),
    "exit missing, out and in after midnight": (
        ["17:30 in G06-1", "+02:00 out G06-1", "+02:20 in G06-1"],
        (["6 17:30-+02:00", "6 02:20-~08:30"], {Rule.OVER_MIDNIGHT: 1, Rule.EXIT_MISSING: 1}),
    ),
    "exit missing, entered again after midnight": (
        ["17:30 in G06-1", "+02:00 in G06-1"],
        (["6 17:30-~+08:30"], {Rule.ENTERED_AGAIN: 1, Rule.EXIT_MISSING: 1}),
    ),
    "exit missing, at work again in the morning": (
        ["17:30 in G06-1", "23:30 out G06-1", "+00:20 in G06-1", "+08:20 in G06-1", "+17:20 out G06-1"],
        (["6 17:30-23:30", "6 00:20-~08:20", "6 08:20-17:20"], {Rule.EXIT_MISSING: 1}),
    ),
}


@pytest.mark.parametrize(("log", "made"), DUTIES.values(), ids=DUTIES)
@pytest.mark.parametrize("shift", ["0730", "0930"])
def test_a_night_duty_is_of_its_evening_whoever_goes_out_in_it(log, made, shift):
    assert cleaned(*log, shift=shift) == made


def test_an_overtime_over_midnight_is_no_reason_to_be_there_the_whole_next_day():
    assert cleaned("08:20 in G06-1", "23:50 out G06-1", "+00:10 in G06-1") == (
        ["6 08:20-23:50", "6 00:10-~08:30"],
        {Rule.EXIT_MISSING: 1},
    )


def test_who_is_called_in_at_night_begins_the_day_that_comes():
    assert cleaned("08:20 in G06-1", "17:20 out G06-1", "+03:00 in G06-1") == (
        ["6 08:20-17:20", "6 03:00-~17:15"],
        {Rule.EXIT_MISSING: 1},
    )
    assert cleaned("+03:00 in G06-1", "+23:00 out G06-1") == (["6 03:00-23:00"], {})
    assert cleaned("17:20 out G06-1", "+04:50 in G06-1", "+12:50 in G06-1", "+17:20 out G06-1") == (
        ["6 04:50-~12:50", "6 12:50-17:20"],
        {Rule.EXIT_WITHOUT_ENTRY: 1, Rule.EXIT_MISSING: 1},
    )


def test_an_entry_at_night_long_after_one_by_day_is_another_stay():
    assert cleaned("12:00 in G06-1", "+00:00 in G06-1", "+05:30 out G06-1")[0] == ["6 12:00-+05:30"]
    assert cleaned("12:50 in G06-1", "+04:50 in G06-1", "+17:20 out G06-1") == (
        ["6 12:50-~17:15", "6 04:50-17:20"],
        {Rule.EXIT_MISSING: 1},
    )


def test_a_duty_is_never_taken_to_be_longer_than_a_stay_over_midnight_may_be():
    assert cleaned("12:50 in G06-1", "+00:30 in G06-1")[0] == ["6 12:50-~+06:50"]


def test_an_entrance_leads_to_the_building_and_to_no_floor():
    assert cleaned(
        "08:15 in EAST", "08:20 in G06-1", "12:00 out G06-1", "12:05 out WEST", "12:40 in WEST", "13:00 out EAST"
    ) == (["- 08:15-08:20", "6 08:20-12:00", "- 12:00-12:05", "- 12:40-13:00"], {})


def test_who_came_by_a_floors_gate_leaves_the_building_by_it():
    assert cleaned("08:20 in G06-1", "12:00 out G06-1", "12:05 out EAST") == (
        ["6 08:20-12:00"],
        {Rule.EXIT_WITHOUT_ENTRY: 1},
    )


def test_an_entrance_ends_a_stay_on_a_floor_either_way():
    assert cleaned("08:15 in EAST", "08:20 in G06-1", "12:00 out EAST") == (
        ["- 08:15-08:20", "6 08:20-12:00"],
        {Rule.LEFT_ELSEWHERE: 1},
    )
    assert cleaned("08:20 in G06-1", "12:00 in EAST", "12:10 out EAST") == (
        ["6 08:20-12:00", "- 12:00-12:10"],
        {Rule.MOVED: 1},
    )


def test_an_exit_of_a_floor_that_was_not_entered_leaves_who_is_in_the_building_there():
    assert cleaned("08:15 in EAST", "12:00 out G06-1", "12:10 out EAST") == (
        ["- 08:15-12:10"],
        {Rule.EXIT_WITHOUT_ENTRY: 1},
    )


def test_at_one_instant_people_leave_before_they_enter():
    assert cleaned("08:20 in G06-1", "12:00 in G07-1", "12:00 out G06-1", "13:00 out G07-1") == (
        ["6 08:20-12:00", "7 12:00-13:00"],
        {},
    )
    assert cleaned("12:00 in G06-1", "12:00 in G07-1", "13:00 out G07-1") == (["7 12:00-13:00"], {Rule.MOVED: 1})


def test_nothing_comes_of_nothing():
    assert cleaned() == ([], {})


def test_a_stay_holds_at_its_start_and_not_at_its_end():
    stay = Stay(6, at("08:20"), at("12:00"))
    assert [stay.holds_at(at(moment)) for moment in ("08:19", "08:20", "11:59", "12:00")] == [False, True, True, False]


# Few minutes, few gates: entries, exits, doubles and equal instants meet.
moments = st.integers(0, 3 * 24 * 12).map(lambda fives: at("00:00") + timedelta(minutes=5 * fives)) | st.integers(
    0, 90
).map(lambda seconds: at("23:59") + timedelta(seconds=seconds))
logs = st.lists(
    st.builds(
        lambda moment, gate, goes_in: Passage(moment, gate, goes_in, FLOOR_OF[gate]),
        moments,
        st.sampled_from(sorted(FLOOR_OF)),
        st.booleans(),
    ),
    max_size=14,
    unique=True,
)
shifts = st.sampled_from(["0730", "0830", "0930"])


def written_back(stays):
    """The stays as a gate log that forgot nothing."""
    gate_of = {6: "G06-1", 7: "G07-1", None: "EAST"}
    return [
        Passage(moment, gate_of[stay.floor_id], goes_in, stay.floor_id)
        for stay in stays
        for moment, goes_in in ((stay.start, True), (stay.end, False))
    ]


@settings(deadline=None)
@given(logs, shifts)
def test_stays_of_a_person_lie_in_order_and_never_overlap(log, shift):
    stays = stays_of(log, closing(shift), TOKYO).stays
    assert all(stay.start < stay.end for stay in stays)
    assert all(before.end <= after.start for before, after in pairwise(stays))


@settings(deadline=None)
@given(logs, shifts, st.randoms(use_true_random=False))
def test_the_order_of_the_log_does_not_matter(log, shift, random):
    shuffled = log[:]
    random.shuffle(shuffled)
    one, other = (stays_of(either, closing(shift), TOKYO) for either in (log, shuffled))
    assert (one.stays, one.found) == (other.stays, other.found)


@settings(deadline=None)
@given(logs, shifts)
def test_cleaning_what_is_clean_changes_nothing(log, shift):
    stays = stays_of(log, closing(shift), TOKYO).stays
    again = stays_of(written_back(stays), closing(shift), TOKYO)
    assert [(stay.floor_id, stay.start, stay.end) for stay in again.stays] == [
        (stay.floor_id, stay.start, stay.end) for stay in stays
    ]
    assert set(again.found) <= {Rule.OVER_MIDNIGHT}


@settings(deadline=None)
@given(logs, shifts)
def test_every_stay_begins_or_ends_with_a_passage_and_every_missing_exit_is_estimated(log, shift):
    result = stays_of(log, closing(shift), TOKYO)
    logged = {passage.at for passage in log}
    assert all(stay.start in logged for stay in result.stays)
    assert all(stay.end in logged for stay in result.stays if not stay.estimated)
    assert result.found[Rule.EXIT_MISSING] == sum(stay.estimated for stay in result.stays)


@settings(deadline=None)
@given(logs, shifts)
def test_what_was_before_changes_nothing_of_a_day_but_its_first_exit(log, shift):
    """Stays that begin on Tuesday are the same with Monday's passages and without; days begin at five."""
    tuesday = at(DAY_BEGINS.isoformat(), TUESDAY)
    alone = [passage for passage in log if passage.at >= tuesday + timedelta(minutes=2)]
    whole = [passage for passage in log if passage.at < tuesday or passage in alone]

    def of_tuesday(some):
        return Counter(stay for stay in stays_of(some, closing(shift), TOKYO).stays if stay.start >= tuesday)

    assert of_tuesday(alone) == of_tuesday(whole)
