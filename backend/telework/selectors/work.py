"""What was worked on a telework day, and what the log of terminals has of it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Min, Q

from core import clock
from core.interval import Interval
from core.revision import Slow
from plans.selectors.halves import half_days
from telework.models import DeviceLog, TeleworkRequest, WorkReport, WorkStretch
from telework.policies.record import PERFORMED
from telework.policies.rules import TeleworkRules
from telework.policies.states import RequestState
from telework.policies.work import Worked, WorkHours, likely_break_minutes, worked_minutes
from telework.policies.work_device import device_span, logged_window
from telework.selectors.rules import rules_for


@dataclass(frozen=True, slots=True)
class WorkOfDay:
    """The stretches of a request in order, the log of its day as far as it belongs to it, and what a report begins
    with. `device` runs from the first log-on to the last log-off.
    """

    stretches: Sequence[Worked]
    worked_minutes: int
    likely_break_minutes: int
    logged: Sequence[DeviceLog]
    device: Interval | None


@dataclass(frozen=True, slots=True)
class Span:
    """From when until when somebody worked on a day; `request_id` is None where only the log knows of it."""

    day: date
    start: datetime
    end: datetime | None
    request_id: int | None


def rules_of(request: TeleworkRequest, slow: dict[Slow, int]) -> TeleworkRules:
    """The rules of the request's department, which has to be at hand."""
    department = request.department
    lineage = () if department is None else (department.lineage or [department.pk])
    return rules_for(lineage, slow)


def work_hours(day: date, rules: TeleworkRules) -> WorkHours:
    """From when until when telework is possible on `day`."""
    between = Interval(clock.at(day, rules.earliest_time.value), clock.at(day, rules.latest_time.value))
    return WorkHours(between, rules.earliest_time, rules.latest_time)


def whole_day(day: date) -> Interval:
    """From midnight to midnight in the city."""
    return Interval(clock.day_start(day), clock.day_end(day))


def stretches_of(request_id: int) -> list[Worked]:
    """The stretches of one request in order of time."""
    rows = WorkStretch.objects.filter(request_id=request_id).order_by("started_at", "pk")
    return [Worked(started, ended) for started, ended in rows.values_list("started_at", "ended_at")]


def work_of(request: TeleworkRequest, slow: dict[Slow, int]) -> WorkOfDay:
    """What a report is written beside; two queries."""
    stretches = stretches_of(request.pk)
    halves = half_days(slow)
    noon = Interval(clock.at(request.day, halves.am_ends_at), clock.at(request.day, halves.pm_starts_at))
    logged = list(logs_of([request.person_id], [request.day]))
    return WorkOfDay(
        stretches=stretches,
        worked_minutes=worked_minutes(stretches, clock.now()),
        likely_break_minutes=likely_break_minutes(stretches, noon),
        logged=logged,
        device=device_of(request, logged),
    )


def logs_of(people: Iterable[int], days: Iterable[date]) -> Iterable[DeviceLog]:
    """The log of these people on these days, in order of time."""
    return DeviceLog.objects.filter(person_id__in=set(people), day__in=set(days)).order_by("logged_on_at", "pk")


def device_of(request: TeleworkRequest, logged: Iterable[DeviceLog]) -> Interval | None:
    """From the first log-on to the last log-off that belong to the request."""
    window = logged_window(request.unit, request.interval, whole_day(request.day))
    mine = [one for one in logged if one.person_id == request.person_id and one.day == request.day]
    return device_span((Interval(one.logged_on_at, one.logged_off_at) for one in mine), window)


def other_work_under_way(request: TeleworkRequest) -> int | None:
    """The id of another request of the same person and day whose work has begun and not ended."""
    under_way = [RequestState.STARTED.value, RequestState.PAUSED.value]
    others = TeleworkRequest.objects.filter(person_id=request.person_id, day=request.day, state__in=under_way)
    found: int | None = others.exclude(pk=request.pk).values_list("pk", flat=True).first()
    return found


def spans_around(person_id: int, day: date) -> list[Span]:
    """When somebody worked on `day`, the day before and the day after: `spans_of`."""
    return spans_of([person_id], [day - timedelta(days=1), day, day + timedelta(days=1)]).get(person_id, [])


def spans_of(person_ids: Collection[int], days: Collection[date]) -> dict[int, list[Span]]:
    """When these people worked on these days, by reports, else stretches, and by the log; by person, in no order.

    Three queries.
    """
    requests = TeleworkRequest.objects.filter(person_id__in=person_ids, day__in=days, state__in=PERFORMED)
    reported = {
        request_id: (start, end)
        for request_id, start, end in WorkReport.objects.filter(request__in=requests).values_list(
            "request_id", "started_at", "ended_at"
        )
    }
    worked = requests.annotate(
        first=Min("stretches__started_at"),
        last=Max("stretches__ended_at"),
        open=Max("stretches__pk", filter=Q(stretches__ended_at__isnull=True)),
    ).values_list("pk", "person_id", "day", "first", "last", "open")
    spans: dict[int, list[Span]] = {}
    for request_id, person_id, on, first, last, still_open in worked:
        start, end = reported.get(request_id, (first, None if still_open else last))
        if start is not None:
            spans.setdefault(person_id, []).append(Span(on, start, end, request_id))
    for one in logs_of(person_ids, days):
        spans.setdefault(one.person_id, []).append(Span(one.day, one.logged_on_at, one.logged_off_at, None))
    return spans
