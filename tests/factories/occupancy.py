"""Facts of days as tests need them, written straight into the tables: what a report makes of them is then known.

Slots are named by the clock: `{"9:00": 3}` is three in the slot that begins at nine, and nothing in the others.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from core import clock
from occupancy.models import DemandDay, DepartmentDay, DeskDay, FloorPresence, OccupancyDay, PlaceDay
from occupancy.policies.slots import SLOT_MINUTES, SLOTS_A_DAY, bits_of
from people.models import Department
from spaces.models import Floor
from tests.factories.hall import Hall

CORE = range(17, 35)

Slots = int | Mapping[str, int]
"""The same number in all core slots, or numbers by the clock."""


def slots(counts: Slots) -> list[int]:
    """48 counts."""
    found = [0] * SLOTS_A_DAY
    if isinstance(counts, int):
        for slot in CORE:
            found[slot] = counts
    else:
        for clock_time, count in counts.items():
            found[slot_of(clock_time)] = count
    return found


def slot_of(clock_time: str) -> int:
    hour, minute = map(int, clock_time.split(":"))
    return (hour * 60 + minute) // SLOT_MINUTES


def fact_day(day: date, *, version: int = 1, **more: Any) -> OccupancyDay:
    """A day with facts; a working day unless it is said otherwise."""
    values: dict[str, Any] = {
        "working_day": True,
        "core_first": CORE.start,
        "core_end": CORE.stop,
        "on_roll": 0,
        "coverage": {"gate_passages": 0, "booked_minutes": 0, "confirmed_minutes": 0},
        "digest": "",
        "version": version,
        "built_at": datetime.combine(day, time(23), tzinfo=clock.city_zone()),
    }
    return OccupancyDay.objects.create(day=day, **{**values, **more})


def place_day(
    hall: Hall, day: date, *, floor: str | None = None, area: str | None = None, held: str = "shared", **counts: Slots
) -> PlaceDay:
    """Desks of a place: `in_service`, `booked`, `checked_in`, `sensed`, `occupied`; what is not said is nothing."""
    named = {name: slots(counts.get(name, 0)) for name in ("in_service", "booked", "checked_in", "sensed", "occupied")}
    return PlaceDay.objects.create(
        day=day,
        building=hall.building,
        floor=hall.floors[floor] if floor else None,
        area=hall.areas[area] if area else None,
        held=held,
        desks=max(named["in_service"]),
        **named,
    )


def presence_day(hall: Hall, day: date, *, floor: str | None = None, present: Slots, people: int) -> FloorPresence:
    """People on a floor, or in the building, by the gates."""
    return FloorPresence.objects.create(
        day=day,
        building=hall.building,
        floor=hall.floors[floor] if floor else None,
        present=slots(present),
        people=people,
        estimated=0,
    )


def department_day(
    department: Department, day: date, *, on_roll: int, published: bool = True, **more: Any
) -> DepartmentDay:
    """People of a department with all below it; `gate`, `booked` and `checked_in` are (people, slots)."""
    presence: dict[str, Any] = {}
    for source in ("gate", "booked", "checked_in"):
        people, present = more.pop(source, (0, 0))
        presence |= {
            f"{source}_people": people,
            f"{source}_present": slots(present),
            f"{source}_present_fixed": slots(0),
        }
    return DepartmentDay.objects.create(
        day=day,
        department=department,
        name=more.pop("name", department.name),
        kind=department.kind,
        lineage=department.lineage or [department.pk],
        published=published,
        on_roll=on_roll,
        fixed=more.pop("fixed", 0),
        telework_halves=more.pop("telework_halves", 0),
        **presence,
        **more,
    )


def demand_day(
    hall: Hall, day: date, *, area: str | None, department: str | None = None, working_day: bool = True, **counts: int
) -> DemandDay:
    """What was booked in an area, what came of it and what was refused."""
    return DemandDay.objects.create(
        day=day,
        working_day=working_day,
        floor=_floor_of(hall, area) if area else None,
        area=hall.areas[area] if area else None,
        department=hall.departments[department] if department else None,
        **counts,
    )


def desk_day(
    hall: Hall, day: date, code: str, *, mode: str = "bookable", booked: Sequence[range] = (), working_day: bool = True
) -> DeskDay:
    """A desk in service through the core window, and booked (and checked in) in stretches of slots."""
    area = code[:3]
    service, used = bits_of(CORE), sum(bits_of(stretch) for stretch in booked)
    in_core = (used & service).bit_count()
    return DeskDay.objects.create(
        day=day,
        working_day=working_day,
        desk=hall.desks[code],
        floor=_floor_of(hall, area),
        area=hall.areas[area],
        layout=hall.layouts["6" if area.startswith("06") else "7"],
        mode=mode,
        in_service=service,
        booked=used,
        checked_in=used,
        sensed=0,
        occupied=0,
        service_slots=len(CORE),
        booked_slots=in_core,
        checked_in_slots=in_core,
        sensed_slots=0,
        occupied_slots=0,
    )


def _floor_of(hall: Hall, area: str) -> Floor:
    return hall.floors["6" if area.startswith("06") else "7"]
