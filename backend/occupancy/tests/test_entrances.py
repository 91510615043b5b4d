"""Whoever comes in by an entrance is in the building whose floor they go to."""

from datetime import UTC, datetime

from occupancy.policies.entrances import buildings_of
from occupancy.policies.passages import Stay

HALL, ANNEX = 1, 2
BUILDING_OF = {60: HALL, 70: HALL, 20: ANNEX}


def stay(floor, start, end):
    return Stay(floor, datetime(2026, 11, 27, start, tzinfo=UTC), datetime(2026, 11, 27, end, tzinfo=UTC))


def test_it_is_the_building_of_the_floor_that_follows_or_comes_before():
    there = [stay(None, 8, 9), stay(20, 9, 12), stay(None, 12, 13)]
    assert buildings_of(there, BUILDING_OF) == [ANNEX, ANNEX, ANNEX]
    assert buildings_of([stay(60, 9, 12), stay(None, 12, 13), stay(20, 13, 14)], BUILDING_OF) == [HALL, ANNEX, ANNEX]


def test_who_left_in_between_or_went_to_no_floor_is_taken_to_be_in_the_first():
    assert buildings_of([stay(None, 8, 9), stay(20, 10, 12)], BUILDING_OF) == [HALL, ANNEX]
    assert buildings_of([stay(None, 8, 9)], BUILDING_OF) == [HALL]


def test_a_floor_without_a_layout_is_in_no_building():
    assert buildings_of([stay(99, 8, 9), stay(None, 9, 10)], BUILDING_OF) == [None, HALL]
