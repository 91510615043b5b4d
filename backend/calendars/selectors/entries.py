"""What belongs into people's calendars, worked out from bookings, requests of telework and their own plans."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from django.conf import settings

from bookings.policies.states import ENDED, HOLDING, OFFERS
from calendars.policies.entries import OFFICE, Entry, EntryState, Part, part_of, uid_of
from core import clock
from core.interval import Interval
from core.prepared import prepared_cursor
from core.revision import Slow, revisions
from plans.models import Place
from plans.policies.claims import BOOKING, OWN, OWN_OFFICE, TELEWORK
from plans.policies.half_days import HalfDays
from plans.selectors.halves import half_days
from spaces.selectors import placed_desk
from telework.policies.states import HOLDING_REQUESTS, RequestState
from telework.services.holder import place_of

ENTRIES = dict[int, tuple[Entry, ...]]


def entries_of(
    person_ids: Collection[int],
    first_day: date,
    last_day: date,
    *,
    cancelled_since: datetime | None = None,
    slow: Mapping[Slow, int] | None = None,
) -> ENTRIES:
    """The entries of each of these people from `first_day` to `last_day`, both included, in order of time.

    Those that were cancelled at `cancelled_since` or later are among them as such, without it none. Every person asked
    for has a key. Two queries for any number of people; one where the caller has `slow`, the slow revisions, already.
    """
    found: dict[int, list[Entry]] = {person_id: [] for person_id in person_ids}
    if not found:
        return {}
    days = _Days(revisions() if slow is None else slow)
    with prepared_cursor() as cursor:
        cursor.execute(
            _STATEMENT,
            {"people": list(found), "first": first_day, "last": last_day, "since": cancelled_since or _NEVER},
        )
        rows = cursor.fetchall()
    for row in rows:
        found[row[0]].append(days.entry(row))
    return {person_id: tuple(entries) for person_id, entries in found.items()}


def fingerprint_of(person_id: int, first_day: date, last_day: date) -> str:
    """What differs whenever an entry of the person's from `first_day` to `last_day` differs; one cheap query.

    Names of places and hours of halves are not in it: they move with the slow revision of places.
    """
    with prepared_cursor() as cursor:
        cursor.execute(_FINGERPRINT, {"person": person_id, "first": first_day, "last": last_day})
        return "|".join(str(part) for part in cursor.fetchone())


class _Days:
    """Rows made into entries, with what is the same for all of them at hand."""

    def __init__(self, slow: Mapping[Slow, int]) -> None:
        self._domain: str = settings.CALENDAR["domain"]
        self._zone = clock.city_zone()
        self._halves = half_days(slow)
        self._places = slow[Slow.PLACES]

    def entry(self, row: Sequence[Any]) -> Entry:
        person_id, kind, holder_id, day, start, end, place, state, events, modified_at, *where = row
        start, end = start.astimezone(self._zone), end.astimezone(self._zone)
        place = place_of(place).value if kind == TELEWORK else place
        if kind == _OWN_PLAN:
            kind = OWN_OFFICE if place == OFFICE else OWN
        morning, afternoon = _hours_of(day, self._halves)
        part = part_of(Interval(start, end), morning, afternoon)
        return Entry(
            uid=uid_of(kind, holder_id, self._domain),
            holder_kind=kind,
            holder_id=holder_id,
            person_id=person_id,
            day=day,
            start=start,
            end=end,
            place=place,
            state=EntryState(state),
            sequence=max(events - 1, 0),
            modified_at=modified_at,
            part=part,
            part_start=(afternoon if part is Part.PM else morning).start,
            part_end=(morning if part is Part.AM else afternoon).end,
            **self._desk(day, where),
        )

    def _desk(self, day: date, where: Sequence[Any]) -> dict[str, str]:
        """Where a booking's desk stands on its day; what the booking keeps of it where no layout has it any more."""
        desk_id, code, floor_name, building_name = where
        if desk_id is None:
            return {}
        placed = placed_desk(desk_id, day, revision=self._places)
        return {
            "desk_code": code,
            "area_name": placed.area.name if placed else "",
            "floor_name": placed.plan.floor.name if placed else floor_name,
            "building_name": placed.plan.building.name if placed else building_name,
        }


