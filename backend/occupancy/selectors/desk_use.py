"""How much each desk was in use. Days on which a desk was assigned to somebody are left out: they would say who."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.columns import number, numbers_of, rows_of
from occupancy.selectors.report_days import ReportDays
from occupancy.selectors.report_places import place_alone
from occupancy.selectors.reported import Place
from spaces.models import AreaPlacement, DeskMode

_SLOTS = {
    Source.BOOKING: ("service_slots", "booked_slots"),
    Source.CHECK_IN: ("service_slots", "checked_in_slots"),
    Source.SENSOR: ("sensed_slots", "occupied_slots"),
}
_MASKS = {
    Source.BOOKING: ("in_service", "booked"),
    Source.CHECK_IN: ("in_service", "checked_in"),
    Source.SENSOR: ("sensed", "occupied"),
}
_SHARED = f"mode <> '{DeskMode.ASSIGNED.value}'"
_MODES = ", ".join(f"'{mode}'" for mode in DeskMode.values)


@dataclass(frozen=True, slots=True)
class DeskUse:
    """A desk in a period: where it stood and how it was used last, and its slots on days on which it was shared."""

    desk_id: int
    floor_id: int
    area_id: int
    mode: str
    shared_days: int
    service_slots: int
    used_slots: int


def tells_of_desks(source: Source) -> bool:
    """Gates and walks know no desks."""
    return source in _SLOTS


def desk_use(
    place: Place, days: ReportDays, source: Source, slot: int | None = None, *, only: Sequence[int] | None = None
) -> list[DeskUse]:
    """The desks of a floor or an area, or `only` these anywhere; of one slot of the day only, or of the core window.

    By a source that knows no desks everything is 0.
    """
    service, used = _expressions(source, slot)
    which = _OF_PLACE if only is None else _OF_DESKS
    rows = rows_of(
        {
            "desk": number("desk_id"),
            "floor": number("floor_id"),
            "area": number("area_id"),
            "mode": number(f"array_position(ARRAY[{_MODES}], mode)"),
            "shared_days": number("shared_days"),
            "service": number("service"),
            "used": number("used"),
        },
        _USES.format(which=which, shared=_SHARED, service=service, used=used),
        {**(_parameters(place) if only is None else {"desks": list(only)}), **days.bounds},
    )
    columns = [
        numbers_of(rows, name).tolist() for name in ("desk", "floor", "area", "mode", "shared_days", "service", "used")
    ]
    modes = DeskMode.values
    return [
        DeskUse(desk, floor, area, modes[mode - 1], shared_days, in_service, in_use)
        for desk, floor, area, mode, shared_days, in_service, in_use in zip(*columns, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class PlacedUse:
    """A desk as it stood in one layout: its slots on days on which it was shared."""

    layout_id: int
    desk_id: int
    service_slots: int
    used_slots: int


def placed_use(place: Place, days: ReportDays, source: Source) -> list[PlacedUse]:
    """The shared desks of a place, by layout; `source` knows desks."""
    service, used = _SLOTS[source]
    rows = rows_of(
        {
            "layout": number("layout_id"),
            "desk": number("desk_id"),
            "service": number(f"sum({service})"),
            "used": number(f"sum({used})"),
        },
        f"FROM occupancy_deskday WHERE {_OF_PLACE} AND {_SHARED} "
        "AND day BETWEEN %(first)s AND %(last)s AND working_day GROUP BY layout_id, desk_id",
        {**_parameters(place), **days.bounds},
    )
    columns = [numbers_of(rows, name).tolist() for name in ("layout", "desk", "service", "used")]
    return [PlacedUse(*values) for values in zip(*columns, strict=True)]


def never_used_in(place: Place, days: ReportDays, source: Source) -> tuple[list[int], int]:
    """一度も使われない席: desks in service without one core slot in use, and how many were in service at all.

    A desk is looked up until its first slot in use, which is one in service too: that is less work than reading
    everybody's year.
    """
    if place.kind in (PlaceKind.FLOOR, PlaceKind.AREA):
        return _never_used_here(place, days, source)
    service, used = _SLOTS[source]
    with connection.cursor() as cursor:
        cursor.execute(
            _NEVER_USED.format(service=service, used=used), {"buildings": list(place.buildings), **days.bounds}
        )
        rows = cursor.fetchall()
    return [desk for desk, never in rows if never], len(rows)


def _never_used_here(place: Place, days: ReportDays, source: Source) -> tuple[list[int], int]:
    """The same of the days on which a desk stood on a floor, or in an area."""
    service, used = _SLOTS[source]
    rows = rows_of(
        {"desk": number("desk_id"), "used": number(f"max({used})")},
        f"FROM occupancy_deskday WHERE {_OF_PLACE} AND {_SHARED} AND {service} > 0 "
        "AND day BETWEEN %(first)s AND %(last)s AND working_day GROUP BY desk_id",
        {**_parameters(place), **days.bounds},
    )
    return numbers_of(rows, "desk")[numbers_of(rows, "used") == 0].tolist(), len(rows)


_USES = """
    FROM (
        SELECT desk_id AS desk, max(day) AS last, count(*) FILTER (WHERE {shared}) AS shared_days,
            sum({service}) FILTER (WHERE {shared}) AS service, sum({used}) FILTER (WHERE {shared}) AS used
        FROM occupancy_deskday
        WHERE {which} AND day BETWEEN %(first)s AND %(last)s AND working_day GROUP BY desk_id
    ) its
    JOIN occupancy_deskday ON desk_id = its.desk AND day = its.last AND {which}
"""
_NEVER_USED = """
    SELECT desk.id, used.found IS NULL
    FROM spaces_desk desk
    LEFT JOIN LATERAL (
        SELECT 1 AS found FROM occupancy_deskday d
        WHERE d.desk_id = desk.id AND d.day BETWEEN %(first)s AND %(last)s
        AND d.working_day AND d.mode <> 'assigned' AND d.{used} > 0 ORDER BY d.day LIMIT 1
    ) used ON TRUE
    LEFT JOIN LATERAL (
        SELECT 1 AS found FROM occupancy_deskday d
        WHERE used.found IS NULL AND d.desk_id = desk.id AND d.day BETWEEN %(first)s AND %(last)s
        AND d.working_day AND d.mode <> 'assigned' AND d.{service} > 0 ORDER BY d.day LIMIT 1
    ) served ON TRUE
    WHERE desk.building_id = ANY(%(buildings)s::bigint[]) AND (used.found IS NOT NULL OR served.found IS NOT NULL)
"""
_OF_PLACE = "floor_id = ANY(%(floors)s::bigint[]) AND (%(area)s::bigint IS NULL OR area_id = %(area)s::bigint)"
_OF_DESKS = "desk_id = ANY(%(desks)s::bigint[])"


def _parameters(place: Place) -> dict[str, Any]:
    if place.kind is PlaceKind.FLOOR:
        return {"floors": [place.id], "area": None}
    if place.kind is not PlaceKind.AREA:
        return {"floors": list(place_alone(place).floors), "area": None}
    floors = AreaPlacement.objects.filter(area=place.id).values_list("layout__floor", flat=True)
    return {"floors": sorted(set(floors)), "area": place.id}


def _expressions(source: Source, slot: int | None) -> tuple[str, str]:
    if not tells_of_desks(source):
        return "0", "0"
    if slot is None:
        return _SLOTS[source]
    service, used = _MASKS[source]
    return f"({service} >> {slot}) & 1", f"({used} >> {slot}) & 1"
