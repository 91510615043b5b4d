"""The fictional staff's bookings: plausible, without doubles, always the same."""

import datetime as dt
from collections import Counter

from demonstration.policies.areas import AreaToFill
from demonstration.policies.draw import comes_on, draw_day

TUESDAY = dt.date(2026, 11, 24)
STAFF = {1: range(100, 160), 2: range(200, 240)}
AREAS = [
    AreaToFill(1, 6, frozenset({1}), range(1, 41), {}),
    AreaToFill(2, 6, frozenset({2}), range(41, 61), {99: 200}),
    AreaToFill(3, 6, frozenset(), range(61, 71), {}),
]


def test_the_same_day_is_drawn_the_same_way_and_another_differently() -> None:
    assert draw_day(TUESDAY, AREAS, STAFF) == draw_day(TUESDAY, AREAS, STAFF)
    assert draw_day(TUESDAY, AREAS, STAFF) != draw_day(TUESDAY + dt.timedelta(days=1), AREAS, STAFF)


def test_nobody_is_drawn_twice_and_no_desk_holds_two_at_once() -> None:
    for days in range(20):
        drawn = draw_day(TUESDAY + dt.timedelta(days=days), AREAS, STAFF)
        assert max(Counter(one.person_id for one in drawn).values()) == 1
        halves = [
            (one.desk_id, half) for one in drawn for half in (("am", "pm") if one.part == "full" else (one.part,))
        ]
        assert len(halves) == len(set(halves))


def test_areas_fill_to_between_half_and_three_quarters_with_their_own_people() -> None:
    drawn = draw_day(TUESDAY, AREAS, STAFF)
    used = {one.desk_id for one in drawn if one.area_id == 1}
    assert 0.55 * 40 - 1 <= len(used) <= 0.70 * 40 + 1
    assert {one.person_id for one in drawn if one.area_id == 1} <= set(STAFF[1])
    assert {one.part for one in drawn} == {"full", "am", "pm"}


def test_who_has_a_desk_of_their_own_sits_nowhere_else() -> None:
    for days in range(20):
        drawn = draw_day(TUESDAY + dt.timedelta(days=days), AREAS, STAFF)
        assert {one.desk_id for one in drawn if one.person_id == 200} <= {99}


def test_people_and_desks_taken_already_are_left_alone() -> None:
    first = draw_day(TUESDAY, AREAS, STAFF)
    people, desks = {one.person_id for one in first}, {one.desk_id for one in first}
    again = draw_day(TUESDAY, AREAS, STAFF, busy_people=people, busy_desks=desks)
    assert again
    assert people.isdisjoint(one.person_id for one in again)
    assert desks.isdisjoint(one.desk_id for one in again)


def test_everyone_stays_at_home_on_two_weekdays() -> None:
    assert {sum(comes_on(person, weekday) for weekday in range(5)) for person in range(50)} == {3}
