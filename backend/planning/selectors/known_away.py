"""Who was known to be elsewhere when: by telework, by what people planned themselves, by their usual weeks.

Counted by floor and day with the days between which it was known, so that a forecast of the past can be made from what
was known then. Nobody's own day leaves the database.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from django.conf import settings
from django.db import connection

from planning.policies.forecast import Floats


class KnownAway:
    """People of each floor known to be elsewhere on a day, as of the beginning of another; half a day counts half."""

    def __init__(self, floors: int, rows: Sequence[tuple[date, int, date, date, float]]) -> None:
        self._floors = floors
        by_day: dict[date, list[tuple[int, int, int, float]]] = {}
        for day, floor, since, until, weight in rows:
            by_day.setdefault(day, []).append((floor, since.toordinal(), until.toordinal(), weight))
        self._by_day = {day: np.array(every, dtype=np.float64).T for day, every in by_day.items()}
        self._found: dict[tuple[date, date], Floats] = {}

    def __call__(self, day: date, as_of: date) -> Floats:
        key = (day, as_of)
        if key not in self._found:
            self._found[key] = self._count(day, as_of.toordinal())
        return self._found[key]

    def _count(self, day: date, as_of: int) -> Floats:
        if day not in self._by_day:
            return np.zeros(self._floors)
        floor, since, until, weight = self._by_day[day]
        known = (since < as_of) & (as_of <= until)
        counts = np.bincount(floor[known].astype(np.int64), weights=weight[known], minlength=self._floors)
        found: Floats = np.maximum(counts, 0.0)
        return found


def known_away(floor_of_department: Mapping[int, int], floors: int, first: date, last: date) -> KnownAway:
    """What was and is known of the days from `first` to `last`; `floor_of_department` says whose floor has what number.

    A stretch of six hours and more is a whole day, a shorter one half of it. A usual week counts until the ledger holds
    something of the person's day.
    """
    if not floor_of_department:
        return KnownAway(floors, [])
    with connection.cursor() as cursor:
        cursor.execute(
            _KNOWN,
            {
                "departments": list(floor_of_department),
                "floors": list(floor_of_department.values()),
                "first": first,
                "last": last,
                "zone": settings.TIME_ZONE,
            },
        )
        return KnownAway(floors, cursor.fetchall())


# A stretch is known from the day on which its request was decided, its booking made, or its word said, and until it was
# let go. Whoever is away by the usual week is counted by it, and taken off again by any stretch of that day.
_KNOWN = """
WITH home AS (
    SELECT person.id AS person_id, floor.number
      FROM unnest(%(departments)s::bigint[], %(floors)s::int[]) AS floor(department_id, number)
      JOIN people_person person ON person.department_id = floor.department_id AND person.kind = 'staff'
     WHERE (person.active_from IS NULL OR person.active_from <= %(last)s)
       AND (person.active_to IS NULL OR person.active_to >= %(first)s)
), week AS (
    SELECT pattern.person_id, home.number, pattern.am, pattern.pm,
           greatest((pattern.set_at AT TIME ZONE %(zone)s)::date, pattern.active_from - 60) AS since,
           pattern.active_from,
           lead(pattern.active_from, 1, 'infinity') OVER (
               PARTITION BY pattern.person_id ORDER BY pattern.active_from) AS until
      FROM plans_weeklypattern pattern JOIN home USING (person_id)
     WHERE pattern.active_from <= %(last)s
), usual AS (
    SELECT week.person_id, week.number, day::date AS day, week.since,
           ((am[extract(isodow FROM day)::int] NOT IN ('', 'office'))::int
          + (pm[extract(isodow FROM day)::int] NOT IN ('', 'office'))::int) / 2.0 AS weight
      FROM generate_series(%(first)s::date, %(last)s::date, interval '1 day') AS day
      JOIN week ON week.active_from <= day AND day < week.until
     WHERE extract(isodow FROM day) < 6
), held AS (
    SELECT plan.person_id, home.number, plan.day, plan.place,
           CASE WHEN upper(plan.during) - lower(plan.during) >= interval '6 hours' THEN 1.0 ELSE 0.5 END AS weight,
           coalesce((coalesce(request.decided_at, request.created_at, booking.created_at, own.said_at)
                     AT TIME ZONE %(zone)s)::date, plan.day - 1) AS since,
           coalesce((plan.withdrawn_at AT TIME ZONE %(zone)s)::date, '9999-12-31') AS until
      FROM plans_attendanceplan plan
      JOIN home USING (person_id)
      LEFT JOIN telework_teleworkrequest request ON plan.holder_kind = 'telework' AND request.id = plan.holder_id
      LEFT JOIN bookings_booking booking ON plan.holder_kind = 'booking' AND booking.id = plan.holder_id
      LEFT JOIN plans_ownplan own ON plan.holder_kind IN ('own', 'own_office') AND own.id = plan.holder_id
     WHERE plan.day BETWEEN %(first)s AND %(last)s
)
SELECT day, number, since, until, sum(weight)::float8
  FROM (SELECT day, number, since, until, weight FROM held WHERE place <> 'office'
        UNION ALL
        SELECT day, number, since, '9999-12-31', weight FROM usual WHERE weight > 0
        UNION ALL
        SELECT held.day, held.number, held.since, held.until, -held.weight * usual.weight
          FROM held JOIN usual USING (person_id, day) WHERE usual.weight > 0) AS every
 GROUP BY day, number, since, until
"""
