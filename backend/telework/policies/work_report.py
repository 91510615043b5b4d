"""A report of a telework day: what cannot be, and what needs an order or an explanation. Knows no Django."""

from dataclasses import dataclass
from datetime import datetime

from core.interval import Interval
from core.refused import Refused
from core.rules import Rule
from telework.policies.work import MINUTE
from telework.policies.work_refusals import WorkRefusal


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody reports: from when to when with which breaks, and how much of it was overtime. Whole minutes."""

    started_at: datetime
    ended_at: datetime
    break_minutes: int
    tasks_done: str
    overtime_minutes: int = 0
    overtime_ordered: bool = False
    explanation: str = ""

    @property
    def worked_minutes(self) -> int:
        return (self.ended_at - self.started_at) // MINUTE - self.break_minutes


@dataclass(frozen=True, slots=True)
class ReportRules:
    """The rules a report is held to."""

    overtime: Rule
    day_minutes: Rule
    difference_minutes: Rule


def report_faults(reported: Reported, *, day: Interval, now: datetime) -> dict[str, list[str]]:
    """What cannot be, by field: it ended before it began, another day, a time to come, breaks longer than the work.

    `day` runs from midnight to midnight.
    """
    faults: dict[str, list[str]] = {}
    if not day.holds(reported.started_at):
        faults["started_at"] = ["on the day of the request"]
    if reported.ended_at > now:
        faults["ended_at"] = ["not yet"]
    elif reported.ended_at > day.end:
        faults["ended_at"] = ["on the day of the request"]
    if reported.ended_at <= reported.started_at:
        faults["ended_at"] = ["after the start"]
    elif reported.worked_minutes <= 0:
        faults["break_minutes"] = ["shorter than the work"]
    elif reported.overtime_minutes > reported.worked_minutes:
        faults["overtime_minutes"] = ["at most the time worked"]
    return faults


def report_refused(reported: Reported, rules: ReportRules, *, difference_minutes: int | None) -> Refused | None:
    """Why a report that is possible is not taken: overtime that nobody ordered or that is not said, or a difference
    from the device's log beyond the rule's minutes that nobody explains.

    `difference_minutes` is None where there is no log. Work beyond a working day (7 h 45 min by the bylaws of
    cities) is overtime; up to the minutes that a report may differ anyway it need not be said.
    """
    if reported.overtime_minutes and not reported.overtime_ordered and not rules.overtime.value:
        return rules.overtime.refused(WorkRefusal.OVERTIME_NOT_ORDERED, minutes=reported.overtime_minutes)
    beyond = reported.worked_minutes - rules.day_minutes.value - reported.overtime_minutes
    if beyond > rules.difference_minutes.value:
        return rules.day_minutes.refused(WorkRefusal.OVERTIME_UNSAID, minutes=beyond)
    if (
        difference_minutes is not None
        and difference_minutes > rules.difference_minutes.value
        and not reported.explanation.strip()
    ):
        return rules.difference_minutes.refused(WorkRefusal.DIFFERENCE_UNEXPLAINED, minutes=difference_minutes)
    return None
