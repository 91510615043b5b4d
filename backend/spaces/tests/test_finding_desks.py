"""Finding desks by code."""

import datetime as dt

import pytest

from spaces.selectors import desk_by_code, desks_matching, floor_plans, placed_desk
from spaces.tests.cast import cast, import_small_hall
from spaces.tests.small_hall import DESKS

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def hall() -> None:
    import_small_hall(cast().building)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("", ["04A-001", "04A-002", "04B-001", "05A-001"]),
        ("04a", ["04A-001", "04A-002"]),
        ("4a1", ["04A-001"]),
        ("０４Ａ－００２", ["04A-002"]),
        ("5", ["05A-001"]),
        ("9", []),
        ("-", []),
    ],
)
def test_desks_are_found_by_what_people_type(typed: str, codes: list[str]) -> None:
    assert [found.desk.code for found in desks_matching(typed, DAY)] == codes


def test_desks_are_found_page_by_page_in_both_directions() -> None:
    def codes(**page: object) -> list[str]:
        return [found.desk.code for found in desks_matching("", DAY, **page)]  # type: ignore[arg-type]  # by name

    assert codes(limit=2) == ["04A-001", "04A-002"]
    assert codes(limit=2, after="04A-002") == ["04B-001", "05A-001"]
    assert codes(limit=2, after="05A-001", backwards=True) == ["04B-001", "04A-002"]
    assert codes(limit=9, after="zzz") == []


def test_a_code_means_one_desk_in_service() -> None:
    found = desk_by_code("5A1", DAY)
    assert found is not None
    assert (found.desk.code, found.area.name, found.plan.floor.name) == ("05A-001", "5階Aエリア", "5階")
    assert placed_desk(found.desk.id, DAY) == found
    assert desk_by_code("5A", DAY) is None
    assert desk_by_code("", DAY) is None
    assert placed_desk(2**62, DAY) is None


def test_nothing_is_in_service_before_the_first_layout() -> None:
    before = dt.date(2026, 3, 31)
    assert floor_plans(before) == ()
    assert desks_matching("", before) == []
    assert desk_by_code("5A1", before) is None


def test_floors_come_top_floor_first() -> None:
    assert [plan.floor.code for plan in floor_plans(DAY)] == ["5", "4"]
    assert DESKS.count("\n") - 1 == sum(len(plan.desks) for plan in floor_plans(DAY))
