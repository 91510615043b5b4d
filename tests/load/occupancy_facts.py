"""Five years of a city's facts, written by SQL: what a report reads does not depend on how it came there.

Every figure is drawn by rule from the day and the place, and none adds up with another.
"""

import datetime as dt
import time
from typing import Any

from django.db import connection

from plans.selectors.working_days import CityCalendar
from tests.load.hall import Hall
from tools.terminal import say

YEARS = 5
BUREAUS, SECTIONS = 25, 675
DEMAND_PER_DAY = 1_300

_SHAPES = """
CREATE TEMP TABLE shape AS
SELECT shape, desks,
    array_agg(CASE WHEN slot BETWEEN 14 AND 43 THEN desks ELSE 0 END::int2 ORDER BY slot) AS in_service,
    array_agg(CASE WHEN slot BETWEEN 17 AND 34 THEN desks * (40 + (shape * 7 + slot * 3) %% 55) / 100 ELSE 0 END::int2
        ORDER BY slot) AS booked,
    array_agg(CASE WHEN slot BETWEEN 17 AND 34 THEN desks * (30 + (shape * 5 + slot * 3) %% 55) / 100 ELSE 0 END::int2
        ORDER BY slot) AS checked_in,
    array_agg(0::int2) AS nothing
FROM generate_series(0, 39) AS shape, unnest(ARRAY[2, 20, 38, 150, 180, 4700]) AS desks, generate_series(0, 47) AS slot
GROUP BY shape, desks
"""
_DAYS = """
INSERT INTO occupancy_occupancyday
    (day, working_day, closed_as, core_first, core_end, on_roll, coverage, cleaning, digest, version, built_at,
     provisional, stale, sealed)
SELECT day, day = ANY(%(working)s), '', 17, 35, 20000,
    '{"booked_minutes": 2000000, "confirmed_minutes": 1800000, "gate_passages": 40000, "stays": 18000,
      "stays_estimated": 900}', '{}', '', row_number() OVER (ORDER BY day), day + time '23:00', FALSE, FALSE, FALSE
FROM generate_series(%(first)s::date, %(last)s::date, '1 day') AS day
"""
_PLACES = """
INSERT INTO occupancy_placeday
    (day, building_id, floor_id, area_id, held, desks, in_service, booked, checked_in, sensed, occupied)
SELECT d.day, p.building_id, p.floor_id, p.area_id, p.held, s.desks, s.in_service, s.booked, s.checked_in,
    s.nothing, s.nothing
FROM occupancy_occupancyday d CROSS JOIN (
    SELECT building_id, NULL::bigint AS floor_id, NULL::bigint AS area_id, held, desks
    FROM (SELECT DISTINCT building_id FROM spaces_floor) every,
        (VALUES ('shared', 4700), ('assigned', 180)) kinds (held, desks)
    UNION ALL SELECT building_id, id, NULL, held, desks
    FROM spaces_floor, (VALUES ('shared', 180), ('assigned', 20)) kinds (held, desks)
    UNION ALL SELECT f.building_id, f.id, a.area_id, held, desks
    FROM spaces_areaplacement a JOIN spaces_layout l ON l.id = a.layout_id JOIN spaces_floor f ON f.id = l.floor_id,
        (VALUES ('shared', 38), ('withheld', 2)) kinds (held, desks)
) p JOIN shape s ON s.desks = p.desks
    AND s.shape = (d.id * 7 + coalesce(p.floor_id, 0) * 3 + coalesce(p.area_id, 0)) %% 40
ORDER BY d.day, p.floor_id, p.area_id
"""
_DESKS = """
INSERT INTO occupancy_deskday
    (day, working_day, desk_id, floor_id, area_id, layout_id, mode, in_service, booked, checked_in, sensed, occupied,
     service_slots, booked_slots, checked_in_slots, sensed_slots, occupied_slots)
SELECT d.day, d.working_day, p.desk_id, l.floor_id, a.area_id, l.id,
    CASE WHEN p.desk_id %% 25 = 0 THEN 'assigned' ELSE 'bookable' END, ((1::bigint << 44) - (1 << 14)),
    u.used, u.used, 0, 0, 18, u.slots, u.slots, 0, 0
FROM occupancy_occupancyday d
CROSS JOIN spaces_deskplacement p
JOIN spaces_areaplacement a ON a.id = p.area_id JOIN spaces_layout l ON l.id = p.layout_id
JOIN (VALUES (0, (1::bigint << 35) - (1 << 17), 18), (1, (1::bigint << 24) - (1 << 17), 7),
    (2, (1::bigint << 35) - (1 << 26), 9), (3, 0, 0)) u (kind, used, slots)
    ON u.kind = CASE WHEN p.desk_id %% 400 = 7 OR NOT d.working_day THEN 3 ELSE (p.desk_id * 7 + d.id * 3) %% 4 END
WHERE d.day BETWEEN %(month)s AND %(month)s::date + 30
ORDER BY d.day, l.floor_id, a.area_id, p.desk_id
"""
_DEPARTMENTS = """
INSERT INTO people_department (code, name, kind, parent_id, lineage, counter_duty, minimum_on_site)
SELECT 'OB' || n, '第' || n || '局', 'bureau', NULL, '{}', FALSE, 0 FROM generate_series(1, %(bureaus)s) n;
INSERT INTO people_department (code, name, kind, parent_id, lineage, counter_duty, minimum_on_site)
SELECT 'OS' || n, '第' || n || '課', 'section', b.id, '{}', FALSE, 0
FROM generate_series(1, %(sections)s) n JOIN people_department b ON b.code = 'OB' || (n %% %(bureaus)s + 1);
UPDATE people_department SET lineage = CASE WHEN parent_id IS NULL THEN ARRAY[id] ELSE ARRAY[parent_id, id] END
WHERE code LIKE 'OB%%' OR code LIKE 'OS%%'
"""
_PEOPLE = """
INSERT INTO occupancy_departmentday
    (day, department_id, name, kind, lineage, published, on_roll, fixed, team_day, telework_halves,
     gate_people, gate_present, gate_present_fixed, booked_people, booked_present, booked_present_fixed,
     checked_in_people, checked_in_present, checked_in_present_fixed,
     due, as_booked, no_show, not_used, cancelled, walk_ups, check_ins, spilled_over, booked_minutes, confirmed_minutes,
     unused_minutes, early_leave_minutes, refused, refused_by_rule)
SELECT d.day, p.id, p.name, p.kind, p.lineage, p.id %% 23 <> 0, s.desks, 0, FALSE, 10,
    s.desks / 2, s.booked, s.nothing, s.desks / 2, s.booked, s.nothing, s.desks / 2, s.checked_in, s.nothing,
    20, 15, 2, 3, 4, 2, 17, 1, 9000, 8000, 500, 100, 2, 1
FROM occupancy_occupancyday d CROSS JOIN people_department p
JOIN shape s ON s.desks = CASE WHEN p.kind = 'bureau' THEN 180 ELSE 38 END AND s.shape = (d.id * 7 + p.id) %% 40
WHERE p.code LIKE 'OB%%' OR p.code LIKE 'OS%%'
ORDER BY d.day, p.id
"""
_DEMAND = """
INSERT INTO occupancy_demandday
    (day, working_day, floor_id, area_id, department_id, due, as_booked, no_show, not_used, cancelled, walk_ups,
     check_ins, spilled_over, booked_minutes, confirmed_minutes, unused_minutes, early_leave_minutes, refused,
     refused_by_rule)
SELECT d.day, d.working_day, p.floor_id, p.area_id, p.department_id, 10, 7, 1, 2, 2, 1, 8, 1, 4000, 3500, 300, 60, 1, 1
FROM occupancy_occupancyday d CROSS JOIN (
    SELECT l.floor_id, a.area_id, s.id AS department_id
    FROM (SELECT id, row_number() OVER (ORDER BY id) n FROM people_department WHERE code LIKE 'OS%%') s
    JOIN (SELECT *, row_number() OVER (ORDER BY id) n FROM spaces_areaplacement) a
        ON a.n %% 25 = s.n %% 25 AND a.n %% 3 <> 0
    JOIN spaces_layout l ON l.id = a.layout_id ORDER BY s.n, a.n LIMIT %(demand)s
) p
ORDER BY d.day, p.area_id
"""
_GATES = """
INSERT INTO occupancy_floorpresence (day, building_id, floor_id, present, people, estimated)
SELECT d.day, p.building_id, p.floor_id, s.booked, s.desks, 4
FROM occupancy_occupancyday d CROSS JOIN (
    SELECT building_id, id AS floor_id, 180 AS desks FROM spaces_floor
    UNION ALL SELECT DISTINCT building_id, NULL::bigint, 4700 FROM spaces_floor
) p JOIN shape s ON s.desks = p.desks AND s.shape = (d.id * 3 + coalesce(p.floor_id, 0)) %% 40
WHERE d.working_day
"""
_DAYS_AT_A_TIME = 31
"""Desks of so many days are sorted in memory."""
_TABLES = ("occupancyday", "placeday", "deskday", "departmentday", "demandday", "floorpresence")


