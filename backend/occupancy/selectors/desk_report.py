"""Desks one by one."""

from typing import Any

from occupancy.policies.figures import share_of
from occupancy.policies.slots import slot_time
from occupancy.policies.sources import PlaceKind
from occupancy.selectors.desk_use import DeskUse, desk_use, never_used_in, tells_of_desks
from occupancy.selectors.report_days import ReportDays, report_days
from occupancy.selectors.report_scope import LeftOut, scope_of
from occupancy.selectors.reported import Reported
from spaces.models import Desk


def desks_report(reported: Reported, *, slot: int | None, never_used: bool) -> dict[str, Any]:
    """`{scope, slot, rows}`: the desks of a floor or an area in order of their codes, or those that were never used.

    A desk that was assigned to somebody on every day has no figures; of one that was on some days, those are left out.
    """
    days = report_days(reported.period)
    uses = _uses(reported, days, slot, never_used=never_used)
    codes = dict(Desk.objects.filter(pk__in=[one.desk_id for one in uses]).values_list("pk", "code"))
    known = tells_of_desks(reported.source)
    rows = [_row(one, codes[one.desk_id], known=known) for one in uses]
    return {
        "scope": scope_of(reported, days, left_out=LeftOut(desks=sum(row["withheld"] for row in rows))),
        "slot": None if slot is None else slot_time(slot).isoformat("minutes"),
        "rows": sorted(rows, key=lambda row: row["desk"]["code"]),
    }


def _uses(reported: Reported, days: ReportDays, slot: int | None, *, never_used: bool) -> list[DeskUse]:
    if not len(days) or reported.place.kind is PlaceKind.DEPARTMENT:
        return []
    if not never_used:
        return desk_use(reported.place, days, reported.source, slot)
    if not tells_of_desks(reported.source):
        return []
    never, _ = never_used_in(reported.place, days, reported.source)
    return desk_use(reported.place, days, reported.source, slot, only=never)


def _row(one: DeskUse, code: str, *, known: bool) -> dict[str, Any]:
    withheld = not one.shared_days
    told = known and not withheld
    return {
        "desk": {"id": one.desk_id, "code": code, "area_id": one.area_id, "floor_id": one.floor_id},
        "mode": one.mode,
        "in_service_slots": one.service_slots if told else None,
        "in_use_slots": one.used_slots if told else None,
        "share": share_of(one.used_slots, one.service_slots) if told else None,
        "never_used": one.used_slots == 0 if told and one.service_slots else None,
        "withheld": withheld,
    }
