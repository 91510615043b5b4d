"""The headline figures of a period."""

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np

from occupancy.policies import figures
from occupancy.policies.demand_figures import DEMAND, DemandSums
from occupancy.policies.place_slots import PlaceSlots
from occupancy.policies.roll_days import RollDays
from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.demand_sums import demand_of_facts, demand_of_place
from occupancy.selectors.department_facts import facts_of_everybody
from occupancy.selectors.desk_use import never_used_in, tells_of_desks
from occupancy.selectors.report_days import ReportDays, report_days
from occupancy.selectors.report_places import place_alone
from occupancy.selectors.report_scope import LeftOut, scope_of
from occupancy.selectors.report_slots import department_of, slots_of_report
from occupancy.selectors.reported import Reported
from occupancy.selectors.roll_days import roll_days


def summary(reported: Reported) -> dict[str, Any]:
    """`{scope, figures}` as the API tells them."""
    days = report_days(reported.period)
    facts = department_of(reported, days)
    slots = slots_of_report(reported, days, facts)
    demand = demand_of_place(place_alone(reported.place), days) if facts is None else demand_of_facts(facts)
    everybody = facts or (facts_of_everybody(days) if reported.place.has_roll else None)
    roll = roll_days(everybody, days) if everybody is not None else None
    return {
        "scope": scope_of(reported, days, left_out=LeftOut(desks=slots.withheld_desks), demand=demand),
        "figures": {
            "average_utilisation": _average(slots, of_desks=facts is None),
            "daily_peak": _daily_peak(slots, days, of_desks=facts is None),
            **_of_roll(roll),
            "sharing_ratio": _sharing_ratio(roll, slots, days, reported),
            **_of_demand(demand),
            "never_used": _never_used(reported, days),
        },
    }


def _average(slots: PlaceSlots, *, of_desks: bool) -> dict[str, Any]:
    if not of_desks or not slots.is_known:
        return {"value": None, "in_use": None, "in_service": None}
    return {
        "value": figures.average_utilisation(slots.in_use, slots.in_service, slots.counted),
        "in_use": figures.total(slots.in_use, slots.counted),
        "in_service": figures.total(slots.in_service, slots.counted),
    }


def _daily_peak(slots: PlaceSlots, days: ReportDays, *, of_desks: bool) -> dict[str, Any]:
    of_days = figures.daily_peaks(slots.in_use, slots.whole)
    peaks = figures.peaks(of_days)
    max_on: date | None = None if peaks.max is None else days.days[int(of_days.argmax())]
    return {
        "mean": peaks.mean,
        "p95": peaks.p95,
        "max": peaks.max,
        "max_on": max_on,
        "days": int((of_days != figures.UNKNOWN).sum()) or None,
        "in_service": slots.most_in_service if of_desks else None,
    }


def _of_roll(roll: RollDays | None) -> dict[str, Any]:
    if roll is None or not roll.told.any():
        nothing = {"value": None, "present": None, "on_roll": None, "source": None}
        return {"attendance_rate": nothing, "telework_rate": {"value": None}}
    on_roll = int(roll.on_roll[roll.told].sum())
    return {
        "attendance_rate": {
            "value": figures.attendance_rate(int(roll.present[roll.told].sum()), on_roll),
            "present": roll.mean(roll.present),
            "on_roll": roll.mean(roll.on_roll),
            "source": roll.source,
        },
        "telework_rate": {"value": figures.telework_rate(int(roll.telework_halves[roll.told].sum()), on_roll)},
    }


def _sharing_ratio(roll: RollDays | None, slots: PlaceSlots, days: ReportDays, reported: Reported) -> dict[str, Any]:
    """Of the roll and the layouts, whatever the source: desks of a day are the most in service at one time.

    Only of places, because a department has no desks.
    """
    people = None if roll is None or reported.place.kind is PlaceKind.DEPARTMENT else roll.mean(roll.on_roll)
    desks = None if people is None else _desks_a_day(slots, days, reported)
    if people is None or not desks:
        return {"value": None, "inverse": None, "people": None, "desks": None}
    return {
        "value": figures.sharing_ratio(people, desks),
        "inverse": figures.share_of(desks, people),
        "people": people,
        "desks": desks,
    }


def _desks_a_day(slots: PlaceSlots, days: ReportDays, reported: Reported) -> float:
    """Counts and sensors tell only of the desks that they saw: those in service are read beside them."""
    if reported.source in (Source.COUNT, Source.SENSOR):
        slots = slots_of_report(replace(reported, source=Source.BOOKING), days, None)
    return float(np.where(days.core, slots.in_service, 0).max(axis=1).mean())


def _of_demand(demand: DemandSums | None) -> dict[str, Any]:
    """What is told of nobody, as of a department of fewer than five people, is unknown here and never nothing."""
    told = {name: None if demand is None else demand[name] for name in DEMAND}
    rates = {
        "no_show_rate": None if demand is None else figures.no_show_rate(demand["no_show"], demand["due"]),
        "walk_up_rate": None if demand is None else figures.walk_up_rate(demand["walk_ups"], demand["check_ins"]),
    }
    hours = {name: None if demand is None else demand.hours(name) for name in ("unused_minutes", "early_leave_minutes")}
    return {
        "no_show_rate": {"value": rates["no_show_rate"], "no_shows": told["no_show"], "due": told["due"]},
        "walk_up_rate": {
            "value": rates["walk_up_rate"],
            "walk_ups": told["walk_ups"],
            "check_ins": told["check_ins"],
        },
        "refused": {"value": told["refused"], "by_rule": told["refused_by_rule"]},
        "spilled_over": {"value": told["spilled_over"]},
        "booked_actual": {
            "as_booked": told["as_booked"],
            "walk_up": told["walk_ups"],
            "no_show": told["no_show"],
            "not_used": told["not_used"],
            "cancelled": told["cancelled"],
            "unused_hours": hours["unused_minutes"],
            "early_leave_hours": hours["early_leave_minutes"],
        },
    }


def _never_used(reported: Reported, days: ReportDays) -> dict[str, Any]:
    if reported.place.kind is PlaceKind.DEPARTMENT or not tells_of_desks(reported.source) or not len(days):
        return {"value": None, "desks": None}
    never, desks = never_used_in(reported.place, days, reported.source)
    return {"value": len(never), "desks": desks}
