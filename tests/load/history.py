"""Years of bookings, with the ledger and the event log to match, by COPY."""

import datetime as dt
from collections.abc import Iterator
from math import ceil

from django.db import connection

from core import clock
from plans.selectors.working_days import CityCalendar
from tests.load import attendance_history as attendance
from tests.load.bare_tables import bare_tables
from tests.load.hall import Hall
from tests.load.sizes import DESKS_PER_AREA

BUSY_DAYS_AHEAD = 3
FULL = (("08:30", "17:15"),)
HALVES = (("08:30", "12:00"), ("13:00", "17:15"))
EVERY_EIGHTH_DESK_IS_SHARED = 8

_BOOKINGS = (
    "COPY bookings_booking (id, person_id, desk_id, floor_id, area_id, department_id, day, during, booked_during,"
    " state, walk_up, spilled_over, repeated, created_at, checked_in_at, checked_out_at, ended_because,"
    " revision) FROM STDIN"
)
_EVENTS = "COPY audit_event (at, kind, subject_kind, subject_id, actor_id, actor_name, after, request_id) FROM STDIN"
_SEQUENCES = """
SELECT setval(pg_get_serial_sequence('bookings_booking', 'id'), max(id)), setval('booking_revision', max(revision))
  FROM bookings_booking
"""


def write_history(hall: Hall, calendar: CityCalendar, today: dt.date) -> int:
    """Write the bookings and the days elsewhere of the past working days, of today and the next three.

    Answers how many bookings.
    """
    ahead = calendar.working_days_from(today, BUSY_DAYS_AHEAD + 1)
    days = [*_past_days(hall, calendar, today), *ahead]
    per_area = ceil(hall.size.bookings / len(days) / hall.size.home_areas)
    written = away = 0
    with bare_tables(("bookings_booking", "plans_attendanceplan", "audit_event", "telework_teleworkrequest")):
        for number, day in enumerate(days):
            lines = list(_lines(hall, day, number, per_area, first_id=written + 1, over=day < today))
            _copy(_BOOKINGS, (booking for booking, _plan, _event in lines))
            _copy(attendance.PLANS, (plan for _booking, plan, _event in lines))
            _copy(_EVENTS, (event for _booking, _plan, event in lines))
            written += len(lines)
            gone = list(attendance.elsewhere(hall, day, number, per_area, first_id=away + 1, today=today))
            _copy(attendance.PLANS, (plan for plan, _request in gone))
            _copy(attendance.REQUESTS, (request for _plan, request in gone))
            away += len(gone)
        with connection.cursor() as cursor:
            cursor.execute(_SEQUENCES)
            cursor.execute(attendance.SEQUENCE)
    return written


def _past_days(hall: Hall, calendar: CityCalendar, today: dt.date) -> list[dt.date]:
    first = today - dt.timedelta(days=365 * hall.size.years)
    every = (first + dt.timedelta(days=number) for number in range((today - first).days))
    return [day for day in every if calendar.is_working_day(day)]


def _lines(
    hall: Hall, day: dt.date, number: int, per_area: int, *, first_id: int, over: bool
) -> Iterator[tuple[str, str, str]]:
    """The lines of one day for the three tables. People of an area take turns at its desks from day to day."""
    size = hall.size
    in_area = size.people // size.home_areas
    created = f"{day - dt.timedelta(days=3)} 09:00:00+09" if over else clock.now().isoformat()
    booking_id = first_id
    for area in range(size.home_areas):
        area_id, floor_id = hall.area_ids[area], hall.floor_ids[hall.floor_of(area)]
        desk = person = made = 0
        while made < min(per_area, in_area) and desk < DESKS_PER_AREA:
            stretches = HALVES if desk % EVERY_EIGHTH_DESK_IS_SHARED == 0 else FULL
            desk_id = hall.desk_ids[area][(desk * 7 + number) % DESKS_PER_AREA]
            for start, end in stretches:
                index = area + size.home_areas * ((number * 11 + person) % in_area)
                person_id, section_id = hall.person_ids[index], hall.section_ids[index]
                during = f'["{day} {start}:00+09","{day} {end}:00+09")'
                state, came, left = (
                    ("checked_out", f"{day} {start}:00+09", f"{day} {end}:00+09") if over else ("booked", r"\N", r"\N")
                )
                yield (
                    f"{booking_id}\t{person_id}\t{desk_id}\t{floor_id}\t{area_id}\t{section_id}\t{day}\t{during}\t{during}"
                    f"\t{state}\tf\tf\tf\t{created}\t{came}\t{left}\t\t{booking_id}\n",
                    f"{person_id}\t{day}\t{during}\toffice\tbooking\t{booking_id}\n",
                    f"{created}\tbooking.booked\tbooking\t{booking_id}\t{person_id}\tbench"
                    f'\t{{"person": {person_id}, "desk": {desk_id}, "day": "{day}", "state": "booked"}}\tbench\n',
                )
                booking_id += 1
                person += 1
                made += 1
            desk += 1


def _copy(statement: str, lines: Iterator[str]) -> None:
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write("".join(lines))
