"""What the fictional staff held in the weeks of the gate log."""

import datetime as dt

from demonstration.policies.areas import AreaToFill
from demonstration.policies.past import PastDay, Stay, past_day

DAY = dt.date(2026, 10, 6)
NOON = dt.datetime(2026, 10, 6, 12, 30, tzinfo=dt.UTC)


def at(hour: int) -> dt.datetime:
    return NOON.replace(hour=hour, minute=0)


PEOPLE = list(range(1, 61))
AREAS = [
    AreaToFill(1, 6, frozenset({7}), list(range(100, 120)), {200: 60}, (2,)),
    AreaToFill(2, 6, frozenset(), list(range(300, 305)), {}, ()),
]


def drawn(stays: dict[int, Stay]) -> PastDay:
    return past_day(DAY, AREAS, {7: PEOPLE}, stays, noon=NOON)


def test_a_day_is_drawn_the_same_every_time_and_nobody_has_two_desks() -> None:
    stays = {person: (at(8), at(17)) for person in PEOPLE}
    day = drawn(stays)
    assert drawn(stays) == day
    assert len({one.person_id for one in day.bookings}) == len(day.bookings)
    assert len({one.desk_id for one in day.bookings}) == len(day.bookings)


def test_a_full_area_spills_over_and_whoever_found_nothing_there_wished_in_vain() -> None:
    day = drawn({person: (at(8), at(17)) for person in PEOPLE})
    assert sum(one.area_id == 1 for one in day.bookings) == 21
    spilled = [one for one in day.bookings if one.spilled_over]
    assert {one.area_id for one in spilled} == {2}
    assert {one.person_id for one in spilled} < {wish.person_id for wish in day.wishes}


def test_nobody_checks_in_whom_the_gates_have_not_seen() -> None:
    day = drawn({1: (at(8), at(11)), 2: (at(13), at(18))})
    came = {one.person_id: one.part for one in day.bookings if one.came_at}
    assert came.items() <= {1: "am", 2: "pm"}.items()
    assert all(one.left_at is None and not one.walk_up for one in day.bookings if one.came_at is None)
