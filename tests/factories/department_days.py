"""Facts of departments for tests: as if so many people had been there, without anybody's day behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.clock import city_zone
from occupancy.models import DepartmentDay, OccupancyDay
from occupancy.policies.slots import SLOTS_A_DAY
from people.models import Department

CORE_FIRST, CORE_END = 17, 35


@dataclass(frozen=True, slots=True)
class Told:
    """What the facts of a department say of a day; `present` holds in the core slots, twice as many in none other."""

    present: int
    on_roll: int = 20
    fixed: int = 0
    present_fixed: int = 0
    published: bool = True
    team_day: bool = False
    slots: Mapping[int, int] | None = None

    def by_slot(self, count: int) -> list[int]:
        if self.slots is not None:
            return [self.slots.get(slot, 0) for slot in range(SLOTS_A_DAY)]
        return [count if CORE_FIRST <= slot < CORE_END else 0 for slot in range(SLOTS_A_DAY)]


def weekdays_from(first: date, count: int) -> list[date]:
    """So many Mondays to Fridays from `first` on, 祝日 among them."""
    days: list[date] = []
    day = first
    while len(days) < count:
        if day.weekday() < 5:
            days.append(day)
        day += timedelta(days=1)
    return days


def occupancy_day(day: date, *, version: int = 1, source: bool = True, provisional: bool = False) -> OccupancyDay:
    """A day whose facts stand; with `source` False no source says anything of it."""
    row = _day(day, version=version, source=source, provisional=provisional)
    row.save()
    return row


def _day(day: date, *, version: int = 1, source: bool = True, provisional: bool = False) -> OccupancyDay:
    evidence = 1000 if source else 0
    return OccupancyDay(
        day=day,
        working_day=day.weekday() < 5,
        core_first=CORE_FIRST,
        core_end=CORE_END,
        on_roll=100,
        coverage=dict.fromkeys(("gate_passages", "booked_minutes", "confirmed_minutes"), evidence),
        cleaning={},
        digest="",
        version=version,
        built_at=datetime.combine(day, datetime.min.time(), tzinfo=city_zone()),
        provisional=provisional,
    )


def department_days(day: date, told: Mapping[Department, Told]) -> None:
    """Rows of a day; gates, bookings and check-ins all say the same."""
    DepartmentDay.objects.bulk_create(_row(day, department, one) for department, one in told.items())


def history(days: Sequence[date], told: Mapping[Department, list[int] | int], **facts: int | bool) -> None:
    """Days with facts: for each department one number present on all of them, or one a day."""
    OccupancyDay.objects.bulk_create(_day(day) for day in days)
    DepartmentDay.objects.bulk_create(
        _row(day, department, Told(present if isinstance(present, int) else present[number], **facts))  # type: ignore[arg-type]  # of the names of Told
        for number, day in enumerate(days)
        for department, present in told.items()
    )


def _row(day: date, department: Department, told: Told) -> DepartmentDay:
    present, fixed = told.by_slot(told.present), told.by_slot(told.present_fixed)
    if told.slots is not None:
        fixed = [0] * SLOTS_A_DAY
    columns: dict[str, object] = {}
    for source in ("gate", "booked", "checked_in"):
        columns |= {f"{source}_people": told.present, f"{source}_present": present, f"{source}_present_fixed": fixed}
    return DepartmentDay(
        day=day,
        department=department,
        name=department.name,
        kind=department.kind,
        lineage=department.lineage or [department.pk],
        published=told.published,
        on_roll=told.on_roll,
        fixed=told.fixed,
        team_day=told.team_day,
        telework_halves=0,
        **columns,
    )
