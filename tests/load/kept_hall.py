"""The hall of a size, made once a day and kept: what a run adds to it goes before the next one begins."""

import datetime as dt
import pickle
import time
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from core import clock
from plans.selectors.working_days import CityCalendar
from tests.load.hall import Hall, build_hall
from tests.load.history import write_history
from tests.load.sizes import KEPT, Size
from tools.terminal import say

_WITH_HISTORY = ("bookings_booking", "plans_attendanceplan", "telework_teleworkrequest")
"""What the history fills: of these the rows go that came after it."""
_WITHOUT = (
    "bookings_refusedattempt",
    "calendars_feed",
    "core_keptanswer",
    "gates_gatepassage",
    "notifications_notice",
    "procrastinate_events",
    "procrastinate_jobs",
    "procrastinate_periodic_defers",
    "relocation_displacement",
    "seating_deskchoice",
    "seating_drawnseat",
    "seating_groupbooking",
    "seating_groupseat",
    "seating_sectiondraw",
    "series_bookingseries",
    "series_seriesdate",
    "spaces_layoutdraft",
    "telework_teleworkrule",
    "telework_workreport",
    "telework_workstretch",
    "waitlists_wait",
)
"""What stands empty in a hall that was just made. What parts make once and keep (facts, a bureau) is not among it."""


@dataclass(frozen=True, slots=True)
class KeptHall:
    """A hall with the number of its bookings, the day it was made for, and the last row of each table with history."""

    hall: Hall
    bookings: int
    made_on: dt.date
    last_ids: dict[str, int]


def kept_hall(size: Size, folder: Path, calendar: CityCalendar, *, with_bookings: bool) -> KeptHall:
    """The hall made today in this database; what of it is not there is made now."""
    kept = folder / KEPT
    today = clock.today()
    began = time.monotonic()
    if kept.exists():
        found = pickle.loads(kept.read_bytes())  # noqa: S301 - written below, by ourselves
        assert isinstance(found, KeptHall)
        assert found.made_on == today
        _forget_after(found.last_ids)
        hall, bookings = found.hall, found.bookings
    else:
        say(f"{size.name}: making {size.people:,} people and {size.desks:,} desks …")
        hall, bookings = build_hall(size, today.replace(year=today.year - size.years - 1, day=1)), 0
    if with_bookings and not bookings:
        say(f"{size.name}: writing {size.bookings:,} bookings …")
        bookings = write_history(hall, calendar, today)
    say(f"{size.name}: made in {time.monotonic() - began:.0f} s")
    made = KeptHall(hall, bookings, today, _last_ids())
    kept.write_bytes(pickle.dumps(made))
    return made


def _last_ids() -> dict[str, int]:
    with connection.cursor() as cursor:
        found = {}
        for table in _WITH_HISTORY:
            cursor.execute(f"SELECT coalesce(max(id), 0) FROM {table}")  # noqa: S608 - tables named above
            (found[table],) = cursor.fetchone()
    return found


def _forget_after(last_ids: dict[str, int]) -> None:
    """Take away what an earlier run left, without a look for each row at all that could point at it."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        for table in _WITHOUT:
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - as above
        for table, last in last_ids.items():
            cursor.execute(f"DELETE FROM {table} WHERE id > %s", [last])  # noqa: S608 - as above
        cursor.execute("SET session_replication_role = DEFAULT")
        for table in (*_WITHOUT, *last_ids):
            cursor.execute(f"VACUUM ANALYZE {table}")
