"""Closing places and opening them again."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine

from audit.models import Event
from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import Slow, revisions
from spaces.models import Closure, Floor
from spaces.policies.refusals import PlaceRefusal
from spaces.selectors import closures_overlapping, desks_closed, floor_plan
from spaces.services.closures import ClosedPlaceWanted, close_place, lift_closure
from spaces.tests.cast import cast, import_small_hall

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 11, 24)


def hours(start: int, end: int, day: dt.date = DAY) -> Interval:
    return Interval(clock.at(day, dt.time(start)), clock.at(day, dt.time(end)))


@pytest.fixture(autouse=True)
def at_ten_on_a_tuesday() -> Iterator[None]:
    with time_machine.travel("2026-11-24T10:00:30+09:00", tick=False):
        yield


@pytest.fixture
def floor() -> Floor:
    import_small_hall(cast().building)
    return Floor.objects.get(code="4")


def closed_codes(floor: Floor, during: Interval) -> list[str]:
    plan = floor_plan(floor.pk, DAY)
    assert plan is not None
    return [plan.desk_by_id[desk_id].code for desk_id in desks_closed(plan, during)]


def test_a_closure_closes_what_lies_in_its_place(floor: Floor) -> None:
    plan = floor_plan(floor.pk, DAY)
    assert plan is not None
    every = ["04A-001", "04A-002", "04B-001"]
    for place, codes in (
        (ClosedPlaceWanted(building_id=floor.building_id), every),
        (ClosedPlaceWanted(floor_id=floor.pk), every),
        (ClosedPlaceWanted(area_id=plan.areas[0].id), every[:2]),
        (ClosedPlaceWanted(desk_id=plan.desks[2].id), every[2:]),
    ):
        closure = close_place(place=place, during=hours(13, 15), reason="点検")
        assert closed_codes(floor, hours(12, 14)) == codes
        assert closed_codes(floor, hours(15, 17)) == []
        lift_closure(closure_id=closure.pk)
        assert closed_codes(floor, hours(12, 14)) == []


def test_a_closure_lifted_under_way_stays_true_for_the_time_before(floor: Floor) -> None:
    closure = close_place(place=ClosedPlaceWanted(floor_id=floor.pk), during=hours(9, 18), reason="点検")
    lift_closure(closure_id=closure.pk)
    (closed,) = closures_overlapping(hours(8, 22))
    assert closed.during == hours(9, 10)
    with pytest.raises(Refused) as refused:
        lift_closure(closure_id=closure.pk)
    assert refused.value.code == PlaceRefusal.CLOSURE_IS_OVER


def test_a_closure_to_come_stays_as_a_record_when_lifted(floor: Floor) -> None:
    closure = close_place(place=ClosedPlaceWanted(floor_id=floor.pk), during=hours(13, 18), reason="点検")
    lift_closure(closure_id=closure.pk)
    closure.refresh_from_db()
    assert closure.lifted_at == clock.now()
    assert closures_overlapping(hours(8, 22)) == ()
    with pytest.raises(Refused):
        lift_closure(closure_id=closure.pk)


def test_closures_of_many_days_are_found_on_each(floor: Floor) -> None:
    weeks = Interval(clock.day_start(DAY), clock.day_start(DAY + dt.timedelta(days=14)))
    close_place(place=ClosedPlaceWanted(floor_id=floor.pk), during=weeks, reason="工事")
    assert len(closures_overlapping(hours(9, 10, DAY + dt.timedelta(days=13)))) == 1
    assert len(closures_overlapping(weeks)) == 1
    assert closures_overlapping(hours(9, 10, DAY + dt.timedelta(days=14))) == ()


def test_closing_moves_the_revision_and_is_written_down(floor: Floor) -> None:
    before = revisions()[Slow.PLACES]
    closure = close_place(place=ClosedPlaceWanted(floor_id=floor.pk), during=hours(13, 15), reason="点検")
    assert revisions()[Slow.PLACES] > before
    event = Event.objects.latest("pk")
    assert (event.kind, event.subject_id) == ("place.closed", closure.pk)
    assert event.after == {
        "floor": floor.pk,
        "start": "2026-11-24T13:00:00+09:00",
        "end": "2026-11-24T15:00:00+09:00",
        "reason": "点検",
        "lifted_at": None,
    }


def test_a_closure_is_about_exactly_one_place() -> None:
    for wrong in ({}, {"floor_id": 1, "desk_id": 1}):
        with pytest.raises(ValueError, match="exactly one"):
            ClosedPlaceWanted(**wrong)
    assert not Closure.objects.exists()


def test_reading_a_floor_again_costs_no_query(floor: Floor, django_assert_num_queries: object) -> None:
    revision = revisions()[Slow.PLACES]
    plan = floor_plan(floor.pk, DAY, revision=revision)
    closures_overlapping(hours(8, 22), revision=revision)
    with django_assert_num_queries(0):  # type: ignore[operator]  # pytest-django's fixture is a context manager
        assert floor_plan(floor.pk, DAY, revision=revision) is plan
        assert closures_overlapping(hours(8, 9), revision=revision) == ()
