"""Telling the person and the 所属長 that the rest between two working days was too short."""

from collections.abc import Sequence

from audit.selectors import events_of
from audit.services import record
from core import clock
from core.rules import Rule
from telework.models import TeleworkRequest
from telework.policies.rest import SHORT_REST, short_rest_minutes
from telework.selectors.approvers import approvers_of_one
from telework.selectors.work import Span, spans_around
from telework.services.transition import SUBJECT, snapshot


def warn_of_short_rest(request: TeleworkRequest, rest: Rule) -> None:
    """Record `telework.short_rest` where the rest before or after the work of this request was shorter than the rule's
    hours: once for a morning, whichever way it is found out.

    The end of work is what the report says, else the last stretch; the log of terminals counts as well, which knows
    of days at the office. The caller holds the person's lock.
    """
    if not rest.value:
        return
    spans = spans_around(request.person_id, request.day)
    today = [one for one in spans if one.day == request.day]
    _warn(request, rest, [one for one in spans if one.day < request.day], today)
    _warn(request, rest, today, [one for one in spans if one.day > request.day])


def _warn(request: TeleworkRequest, rest: Rule, evening: Sequence[Span], morning: Sequence[Span]) -> None:
    ended = max((one.end for one in evening if one.end is not None), default=None)
    first = min(morning, key=lambda one: one.start, default=None)
    if ended is None or first is None:
        return
    minutes = short_rest_minutes(ended, first.start, rest.value)
    subject_id = next((one.request_id for one in morning if one.request_id is not None), request.pk)
    if minutes is None or _was_told(subject_id, first.day.isoformat()):
        return
    record(
        kind=SHORT_REST,
        subject_kind=SUBJECT,
        subject_id=subject_id,
        after={
            **snapshot(request),
            "day": first.day.isoformat(),
            "work_ended_at": ended.isoformat(),
            "work_started_at": first.start.isoformat(),
            "rest_minutes": minutes,
            "rest_hours": rest.value,
            "managers": approvers_of_one(request.person_id, clock.today()).everybody(covered=False),
        },
    )


def _was_told(subject_id: int, day: str) -> bool:
    told = events_of(SUBJECT, subject_id).filter(kind=SHORT_REST)
    return any((event.after or {}).get("day") == day for event in told)
