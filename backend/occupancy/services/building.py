"""Building the facts of days from what was recorded, and again from the same with the same result."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from gates.selectors.left_out import unknown_cards_between
from occupancy.models import OccupancyDay, PlaceDay
from occupancy.policies.passages import CleaningRule
from occupancy.policies.refusals import OccupancyRefusal
from occupancy.policies.slots import CoreWindow, core_window
from occupancy.selectors.counted_cells import counted_cells
from occupancy.services.demand_rows import demand_rows
from occupancy.services.desk_rows import desk_rows, place_rows
from occupancy.services.locking import VERSIONS, lock_day
from occupancy.services.people_rows import department_rows, floor_rows
from occupancy.services.seen import DaySeen, see_day
from occupancy.services.writing import Facts, replace_facts
from plans.selectors.working_days import city_calendar

UNKNOWN_CARDS = "unknown_cards"
"""Beside the rules of cleaning: cards that passed on the day and belong to nobody on the roll."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build of a day came to; `changed`: its facts are others than before, or there were none."""

    day: date
    changed: bool
    version: int
    provisional: bool


@dataclass(frozen=True, slots=True)
class _Frozen:
    """What of a day was settled when it was first built after its end; nothing that is changed later changes it."""

    working_day: bool
    closed_as: str
    core: CoreWindow


@transaction.atomic
def build_day(day: date) -> Built:
    """Build the facts of `day` from what is recorded now, and put them in the place of those it had.

    A day that is not over is built up to this minute, and its facts are provisional. Raises Refused for a day that is
    still to come (DAY_TO_COME) or sealed (DAY_SEALED). One at a time builds a day; whoever stops in the middle leaves
    what was there.
    """
    lock_day(day)
    if day > clock.today():
        raise Refused(OccupancyRefusal.DAY_TO_COME, {"allowed_until": clock.today().isoformat()})
    before = OccupancyDay.objects.filter(day=day).first()
    if before is not None and before.sealed:
        raise Refused(OccupancyRefusal.DAY_SEALED)
    now = clock.now()
    frozen = before is not None and not before.provisional
    then = _as_frozen(before) if before is not None and frozen else _as_it_is(day)
    seen = see_day(day, until=min(now, clock.day_end(day)), core=then.core, frozen=frozen)
    facts = _facts(seen, then)
    digest = facts.digest()
    changed = before is None or before.digest != digest
    if changed:
        replace_facts(day, facts)
    version = _next_version() if before is None or changed else before.version
    provisional = now < clock.day_end(day)
    OccupancyDay.objects.update_or_create(
        day=day,
        defaults={
            **facts.day,
            "digest": digest,
            "version": version,
            "built_at": now,
            "provisional": provisional,
            "stale": False,
        },
    )
    return Built(day, changed, version, provisional)


def build_days(first: date, last: date) -> Iterator[Built]:
    """Build every day from `first` to `last`, both included, each in a transaction of its own.

    Sealed days are passed over: their facts are what is left of them. Raises Refused at a day still to come.
    """
    sealed = set(OccupancyDay.objects.filter(day__range=(first, last), sealed=True).values_list("day", flat=True))
    day = first
    while day <= last:
        if day not in sealed:
            yield build_day(day)
        day += timedelta(days=1)


def _as_it_is(day: date) -> _Frozen:
    calendar = city_calendar()
    holiday = calendar.holiday(day)
    starts_at, ends_at = settings.OCCUPANCY["core_window"]
    return _Frozen(calendar.is_working_day(day), holiday.ja if holiday else "", core_window(starts_at, ends_at))


def _as_frozen(before: OccupancyDay) -> _Frozen:
    return _Frozen(before.working_day, before.closed_as, CoreWindow(before.core_first, before.core_end))


def _facts(seen: DaySeen, then: _Frozen) -> Facts:
    desks = desk_rows(seen, working_day=then.working_day)
    places = place_rows(seen, desks)
    demand = demand_rows(seen, working_day=then.working_day)
    departments = department_rows(seen, demand)
    about_day: dict[str, Any] = {
        "working_day": then.working_day,
        "closed_as": then.closed_as,
        "core_first": then.core.first,
        "core_end": then.core.end,
        "on_roll": len(seen.roll.department_of),
        "coverage": {
            "booked_minutes": sum(row.booked_minutes for row in demand),
            "confirmed_minutes": sum(row.confirmed_minutes for row in demand),
            "gate_passages": seen.gates.passages,
            **_stays_of(seen),
            **_cells_of(seen, places),
        },
        "cleaning": _cleaning_of(seen),
    }
    return Facts(about_day, (desks, places, demand, departments, floor_rows(seen)))


def _stays_of(seen: DaySeen) -> dict[str, int]:
    stays = [stay for of_one in seen.gates.stays.values() for stay in of_one if stay.start < seen.until]
    estimated = sum(1 for stay in stays if stay.estimated and stay.end <= seen.until)
    return {"stays": len(stays), "stays_estimated": estimated}


def _cells_of(seen: DaySeen, places: list[PlaceDay]) -> dict[str, int]:
    """Pairs of an area and a core slot in which somebody counted, and desk slots of which a sensor told."""
    core = slice(seen.core.first, seen.core.end)
    areas = [row for row in places if row.area_id is not None]
    cells = {(row.area_id, slot) for row in areas for slot in seen.core.slots if row.in_service[slot]}
    return {
        "count_cells": len(cells),
        "counted_cells": len(cells & counted_cells(seen.day)),
        "service_slots": sum(sum(row.in_service[core]) for row in areas),
        "sensed_slots": sum(sum(row.sensed[core]) for row in areas),
    }


def _cleaning_of(seen: DaySeen) -> dict[str, int]:
    """What was mended in the gate log and left out of it, by rule.

    While the day is not over, whoever is still there has no exit missing.
    """
    over = seen.until >= clock.day_end(seen.day)
    found = {
        rule.value: count
        for rule, count in sorted(seen.gates.found.items())
        if over or rule is not CleaningRule.EXIT_MISSING
    }
    cards = unknown_cards_between(seen.day, seen.day).get(seen.day, 0)
    return {**found, UNKNOWN_CARDS: cards} if cards else found


def _next_version() -> int:
    """Taken one after another up to the commit, so that a greater one is never seen before a smaller."""
    lock((Locked.RUN, VERSIONS))
    newest = OccupancyDay.objects.aggregate(newest=Max("version"))["newest"]
    return int(newest or 0) + 1
