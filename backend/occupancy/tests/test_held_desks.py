"""Assigned desks: which are left out where, so that no place less its parts is one to four of them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from occupancy.policies.held_desks import assigned_of_places


def area(in_service, booked=None):
    """The assigned desks of an area: in service and booked, slot by slot."""
    return np.array([in_service, booked or in_service])


def in_service(of_places):
    """(shown, withheld) in service in the first slot, by place."""
    return {place: (int(its.shown[0][0]), int(its.withheld[0][0])) for place, its in of_places.items()}


def test_few_are_left_out_of_an_area_and_counted_with_those_of_its_floor():
    split = assigned_of_places([area([3]), area([2]), area([6])], [6, 6, 7], [1, 1, 1])
    assert [int(its.shown[0][0]) for its in split.areas] == [0, 0, 6]
    assert in_service(split.floors) == {6: (5, 0), 7: (6, 0)}
    assert in_service(split.buildings) == {1: (11, 0)}


def test_what_is_too_few_for_the_floor_goes_up_to_the_building():
    split = assigned_of_places([area([3]), area([6]), area([2])], [6, 6, 7], [1, 1, 1])
    assert in_service(split.floors) == {6: (6, 3), 7: (0, 2)}
    assert in_service(split.buildings) == {1: (11, 0)}
    assert split.areas[0].withheld_desks == 3


def test_what_is_too_few_for_the_building_is_left_out_of_it():
    split = assigned_of_places([area([1]), area([9])], [6, 7], [1, 1])
    assert in_service(split.buildings) == {1: (9, 1)}


def test_a_closure_of_the_morning_leaves_few_in_the_morning_only():
    split = assigned_of_places([area([1, 7], [1, 4])], [6], [1])
    assert split.areas[0].shown.tolist() == [[0, 7], [0, 4]]
    assert split.areas[0].withheld.tolist() == [[1, 0], [1, 0]]


@given(st.lists(st.tuples(st.integers(1, 4), st.lists(st.integers(0, 9), min_size=3, max_size=3)), max_size=12))
def test_no_place_less_its_parts_is_one_to_four_desks(drawn):
    """Whatever figures are shown, added and taken away: what is left is of nobody or of five desks and more."""
    floors = [floor for floor, _ in drawn]
    buildings = [floor // 3 for floor in floors]
    split = assigned_of_places([area(desks) for _, desks in drawn], floors, buildings)
    left = [its.shown[0] for its in split.areas]
    for floor, its in split.floors.items():
        left.append(
            its.shown[0] - sum(part.shown[0] for part, of in zip(split.areas, floors, strict=True) if of == floor)
        )
    for building, its in split.buildings.items():
        left.append(its.shown[0] - sum(part.shown[0] for floor, part in split.floors.items() if floor // 3 == building))
    assert all(value == 0 or value >= 5 for desks in left for value in desks.tolist())
    everything = sum((np.array(desks) for _, desks in drawn), np.zeros(3, dtype=int))
    told = sum((its.shown[0] + its.withheld[0] for its in split.buildings.values()), np.zeros(3, dtype=int))
    assert told.tolist() == everything.tolist()