@lru_cache(maxsize=1024)
def _hours_of(day: date, halves: HalfDays) -> tuple[Interval, Interval]:
    """Morning and afternoon of a day: a year of a feed asks for each of them."""
    return (
        Interval(clock.at(day, halves.am_starts_at), clock.at(day, halves.am_ends_at)),
        Interval(clock.at(day, halves.pm_starts_at), clock.at(day, halves.pm_ends_at)),
    )


_OWN_PLAN = "own_plan"
_NEVER = datetime.max.replace(tzinfo=UTC)


def _listed(values: Collection[str]) -> str:
    return ", ".join(f"'{value}'" for value in values)


_SUBMITTED = RequestState.SUBMITTED.value
_HELD = [state for state in HOLDING if state not in OFFERS]

# Written out: what an event speaks of is named by kind and id, which is no relation that a model could have. Events of
# a subject are counted by their own index; they are never taken away, so the count only goes up.
_STATEMENT = f"""
SELECT found.person_id, found.kind, found.id, found.day, found.starts, found.ends, found.place, found.state,
       events.number, coalesce(events.newest, found.made_at), found.desk_id, desk.code, floor.name, building.name
  FROM (
    SELECT person_id, '{BOOKING}' AS kind, 'booking' AS subject, id, day, lower(during) AS starts,
           upper(during) AS ends, '{Place.OFFICE.value}' AS place,
           CASE WHEN state IN ({_listed(ENDED)}) THEN 'cancelled' ELSE 'confirmed' END AS state,
           created_at AS made_at, desk_id, floor_id
      FROM bookings_booking
     WHERE person_id = ANY(%(people)s) AND day BETWEEN %(first)s AND %(last)s
       AND (state IN ({_listed(_HELD)})
            OR state IN ({_listed(ENDED)}) AND ended_at >= %(since)s)
    UNION ALL
    SELECT person_id, '{TELEWORK}', 'telework_request', id, day, lower(during), upper(during), form,
           CASE WHEN state IN ({_listed(HOLDING_REQUESTS)}) THEN 'confirmed'
                WHEN state = '{_SUBMITTED}' THEN 'tentative' ELSE 'cancelled' END,
           created_at, NULL, NULL
      FROM telework_teleworkrequest
     WHERE person_id = ANY(%(people)s) AND day BETWEEN %(first)s AND %(last)s
       AND (state IN ({_listed([_SUBMITTED, *HOLDING_REQUESTS])})
            OR submitted_at IS NOT NULL AND coalesce(ended_at, decided_at) >= %(since)s)
    UNION ALL
    SELECT person_id, '{_OWN_PLAN}', 'own_plan', id, day, lower(during), upper(during), place,
           CASE WHEN withdrawn_at IS NULL THEN 'confirmed' ELSE 'cancelled' END, said_at, NULL, NULL
      FROM plans_ownplan
     WHERE person_id = ANY(%(people)s) AND day BETWEEN %(first)s AND %(last)s
       AND (withdrawn_at IS NULL OR withdrawn_at >= %(since)s)
  ) found
  CROSS JOIN LATERAL (
    SELECT count(*) AS number, max(at) AS newest FROM audit_event
     WHERE subject_kind = found.subject AND subject_id = found.id
  ) events
  LEFT JOIN spaces_desk desk ON desk.id = found.desk_id
  LEFT JOIN spaces_floor floor ON floor.id = found.floor_id
  LEFT JOIN spaces_building building ON building.id = floor.building_id
 ORDER BY found.person_id, found.starts, found.kind, found.id
"""  # noqa: S608 - states, kinds and places are our own enums'

_FINGERPRINT = """
SELECT (SELECT concat_ws(',', count(*), max(revision)) FROM bookings_booking
         WHERE person_id = %(person)s AND day BETWEEN %(first)s AND %(last)s),
       (SELECT concat_ws(',', count(*), sum(version), max(id)) FROM telework_teleworkrequest
         WHERE person_id = %(person)s AND day BETWEEN %(first)s AND %(last)s),
       (SELECT concat_ws(',', count(*), max(id), count(withdrawn_at)) FROM plans_ownplan
         WHERE person_id = %(person)s AND day BETWEEN %(first)s AND %(last)s)
"""
