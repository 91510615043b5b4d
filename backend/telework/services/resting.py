"""Telling the person and the 所属長 that the rest between two working days was too short."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from audit.selectors import events_of
from audit.services import record
from core import clock
from core.locks import Locked, lock
from core.revision import revisions
from core.rules import Rule
from telework.models import TeleworkRequest
from telework.policies.record import PERFORMED
from telework.policies.rest import SHORT_REST, short_rest_minutes
from telework.selectors.approvers import approvers_of_one
from telework.selectors.work import Span, rules_of, spans_around, spans_of
from telework.services.transition import SUBJECT, snapshot

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _ShortNight:
    """A rest that was too short: when work ended, what began in the morning, and the requests of both days."""

    ended: datetime
    first: Span
    minutes: int
    of_evening: Sequence[int]
    of_morning: Sequence[int]


def warn_of_short_rest(request: TeleworkRequest, rest: Rule) -> None:
    """Record `telework.short_rest` where the rest before or after the work of this request was shorter than the rule's
    hours: once for a morning, whichever way it is found out.

    The end of work is what the report says, else the last stretch; the log of terminals counts as well, which knows
    of days at the office. The caller holds the person's lock.
    """
    if not rest.value:
        return
    for night in _short_nights(spans_around(request.person_id, request.day), request.day, rest.value):
        _warn(request, rest, night)


def warn_of_logged_rests(touched: Collection[tuple[int, date]]) -> None:
    """`warn_of_short_rest` for the telework on and beside the days of people whose log has been taken over.

    Takes the locks of those people who are told of. The lock of the import is held already, against the one order:
    nobody who holds a person waits for an import.
    """
    people, slow = {person_id for person_id, _ in touched}, revisions()
    days = {day + away for _, day in touched for away in (-_DAY, timedelta(0), _DAY)}
    spans = spans_of(people, days)
    performed = TeleworkRequest.objects.filter(person_id__in=people, day__in=days, state__in=PERFORMED)
    short: list[tuple[TeleworkRequest, Rule]] = []
    for request in performed.select_related("department").order_by("day", "pk"):
        if not any((request.person_id, request.day + away) in touched for away in (-_DAY, timedelta(0), _DAY)):
            continue
        rest = rules_of(request, slow).rest_hours
        if rest.value and _short_nights(spans.get(request.person_id, ()), request.day, rest.value):
            short.append((request, rest))
    if short:
        lock(*sorted({(Locked.PERSON, request.person_id) for request, _ in short}))
    for request, rest in short:
        warn_of_short_rest(request, rest)


def _short_nights(spans: Sequence[Span], day: date, rest_hours: int) -> list[_ShortNight]:
    """The nights before and after `day` that were too short."""
    before, on, after = ([one for one in spans if one.day == day + away] for away in (-_DAY, timedelta(0), _DAY))
    nights = (_short_night(before, on, rest_hours), _short_night(on, after, rest_hours))
    return [night for night in nights if night is not None]


def _short_night(evening: Sequence[Span], morning: Sequence[Span], rest_hours: int) -> _ShortNight | None:
    ended = max((one.end for one in evening if one.end is not None), default=None)
    first = min(morning, key=lambda one: one.start, default=None)
    if ended is None or first is None:
        return None
    minutes = short_rest_minutes(ended, first.start, rest_hours)
    return None if minutes is None else _ShortNight(ended, first, minutes, _requests(evening), _requests(morning))


def _requests(spans: Sequence[Span]) -> list[int]:
    return sorted(one.request_id for one in spans if one.request_id is not None)


def _warn(request: TeleworkRequest, rest: Rule, night: _ShortNight) -> None:
    day = night.first.day.isoformat()
    if _was_told([request.pk, *night.of_evening, *night.of_morning], day):
        return
    record(
        kind=SHORT_REST,
        subject_kind=SUBJECT,
        subject_id=next(iter(night.of_morning), request.pk),
        after={
            **snapshot(request),
            "day": day,
            "work_ended_at": night.ended.isoformat(),
            "work_started_at": night.first.start.isoformat(),
            "rest_minutes": night.minutes,
            "rest_hours": rest.value,
            "managers": approvers_of_one(request.person_id, clock.today()).everybody(covered=False),
        },
    )


def _was_told(request_ids: Sequence[int], day: str) -> bool:
    """Under any request of the two days: work that is logged later moves the morning from one to another."""
    told = (event for pk in sorted(set(request_ids)) for event in events_of(SUBJECT, pk).filter(kind=SHORT_REST))
    return any((event.after or {}).get("day") == day for event in told)
