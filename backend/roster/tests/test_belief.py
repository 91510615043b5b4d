"""What several sources say of one person, and what is believed: a table."""

from datetime import timedelta

import pytest

from roster.policies.belief import Source, Standing, Word, belief
from tests.fixtures.cast import MONDAY, at

SIX, SEVEN = 6, 7
AREA = 60
END = at("17:15")


def checked_in(time, *, walk_up=False, until=END, floor=SIX):
    return Word(Source.WALK_UP if walk_up else Source.CHECK_IN, at(time), until, floor, AREA, "06A-001")


def checked_out(time):
    return Word(Source.CHECK_OUT, at(time), None, SIX, AREA, "06A-001")


def gate_in(time, floor=SIX, day=MONDAY):
    return Word(Source.GATE_IN, at(time, day), floor_id=floor)


def gate_out(time, floor=SIX):
    return Word(Source.GATE_OUT, at(time), floor_id=floor)


def planned(start, until=END):
    return Word(Source.PLAN, at(start), until, SIX, AREA, "06A-002")


YESTERDAY = MONDAY - timedelta(days=1)

# What was said, now, and: standing, source, since, floor, desk (None: nothing is believed of the person).
CASES = {
    "nothing was said": ([], "10:00", None),
    "checked in": ([checked_in("8:40")], "10:00", ("seen", "check_in", "8:40", SIX, "06A-001")),
    "sat down without a booking": (
        [checked_in("8:40", walk_up=True)],
        "10:00",
        ("seen", "walk_up", "8:40", SIX, "06A-001"),
    ),
    "came through a gate": ([gate_in("8:20")], "10:00", ("seen", "gate_in", "8:20", SIX, "")),
    "came through an entrance that leads to no floor": (
        [gate_in("8:20", None)],
        "10:00",
        ("seen", "gate_in", "8:20", None, ""),
    ),
    "booked and not checked in": ([planned("8:30")], "10:00", ("expected", "plan", "8:30", SIX, "06A-002")),
    "booked for later": ([planned("13:00")], "10:00", None),
    "booked until noon, and it is past noon": ([planned("8:30", at("12:00"))], "12:00", None),
    "gate, then check-in: the desk is the later word": (
        [gate_in("8:20"), checked_in("8:40")],
        "10:00",
        ("seen", "check_in", "8:40", SIX, "06A-001"),
    ),
    "check-in, then the gate of the same floor: fresher, and the desk is still known": (
        [checked_in("8:40"), gate_in("12:50")],
        "13:00",
        ("seen", "gate_in", "12:50", SIX, "06A-001"),
    ),
    "check-in, then the gate of another floor": (
        [checked_in("8:40"), gate_in("11:00", SEVEN)],
        "11:05",
        ("seen", "gate_in", "11:00", SEVEN, ""),
    ),
    "check-in, then an entrance: back in the building, the desk is the best guess": (
        [checked_in("8:40"), gate_in("12:50", None)],
        "13:00",
        ("seen", "gate_in", "12:50", SIX, "06A-001"),
    ),
    "gate and a plan nobody checked in to": (
        [gate_in("8:20"), planned("8:30")],
        "10:00",
        ("seen", "gate_in", "8:20", SIX, "06A-002"),
    ),
    "checked in, but out by the gate later": (
        [checked_in("8:40"), gate_out("11:55")],
        "12:10",
        ("left", "gate_out", "11:55", SIX, ""),
    ),
    "out by the gate, then checked in": (
        [gate_out("8:10"), checked_in("8:40")],
        "10:00",
        ("seen", "check_in", "8:40", SIX, "06A-001"),
    ),
    "checked out": ([checked_out("16:30")], "16:40", ("left", "check_out", "16:30", SIX, "06A-001")),
    "checked out, and in by another gate": (
        [checked_out("12:00"), gate_in("12:10", SEVEN)],
        "12:20",
        ("seen", "gate_in", "12:10", SEVEN, ""),
    ),
    "checked out, and back by the same gate: the desk is no longer theirs": (
        [checked_out("12:00"), gate_in("12:10")],
        "12:20",
        ("seen", "gate_in", "12:10", SIX, ""),
    ),
    "left before the booked stretch begins: expected back": (
        [gate_out("11:55"), planned("13:00")],
        "13:10",
        ("expected", "plan", "13:00", SIX, "06A-002"),
    ),
    "left after the booked stretch began": (
        [gate_out("13:05"), planned("13:00")],
        "13:10",
        ("left", "gate_out", "13:05", SIX, ""),
    ),
    "in and out at one instant: believed in": (
        [gate_out("9:00"), gate_in("9:00")],
        "9:10",
        ("seen", "gate_in", "9:00", SIX, ""),
    ),
    "never checked out, two hours after the desk's end": (
        [checked_in("8:40")],
        "19:15",
        ("seen", "check_in", "8:40", SIX, "06A-001"),
    ),
    "never checked out, three hours after the desk's end": (
        [checked_in("8:40")],
        "20:15",
        ("left", "check_in", "8:40", SIX, "06A-001"),
    ),
    "never checked out, and the gate has seen no exit": (
        [gate_in("8:20"), checked_in("8:40")],
        "20:15",
        ("seen", "gate_in", "8:20", SIX, ""),
    ),
    "a night duty from 17:00": ([gate_in("17:00", day=YESTERDAY)], "8:30", ("seen", "gate_in", None, SIX, "")),
    "an exit missing since yesterday": (
        [gate_in("8:20", day=YESTERDAY)],
        "8:30",
        None,
    ),
    "gone since yesterday evening": (
        [Word(Source.GATE_OUT, at("16:20", YESTERDAY), floor_id=SIX)],
        "8:30",
        None,
    ),
    "gone late last night": (
        [Word(Source.GATE_OUT, at("22:00", YESTERDAY), floor_id=SIX)],
        "8:30",
        ("left", "gate_out", None, SIX, ""),
    ),
    "an exit missing since yesterday, and a desk booked now": (
        [gate_in("8:20", day=YESTERDAY), planned("8:30")],
        "8:40",
        ("expected", "plan", "8:30", SIX, "06A-002"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_latest_word_wins_as_far_as_it_is_worth_something(case):
    words, now, wanted = CASES[case]
    found = belief(words, at(now))
    if wanted is None:
        assert found is None
        return
    standing, source, since, floor, desk = wanted
    assert found is not None
    assert (found.standing, found.source, found.floor_id, found.desk) == (
        Standing(standing),
        Source(source),
        floor,
        desk,
    )
    if since is not None:
        assert found.since == at(since)


@pytest.mark.parametrize("case", CASES)
def test_the_order_in_which_things_are_heard_makes_no_difference(case):
    words, now, _ = CASES[case]
    assert belief(words[::-1], at(now)) == belief(words, at(now))
