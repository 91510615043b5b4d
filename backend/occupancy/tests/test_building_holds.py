"""What holds for the facts of any day, and what of a past day nothing changes that happens later."""

import datetime as dt
from random import Random

import pytest

from core.interval import Interval
from core.revision import Slow, bump
from occupancy.models import DepartmentDay, DeskDay, OccupancyDay, PlaceDay
from occupancy.services.building import build_day, build_days
from occupancy.services.writing import FACTS
from occupancy.tests.days import FRIDAY, booked, on_friday, passed
from people.models import Post
from plans.models import ClosingDay
from spaces.models import AreaPlacement, Closure, DeskPlacement, Layout
from tests.factories.hall import Hall

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

COUNTED = ("in_service", "booked", "checked_in", "sensed", "occupied")


def any_friday(hall: Hall, seed: int) -> None:
    """A day on which anything may have happened."""
    chance = Random(seed)
    desks = chance.sample(sorted(hall.desks), 5)
    for name, desk in zip(hall.people, desks, strict=False):
        start = chance.choice(["8:30", "9:00", "13:00"])
        came = chance.choice([None, "13:20"])
        left = chance.choice([None, "15:45"]) if came else None
        booked(hall, name, desk, start=start, came=came, left=left, spilled_over=chance.random() < 0.3)
        if chance.random() < 0.6:
            passed(hall, name, "in", chance.choice(["7:55", "8:40"]), floor=chance.choice("67"))
            if chance.random() < 0.8:
                passed(hall, name, "out", chance.choice(["12:05", "18:30"]), floor=chance.choice("67"))
    Closure.objects.create(
        area=hall.areas[chance.choice(sorted(hall.areas))],
        during=Interval(on_friday("11:00"), on_friday(chance.choice(["12:30", "20:00"]))).as_range(),
        reason="清掃",
    )
    bump(Slow.PLACES)


def everything() -> list[list[str]]:
    """All facts, without the numbers of their rows."""
    return [sorted(repr(row[1:]) for row in model._default_manager.values_list()) for model in FACTS]


@pytest.mark.parametrize("seed", range(6))
def test_peaks_are_within_the_desks_in_service_and_places_add_up(hall: Hall, seed: int) -> None:
    any_friday(hall, seed)
    build_day(FRIDAY)
    rows = list(PlaceDay.objects.all())
    for row in rows:
        for name in COUNTED:
            assert all(0 <= count <= there for count, there in zip(getattr(row, name), row.in_service, strict=True))
        assert all(known <= held for known, held in zip(row.checked_in, row.booked, strict=True))

    def summed(name: str, **place: object) -> list[int]:
        chosen = [getattr(row, name) for row in rows if all(getattr(row, key) == it for key, it in place.items())]
        return [sum(slot) for slot in zip(*chosen, strict=True)]

    desks = list(DeskDay.objects.all())
    for name in COUNTED:
        floors = [summed(name, floor_id=floor.pk, area_id=None) for floor in hall.floors.values()]
        for floor, its in zip(hall.floors.values(), floors, strict=True):
            areas = {row.area_id for row in rows if row.floor_id == floor.pk and row.area_id is not None}
            parts = [summed(name, area_id=area_id) for area_id in areas]
            assert [sum(slot) for slot in zip(*parts, strict=True)] == its
        building = summed(name, floor_id=None, area_id=None)
        assert [sum(slot) for slot in zip(*floors, strict=True)] == building
        assert [sum(getattr(desk, name) >> slot & 1 for desk in desks) for slot in range(48)] == building
    for section in DepartmentDay.objects.all():
        for source in ("gate", "booked", "checked_in"):
            present, fixed = getattr(section, f"{source}_present"), getattr(section, f"{source}_present_fixed")
            assert max(present) <= section.on_roll
            assert all(few <= many for few, many in zip(fixed, present, strict=True))
            assert max(present[17:35]) <= getattr(section, f"{source}_people") <= section.on_roll


def test_any_period_comes_out_the_same_when_it_is_built_again(hall: Hall) -> None:
    any_friday(hall, 1)
    first, last = FRIDAY - dt.timedelta(days=2), FRIDAY + dt.timedelta(days=2)
    assert all(built.changed for built in build_days(first, last))
    before, days = everything(), list(OccupancyDay.objects.order_by("day").values_list("day", "digest", "version"))
    assert not any(built.changed for built in build_days(first, last))
    assert (everything(), list(OccupancyDay.objects.order_by("day").values_list("day", "digest", "version"))) == (
        before,
        days,
    )
    OccupancyDay.objects.update(digest="")
    assert all(built.changed for built in build_days(first, last))
    assert everything() == before


def test_what_comes_later_leaves_the_facts_of_a_day_that_was(hall: Hall) -> None:
    any_friday(hall, 2)
    build_day(FRIDAY)
    before = everything()
    today = FRIDAY + dt.timedelta(days=3)
    hall.departments["030202"].name = "市民の声課"
    hall.departments["030202"].lineage = [hall.departments["04"].pk, hall.departments["030202"].pk]
    hall.departments["030202"].save()
    moves(hall, "kudo", to="040301", on=today)
    a_new_layout(hall, today)
    Closure.objects.create(
        floor=hall.floors["7"],
        during=Interval(on_friday("23:59"), on_friday("23:59") + dt.timedelta(days=9)).as_range(),
    )
    ClosingDay.objects.create(day=FRIDAY, name="あとから決めた閉庁日")
    for slow in Slow:
        bump(slow)
    assert not build_day(FRIDAY).changed
    assert everything() == before
    build_day(today)
    assert DepartmentDay.objects.get(day=today, department=hall.departments["030202"]).name == "市民の声課"
    assert DeskDay.objects.filter(day=today, floor=hall.floors["7"]).count() == 1


def test_a_layout_that_is_published_anew_on_its_first_day_may_go(hall: Hall) -> None:
    today = FRIDAY + dt.timedelta(days=3)
    a_new_layout(hall, today)
    build_day(today)
    Layout.objects.get(effective_from=today).delete()
    bump(Slow.PLACES)
    assert build_day(today).changed
    assert DeskDay.objects.filter(day=today, floor=hall.floors["7"]).count() == 2


def moves(hall: Hall, name: str, *, to: str, on: dt.date) -> None:
    post = Post.objects.get(person=hall.people[name])
    Post.objects.filter(pk=post.pk).update(active_to=on - dt.timedelta(days=1))
    Post.objects.create(person=hall.people[name], department=hall.departments[to], kind="main", active_from=on)


def a_new_layout(hall: Hall, on: dt.date) -> None:
    """From that day on the seventh floor has one desk."""
    old = hall.layouts["7"]
    new = Layout.objects.create(
        floor=hall.floors["7"], effective_from=on, width=80, height=34, plan=old.plan, published_at=on_friday("9:00")
    )
    area = AreaPlacement.objects.create(
        layout=new, area=hall.areas["07A"], name="新しいエリア", x=1, y=1, width=9, height=9
    )
    DeskPlacement.objects.create(
        layout=new, desk=hall.desks["07A-001"], area=area, x=2, y=2, width=1, height=1, mode="bookable"
    )
    bump(Slow.PLACES)
