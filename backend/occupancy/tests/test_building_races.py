"""Real parallel connections: builders of one day, something that comes in meanwhile, and one that is killed."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import OperationalError, connection

from occupancy.models import DeskDay, OccupancyDay, PlaceDay
from occupancy.services import building
from occupancy.services.building import build_day
from occupancy.services.marking import mark_stale
from occupancy.services.seen import see_day
from occupancy.services.writing import Facts, replace_facts
from occupancy.tests.days import FRIDAY, booked
from tests.factories.hall import Hall

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]


def apart(act: Callable[[], object]) -> object:
    """Do it by a connection of its own."""
    try:
        return act()
    finally:
        connection.close()


def test_two_builders_of_one_day_at_once_leave_its_facts_once(hall: Hall) -> None:
    booked(hall, "agatsuma", "06A-001", came="9:00")
    start = threading.Barrier(4)

    def build() -> bool:
        start.wait(timeout=30)
        return build_day(FRIDAY).changed

    with ThreadPoolExecutor(4) as pool:
        changed = sorted(pool.map(apart, [build] * 4), key=bool)
    assert changed == [False, False, False, True]
    assert (OccupancyDay.objects.get().version, DeskDay.objects.count()) == (1, 13)
    assert PlaceDay.objects.filter(floor=None, held="shared").count() == 1


def test_what_comes_in_while_a_day_is_built_makes_it_due_again(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    reads, marks = threading.Event(), threading.Event()

    def see_and_wait(*args: object, **kwargs: object) -> object:
        seen = see_day(*args, **kwargs)  # type: ignore[arg-type]  # handed on as it came
        reads.set()
        assert marks.wait(timeout=30)
        return seen

    monkeypatch.setattr(building, "see_day", see_and_wait)
    with ThreadPoolExecutor(2) as pool:
        built = pool.submit(apart, lambda: build_day(FRIDAY))
        assert reads.wait(timeout=30)
        marked = pool.submit(apart, lambda: mark_stale(days=[FRIDAY]))
        marks.set()
        built.result(timeout=30)
        assert marked.result(timeout=30) == 1
    assert OccupancyDay.objects.get().stale


def test_a_builder_killed_in_the_middle_leaves_what_was_there(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    build_day(FRIDAY)
    before = list(DeskDay.objects.order_by("pk").values())
    booked(hall, "agatsuma", "06A-001", came="9:00")

    def write_and_die(day: object, facts: Facts) -> None:
        replace_facts(FRIDAY, facts)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (pid,) = cursor.fetchone()
        with ThreadPoolExecutor(1) as other:
            other.submit(apart, lambda: _kill(pid)).result(timeout=30)

    monkeypatch.setattr(building, "replace_facts", write_and_die)
    with ThreadPoolExecutor(1) as pool, pytest.raises(OperationalError):
        pool.submit(apart, lambda: build_day(FRIDAY)).result(timeout=30)
    monkeypatch.undo()
    assert list(DeskDay.objects.order_by("pk").values()) == before
    assert build_day(FRIDAY).changed


def _kill(pid: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
