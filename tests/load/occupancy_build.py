"""The night build of one day at the size of a city: every desk, every booking, and everybody's passages."""

import datetime as dt
import resource
import time
from collections.abc import Iterator
from random import Random

from django.db import connection

from core import clock
from occupancy.models import OccupancyDay
from occupancy.services.building import build_day
from occupancy.services.writing import FACTS
from tests.load.figures import Figures
from tests.load.hall import Hall

THERE = 9 / 16
"""How many of the people pass gates on the day; at city scale that makes 45,000 passages."""
PASSAGES_A_PERSON = 4
_COPY = "COPY gates_gatepassage (person_id, gate, floor_id, direction, at, source_file, source_line) FROM STDIN"
_EMPTY = "DELETE FROM gates_gatepassage WHERE source_file = 'occupancy_build'"


def measure_occupancy_build(hall: Hall, figures: Figures) -> None:
    """A day of the past whose bookings are there already, with a gate log of its own that goes again afterwards."""
    day = _day_with_bookings()
    passages = passages_of(hall)
    _forget(day)
    for one in (day - dt.timedelta(days=1), day, day + dt.timedelta(days=1)):
        write_passages(hall, one, passages)
    try:
        first = _seconds(day)
        OccupancyDay.objects.filter(day=day).update(digest="")
        again = _seconds(day)
        same = _seconds(day)
    finally:
        _forget(day)
    figures.told(
        "night build, desks / people / passages of the day",
        f"{hall.size.desks:,} / {hall.size.people:,} / {passages:,}",
    )
    figures.most("night build of one day", first, 30, " s", digits=1)
    figures.told("the same day again, its facts replaced", f"{again:.1f} s")
    figures.told("the same day again, nothing changed", f"{same:.1f} s")
    figures.told(
        "memory of the builder at its peak", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB"
    )


def _day_with_bookings() -> dt.date:
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(day) FROM bookings_booking WHERE day < %s", [clock.today()])
        ((day,),) = cursor.fetchall()
    assert isinstance(day, dt.date)
    return day


def _seconds(day: dt.date) -> float:
    began = time.perf_counter()
    build_day(day)
    return time.perf_counter() - began


def passages_of(hall: Hall) -> int:
    """How many passages a day has."""
    return round(hall.size.people * THERE) * PASSAGES_A_PERSON


def write_passages(hall: Hall, day: dt.date, passages: int) -> None:
    """Put the gate log of a day in."""
    with connection.cursor() as cursor, cursor.copy(_COPY) as copy:
        copy.write("".join(_lines(hall, day, passages)))


def _lines(hall: Hall, day: dt.date, passages: int) -> Iterator[str]:
    """In in the morning, out and in at noon, out in the evening; some cards are read twice, some exits are missing."""
    chance = Random(str(day))
    people = chance.sample(hall.person_ids, passages // PASSAGES_A_PERSON)
    line = 0
    for person_id in people:
        floor_id = chance.choice(hall.floor_ids)
        for hour, direction in ((8, "in"), (12, "out"), (12.7, "in"), (17, "out")):
            at = dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=hour + chance.random() / 2)
            line += 1
            if direction == "out" and chance.random() < 0.03:
                continue
            yield f"{person_id}\tG01-1\t{floor_id}\t{direction}\t{at}+09\toccupancy_build\t{line}\n"
            if chance.random() < 0.02:
                at += dt.timedelta(seconds=20)
                yield f"{person_id}\tG01-1\t{floor_id}\t{direction}\t{at}+09\toccupancy_build\t{line}\n"


def _forget(day: dt.date) -> None:
    for model in FACTS:
        model._default_manager.filter(day=day).delete()
    OccupancyDay.objects.filter(day=day).delete()
    with connection.cursor() as cursor:
        cursor.execute(_EMPTY)
