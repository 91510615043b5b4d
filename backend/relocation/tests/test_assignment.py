"""Who goes where: nearest and most alike first, and never two to one desk."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.interval import Interval
from relocation.policies.assignment import FreeSpots, Need, Spot, Spots, assign, spots_for
from relocation.policies.causes import Because, desk_lost

DAY = date(2026, 12, 1)
MIDNIGHT = datetime(2026, 12, 1, tzinfo=timezone(timedelta(hours=9)))
OLD = Spot(99, "A-099", 1, 1, 0.0, 0.0, frozenset({"monitor"}))


def hours(start: int, end: int) -> Interval:
    return Interval(MIDNIGHT + timedelta(hours=start), MIDNIGHT + timedelta(hours=end))


def spot(number: int, area: int = 1, x: float = 0.0, *features: str) -> Spot:
    return Spot(number, f"A-{number:03}", area, 1, x, 0.0, frozenset(features))


def need(key: int, *, person: int = 1, during: Interval | None = None, old: Spot = OLD, **more) -> Need:
    return Need(key, person, DAY, during or hours(9, 17), (1, 2), old, **more)


def free(*spots: Spot) -> FreeSpots:
    by_area: dict[int, list[Spot]] = {}
    for one in spots:
        by_area.setdefault(one.area_id, []).append(one)
    return FreeSpots(Spots(by_area))


def order(wanted: Need, among: FreeSpots, kept: int | None = None) -> list[int]:
    return [one.desk_id for one in spots_for(wanted, among, kept)]


def test_the_own_area_comes_first_then_features_then_distance():
    among = free(spot(1, 2, 0.0, "monitor"), spot(2, 1, 9.0, "monitor"), spot(3, 1, 1.0), spot(4, 1, 2.0, "monitor"))
    assert order(need(1), among) == [4, 2, 3, 1]


def test_a_desk_had_before_comes_before_all_then_the_one_of_another_day():
    among = free(spot(1, 1, 1.0, "monitor"), spot(2, 1, 5.0), spot(3, 3, 0.0))
    assert order(need(1, prefers=(3,)), among, kept=2) == [3, 2, 1]


def test_an_accessible_desk_is_followed_by_every_accessible_one_first():
    old = Spot(99, "A-099", 1, 1, 0.0, 0.0, frozenset({"accessible"}))
    among = free(spot(1, 1, 1.0), spot(2, 2, 9.0, "accessible"))
    assert order(need(1, old=old), among) == [2, 1]


def test_a_desk_is_shared_by_stretches_that_do_not_meet():
    found = assign(
        [need(1, during=hours(9, 12)), need(2, person=2, during=hours(12, 17)), need(3, person=3)], {DAY: free(spot(1))}
    )
    assert {key: one.desk_id for key, one in found.items()} == {1: 1, 2: 1}


def test_what_is_held_or_closed_is_not_proposed():
    among = free(spot(1, 1, 0.0, "monitor"), spot(2, 1, 5.0))
    among.take(spot(1), hours(10, 11))
    assert order(need(1), among) == [2]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(8, 15), st.integers(1, 6), st.integers(1, 5)), max_size=30),
    st.integers(min_value=0, max_value=8),
)
def test_no_two_people_are_ever_sent_to_one_desk_at_one_time(wishes, desks):
    needs = [
        need(key, person=person, during=hours(start, start + length))
        for key, (start, length, person) in enumerate(wishes)
    ]
    found = assign(needs, {DAY: free(*(spot(number, 1 + number % 2, float(number)) for number in range(desks)))})
    taken: dict[int, list[Interval]] = {}
    for key, one in found.items():
        during = needs[key].during
        assert not any(other.overlaps(during) for other in taken.setdefault(one.desk_id, []))
        taken[one.desk_id].append(during)


@pytest.mark.parametrize(
    ("mode", "assigned_to", "lent", "ahead", "because"),
    [
        (None, None, False, True, Because.RETIRED),
        ("bookable", None, False, True, None),
        ("unavailable", None, False, True, Because.UNAVAILABLE),
        ("assigned", 2, False, True, Because.ASSIGNED),
        ("assigned", 1, False, True, None),
        ("assigned", 2, True, True, None),
        ("drop_in", None, False, True, Because.DROP_IN),
        ("drop_in", None, False, False, None),
    ],
)
def test_why_a_desk_is_lost(mode, assigned_to, lent, ahead, because):
    assert desk_lost(mode=mode, assigned_to_id=assigned_to, lent=lent, person_id=1, ahead=ahead) is because
