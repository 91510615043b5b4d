"""What the ledger holds of people's days with the desk, the request or the word behind it, and requests that wait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bookings.selectors.shown import DeskPlace, place_of
from core.interval import Interval
from core.prepared import prepared_cursor
from plans.policies import Stretch
from spaces.selectors import placed_desk
from telework.policies.states import RequestState


@dataclass(frozen=True, slots=True)
class RequestBehind:
    """The telework request that holds a stretch."""

    id: int
    state: str
    form: str


@dataclass(frozen=True, slots=True)
class WaitingRequest:
    """A request that holds nothing yet: `draft`, `submitted` or `returned`."""

    id: int
    state: str
    form: str
    unit: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a stretch of the ledger: a booking's desk, a request, or what the person noted."""

    desk: DeskPlace | None = None
    present: bool = False
    request: RequestBehind | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HeldDays:
    """By person and day: the ledger's stretches in order of time, and the requests that wait.

    `behind` is found by what holds a stretch: kind and id.
    """

    ledger: Mapping[int, Mapping[date, Sequence[Stretch]]] = field(default_factory=dict)
    behind: Mapping[tuple[str, int], Behind] = field(default_factory=dict)
    waiting: Mapping[tuple[int, date], Sequence[WaitingRequest]] = field(default_factory=dict)


def held_days(person_ids: Sequence[int], first: date, last: date, places_revision: int) -> HeldDays:
    """The days of these people from `first` to `last`, both included; one query."""
    if not person_ids:
        return HeldDays()
    with prepared_cursor() as cursor:
        cursor.execute(_STATEMENT, {"people": list(person_ids), "first": first, "last": last})
        rows = cursor.fetchall()
    ledger: dict[int, dict[date, list[Stretch]]] = {}
    behind: dict[tuple[str, int], Behind] = {}
    waiting: dict[tuple[int, date], list[WaitingRequest]] = {}
    for person_id, day, start, end, place, kind, holder_id, state, form, unit, note, *where in rows:
        if place is None:
            waiting.setdefault((person_id, day), []).append(WaitingRequest(holder_id, state, form, unit, start, end))
            continue
        ledger.setdefault(person_id, {}).setdefault(day, []).append(
            Stretch(Interval(start, end), place, kind, holder_id)
        )
        if (kind, holder_id) not in behind:
            behind[kind, holder_id] = _behind(day, holder_id, state, form, note, where, places_revision)
    return HeldDays(ledger, behind, waiting)


def _behind(
    day: date, holder_id: int, state: str | None, form: str | None, note: str | None, where: list[object], places: int
) -> Behind:
    if form:
        return Behind(request=RequestBehind(holder_id, str(state), form))
    desk_id, code, area_id, floor_id, floor_name = where
    if not isinstance(desk_id, int):
        return Behind(note=note or "")
    placed = placed_desk(desk_id, day, revision=places)
    desk = place_of(placed) if placed else DeskPlace(desk_id, code, area_id, "", floor_id, floor_name)  # type: ignore[arg-type]  # columns of one row
    return Behind(desk=desk, present=state == "checked_in")


_WAITING = ", ".join(
    f"'{state.value}'" for state in (RequestState.DRAFT, RequestState.SUBMITTED, RequestState.RETURNED)
)
# Written out, because what holds a stretch is named by kind and id, which is no relation that a model could have.
_STATEMENT = f"""
SELECT plan.person_id, plan.day, lower(plan.during), upper(plan.during), plan.place, plan.holder_kind, plan.holder_id,
       coalesce(request.state, booking.state), request.form, request.unit, own.note,
       booking.desk_id, desk.code, booking.area_id, booking.floor_id, floor.name
  FROM plans_attendanceplan plan
  LEFT JOIN bookings_booking booking ON plan.holder_kind = 'booking' AND booking.id = plan.holder_id
  LEFT JOIN spaces_desk desk ON desk.id = booking.desk_id
  LEFT JOIN spaces_floor floor ON floor.id = booking.floor_id
  LEFT JOIN telework_teleworkrequest request ON plan.holder_kind = 'telework' AND request.id = plan.holder_id
  LEFT JOIN plans_ownplan own ON plan.holder_kind IN ('own', 'own_office') AND own.id = plan.holder_id
 WHERE plan.person_id = ANY(%(people)s) AND plan.day BETWEEN %(first)s AND %(last)s AND plan.withdrawn_at IS NULL
UNION ALL
SELECT request.person_id, request.day, lower(request.during), upper(request.during), NULL, 'telework', request.id,
       request.state, request.form, request.unit, NULL, NULL, NULL, NULL, NULL, NULL
  FROM telework_teleworkrequest request
 WHERE request.person_id = ANY(%(people)s) AND request.day BETWEEN %(first)s AND %(last)s
   AND request.state IN ({_WAITING})
 ORDER BY 1, 3, 7
"""  # noqa: S608 - the states are our own enum's