def write_facts(hall: Hall, calendar: CityCalendar, last: dt.date) -> tuple[dt.date, dt.date]:
    """Facts of every day of five years up to `last`; their first and their last day. Does nothing where they are."""
    first = last.replace(year=last.year - YEARS) + dt.timedelta(days=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT 1 FROM people_department WHERE code = 'OB1')")
        if cursor.fetchone()[0]:
            return first, last
        cursor.execute(f"TRUNCATE {', '.join(f'occupancy_{table}' for table in _TABLES)}")
        began = time.monotonic()
        say(f"{hall.size.name}: writing facts of {(last - first).days + 1:,} days …")
        days = [first + dt.timedelta(days=after) for after in range((last - first).days + 1)]
        told: dict[str, Any] = {
            "first": first,
            "last": last,
            "working": [day for day in days if calendar.is_working_day(day)],
            "bureaus": BUREAUS,
            "sections": SECTIONS,
            "demand": DEMAND_PER_DAY,
        }
        cursor.execute("SET session_replication_role = replica")  # nine million rows need no look at their desks
        for statement in (_SHAPES, _DAYS, _PLACES, *_DEPARTMENTS.split(";\n"), _PEOPLE, _DEMAND, _GATES):
            cursor.execute(statement, told)
        for month in days[::_DAYS_AT_A_TIME]:
            cursor.execute(_DESKS, {**told, "month": month})
        cursor.execute("SET session_replication_role = DEFAULT")
        for table in _TABLES:
            cursor.execute(f"VACUUM ANALYZE occupancy_{table}")
    say(f"{hall.size.name}: facts written in {time.monotonic() - began:.0f} s")
    return first, last
