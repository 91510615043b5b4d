"""Reporting units: which departments are told of, so that no figures taken together tell of one to four people."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from occupancy.policies.reporting_units import Node, published


@st.composite
def trees(draw, most=10, people=12):
    """Departments in one another, from none to `most`, some of them without anybody."""
    size = draw(st.integers(0, most))
    return [
        Node(
            id=number,
            parent=draw(st.sampled_from([None, *range(number)])),
            own_people=draw(st.integers(0, people)),
        )
        for number in range(size)
    ]


def everyone_below(tree):
    """For each department, the ids of it and of all below it."""
    below = {node.id: {node.id} for node in tree}
    for node in reversed(tree):  # parents come before their children
        if node.parent is not None:
            below[node.parent] |= below[node.id]
    return below


def isolated(tree, told):
    """A group of one to four people that figures of `told` and of everybody give away, added and taken away at will."""
    peopled = [node for node in tree if node.own_people]
    below = everyone_below(tree)
    everybody = [True] * len(peopled)
    sums = np.array([everybody, *([node.id in below[each] for node in peopled] for each in sorted(told))], dtype=float)
    rank = np.linalg.matrix_rank(sums)
    few = [node for node in peopled if node.own_people < 5]
    for group in chain.from_iterable(combinations(few, size) for size in range(1, 5)):
        if sum(node.own_people for node in group) < 5:
            row = [[node in group for node in peopled]]
            if np.linalg.matrix_rank(np.vstack([sums, row])) == rank:
                return group
    return None


@given(trees())
def test_no_sum_and_no_difference_tells_of_one_to_four_people(tree):
    assume(sum(node.own_people for node in tree) >= 5)
    assert isolated(tree, published(tree)) is None


@given(trees(most=7, people=7))
def test_no_other_choice_tells_of_more_departments(tree):
    assume(sum(node.own_people for node in tree) >= 5)
    told = published(tree)
    below = everyone_below(tree)
    some = [node.id for node in tree if any(each.own_people for each in tree if each.id in below[node.id])]
    for larger in combinations(some, len(told) + 1):
        assert isolated(tree, larger) is not None


def department(number, parent, people):
    return Node(number, parent, people)


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        ([], set()),
        ([department(1, None, 4)], set()),
        ([department(1, None, 5)], {1}),
        ([department(1, None, 0), department(2, 1, 9), department(3, 1, 8)], {1, 2, 3}),
        # A section of three: the bureau is told of, and the smallest of its other sections is left out with it.
        ([department(1, None, 0), department(2, 1, 9), department(3, 1, 3), department(4, 1, 8)], {1, 2}),
        # Two sections that are seven together need nobody else.
        ([department(1, None, 0), department(2, 1, 9), department(3, 1, 3), department(4, 1, 4)], {1, 2}),
        # Three people directly at a bureau are not what is left of it.
        ([department(1, None, 3), department(2, 1, 9), department(3, 1, 8)], {1, 2}),
        # A bureau of four goes up, and those next to it stay.
        ([department(1, None, 6), department(2, 1, 0), department(3, 2, 4), department(4, 1, 7)], {1, 4}),
        # A department around one other is told of as that one is, and one without people is not.
        ([department(1, None, 0), department(2, 1, 6), department(3, 1, 0)], {1, 2}),
        # What is in no other is in the city: its two people would be what is left of it.
        ([department(1, None, 2), department(2, None, 6), department(3, 99, 5)], {2}),
        ([department(1, None, 2), department(2, None, 6), department(3, 99, 5), department(4, None, 3)], {2, 3}),
    ],
)
def test_departments_that_are_told_of(tree, told):
    assert published(tree) == told


def test_departments_in_one_another_are_refused():
    with pytest.raises(ValueError, match="in one another"):
        published([department(1, 2, 5), department(2, 1, 5)])


def test_seven_hundred_departments_are_decided_the_same_in_any_order():
    tree = [department(number, number // 9 or None, number * 7 % 13) for number in range(1, 701)]
    assert published(tree) == published(tree[::-1])
    assert isolated(tree[:12], published(tree[:12])) is None
