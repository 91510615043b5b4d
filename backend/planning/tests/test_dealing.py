"""Sections of a floor dealt into its areas."""

from hypothesis import given
from hypothesis import strategies as st

from planning.policies.dealing import HomeArea, dealt
from planning.policies.placing_sharing import percentile_of, usual_needs


def areas(*desks, homes=()):
    codes = [f"A{number}" for number in range(len(desks))]
    return [
        HomeArea(
            code,
            count,
            frozenset(homes[number] if number < len(homes) else ()),
            tuple(one for one in codes if one != code),
        )
        for number, (code, count) in enumerate(zip(codes, desks, strict=True))
    ]


def below(*sections, **groups):
    return {**{one: frozenset({one}) for one in sections}, **{key: frozenset(one) for key, one in groups.items()}}


def homes(found):
    return [sorted(department for department, _ in area.homes) for area in found]


def test_a_section_that_was_there_keeps_its_areas_and_one_that_left_is_gone():
    before = areas(10, 10, homes=[{("old", None), ("gone", None)}, {("old", 2)}])
    found = dealt(before, {"old": 8}, below("old", "gone"))
    assert [area.homes for area in found] == [{("old", None)}, {("old", 2)}]


def test_a_newcomer_gets_the_smallest_room_that_holds_it():
    before = areas(20, 10, 30, homes=[{("old", None)}])
    assert homes(dealt(before, {"old": 14, "new": 9}, below("old", "new"))) == [["old"], ["new"], []]


def test_an_area_is_shared_by_sections_that_fit_together():
    assert homes(dealt(areas(20), {"one": 12, "two": 8}, below("one", "two"))) == [["one", "two"]]


def test_a_section_larger_than_any_area_takes_neighbours_that_overflow_to_each_other_first():
    found = dealt(areas(10, 4, 10, 10), {"large": 18}, below("large"))
    assert homes(found) == [[], [], ["large"], ["large"]]
    assert found[3].overflow == ("A2", "A0", "A1")
    assert found[0].overflow == ("A1", "A2", "A3")


def test_a_department_that_no_placement_knows_stays_as_it_is():
    before = areas(10, homes=[{("reception", None)}])
    assert homes(dealt(before, {"new": 5}, below("new"))) == [["new", "reception"]]


def test_a_division_stays_at_home_while_all_of_it_is_there_and_else_leaves_its_sections_behind():
    before = areas(10, 10, homes=[{("division", 3)}])
    known = below("one", "two", division={"one", "two"})
    assert homes(dealt(before, {"one": 3, "two": 3}, known)) == [["division"], []]
    assert dealt(before, {"one": 3}, known)[0].homes == {("one", 3)}


@given(
    st.lists(st.integers(0, 30), min_size=1, max_size=6),
    st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 40), max_size=6),
)
def test_every_section_of_the_floor_is_at_home_somewhere_and_nobody_else_is(desks, here):
    found = dealt(areas(*desks), here, below(*here))
    assert {department for area in found for department, _ in area.homes} == set(here)
    assert [sorted(area.overflow) for area in found] == [sorted(area.overflow) for area in areas(*desks)]


def test_the_percentile_is_the_nearest_rank():
    assert [percentile_of(list(range(1, 21)), share) for share in (0.05, 0.9, 0.95, 0.951)] == [1, 18, 19, 20]


@given(
    st.lists(st.lists(st.none() | st.integers(0, 50), min_size=20, max_size=20), min_size=1, max_size=4),
    st.integers(1, 60),
)
def test_sharing_never_needs_more_than_what_sections_claim_alone(past, claimed):
    presence = dict(enumerate(past))
    needs = usual_needs(presence, dict.fromkeys(range(5), claimed), 0.95)
    assert {len(days) for days in needs.values()} == {19}
    assert all(0 <= one <= claimed for days in needs.values() for one in days)
    assert set(needs[4]) == {claimed}


def test_without_a_past_nobody_shares():
    assert usual_needs({}, {1: 5}, 0.95) == {}


def test_the_hardest_days_of_all_together_are_left_out():
    presence = {1: [*range(1, 20), 40], 2: [10] * 20}
    needs = usual_needs(presence, {1: 19, 2: 10}, 0.95)
    assert needs == {1: tuple(range(1, 20)), 2: (10,) * 19}
