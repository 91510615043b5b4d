"""Fill working days with made-up telework around what people have planned themselves, and let it go on."""

import datetime as dt
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from core import clock
from core.copying import copy_rows
from core.interval import Interval
from core.revision import revisions
from demonstration.models import TeleworkDay
from demonstration.policies.telework import (
    BREAK_MINUTES,
    RANK,
    DrawnTelework,
    WorkOutcome,
    telework_on,
    usual_shift,
    work_outcome,
)
from demonstration.services.filling import days_to_fill, staff_on
from people.demonstration import CAST
from people.models import Post
from people.selectors.demonstration import played_by
from plans.models import AttendancePlan
from plans.policies.half_days import HalfDays
from plans.policies.shifts import half_hours
from plans.selectors.halves import half_days
from plans.selectors.working_days import city_calendar
from telework.models import Registration, TeleworkRequest, WorkReport, WorkStretch
from telework.policies.forms import DecidedAs, Origin, Terminal, Treatment
from telework.policies.states import RegistrationState
from telework.services.holder import holder_of, place_of

MORE_DAYS_BEFORE = 5
"""Working days before those that are filled with bookings too."""
NEXT_MORNING, CONFIRMED_AT = dt.time(8, 45), dt.time(9, 30)
CONFIRMED_AFTER = 2
"""Working days after which the manager has looked at a report."""
DECIDED_BEFORE, SUBMITTED_BEFORE = dt.timedelta(days=3), dt.timedelta(days=4)


def fill_telework(today: dt.date) -> None:
    """Fill the days that are not filled yet, each in its own transaction; two weeks back when there are none."""
    filled = set(TeleworkDay.objects.values_list("day", flat=True))
    days = days_to_fill(today)
    if not filled:
        days = [*_working_days_before(days[0], MORE_DAYS_BEFORE), *days]
    managers = managers_of_departments()
    registered, players = _registered(), _players()
    for day in days:
        if day not in filled:
            _fill(day, managers, registered - players if day >= today else registered)


@transaction.atomic
def _fill(day: dt.date, managers: Mapping[int, int], registered: frozenset[int]) -> None:
    now, halves = clock.now(), half_days(revisions())
    busy = set(AttendancePlan.objects.filter(day=day, withdrawn_at__isnull=True).values_list("person_id", flat=True))
    later = _later(day)
    requests: list[TeleworkRequest] = []
    outcomes: list[WorkOutcome] = []
    for department_id, people in staff_on(day).items():
        for person_id in people:
            drawn = telework_on(person_id, day)
            if drawn is None or person_id in busy or person_id not in registered:
                continue
            during = _during(drawn, person_id, day, halves)
            stands = work_outcome(
                person_id=person_id, during=during, now=now, next_morning=later[0], confirmed_on=later[1]
            )
            decider = managers.get(department_id)
            requests.append(_request(drawn, person_id, department_id, day, during, stands, decider))
            outcomes.append(stands)
    copy_rows(requests)
    copy_rows([_claim(request) for request in requests])
    worked = list(zip(requests, outcomes, strict=True))
    copy_rows([row for request, stands in worked for row in _stretches(request, stands)])
    copy_rows([row for request, stands in worked for row in _reports(request, stands)])
    TeleworkDay.objects.create(
        day=day, request_ids=[request.pk for request in requests], settled=later[1] + dt.timedelta(days=1) <= now
    )


def settle_telework(today: dt.date) -> int:
    """Bring the days that have begun up to now, each in its own transaction; answers how many requests moved on."""
    days = TeleworkDay.objects.filter(settled=False, day__lte=today).order_by("day")
    return sum(_settle(filled.pk) for filled in days)


@transaction.atomic
def _settle(filled_id: int) -> int:
    """A request that somebody has changed meanwhile is further or elsewhere, and stays as that person left it."""
    filled = TeleworkDay.objects.select_for_update().get(pk=filled_id)
    now, later = clock.now(), _later(filled.day)
    rows = TeleworkRequest.objects.select_for_update(of=("self",), skip_locked=True)
    changed: list[tuple[TeleworkRequest, WorkOutcome]] = []
    for request in rows.filter(pk__in=filled.request_ids, state__in=RANK):
        stands = work_outcome(
            person_id=request.person_id,
            during=request.interval,
            now=now,
            next_morning=later[0],
            confirmed_on=later[1],
        )
        if RANK[stands.state] > RANK[request.state]:
            changed.append((request, stands))
    _write(changed)
    if later[1] + dt.timedelta(days=1) <= now:
        filled.settled = True
        filled.save(update_fields=["settled"])
    return len(changed)


def _write(changed: Sequence[tuple[TeleworkRequest, WorkOutcome]]) -> None:
    requests = [request for request, _stands in changed]
    begun = set(WorkStretch.objects.filter(request__in=requests).values_list("request_id", flat=True))
    reported = set(WorkReport.objects.filter(request__in=requests).values_list("request_id", flat=True))
    for request, stands in changed:
        request.state, request.version = stands.state, request.version + 1
        if request.pk in begun and stands.ended_at:
            open_ones = WorkStretch.objects.filter(request=request, ended_at__isnull=True)
            open_ones.filter(started_at__lte=stands.ended_at).update(ended_at=stands.ended_at)
        if request.pk in reported and stands.confirmed_at:
            WorkReport.objects.filter(request=request).update(
                confirmed_at=stands.confirmed_at,
                confirmed_by=request.decided_by_id,
                confirmed_as=DecidedAs.MANAGER.value,
            )
    TeleworkRequest.objects.bulk_update(requests, ["state", "version"])
    WorkStretch.objects.bulk_create(
        row for request, stands in changed if request.pk not in begun for row in _stretches(request, stands)
    )
    WorkReport.objects.bulk_create(
        row for request, stands in changed if request.pk not in reported for row in _reports(request, stands)
    )


def _request(
    drawn: DrawnTelework,
    person_id: int,
    department_id: int,
    day: dt.date,
    during: Interval,
    stands: WorkOutcome,
    decider: int | None,
) -> TeleworkRequest:
    morning = clock.at(day, CONFIRMED_AT)
    return TeleworkRequest(
        person_id=person_id,
        department_id=department_id,
        day=day,
        during=during.as_range(),
        unit=drawn.unit,
        form=drawn.form,
        shift=usual_shift(person_id),
        tasks=drawn.tasks,
        terminal=Terminal.OWN_OFFICE.value,
        treatment=Treatment.DUTY.value,
        origin=Origin.REQUEST.value,
        state=stands.state,
        created_at=morning - SUBMITTED_BEFORE,
        created_by_id=person_id,
        submitted_at=morning - SUBMITTED_BEFORE,
        decided_at=morning - DECIDED_BEFORE,
        decided_by_id=decider,
        decided_as=DecidedAs.MANAGER.value,
    )


def _claim(request: TeleworkRequest) -> AttendancePlan:
    holder = holder_of(request.pk)
    return AttendancePlan(
        person_id=request.person_id,
        day=request.day,
        during=request.during,
        place=place_of(request.form).value,
        holder_kind=holder.kind,
        holder_id=holder.id,
    )


def _stretches(request: TeleworkRequest, stands: WorkOutcome) -> list[WorkStretch]:
    """The one stretch of work, once it has begun."""
    if stands.started_at is None:
        return []
    return [WorkStretch(request_id=request.pk, started_at=stands.started_at, ended_at=stands.ended_at)]


def _reports(request: TeleworkRequest, stands: WorkOutcome) -> list[WorkReport]:
    """The report, once there is one."""
    if stands.started_at is None or stands.ended_at is None or stands.reported_at is None:
        return []
    confirmed = {"confirmed_by_id": request.decided_by_id, "confirmed_as": DecidedAs.MANAGER.value}
    report = WorkReport(
        request_id=request.pk,
        started_at=stands.started_at,
        ended_at=stands.ended_at,
        break_minutes=BREAK_MINUTES if request.unit == "full" else 0,
        tasks_done=f"{request.tasks}を終えました。",
        reported_at=stands.reported_at,
        confirmed_at=stands.confirmed_at,
        **(confirmed if stands.confirmed_at else {}),
    )
    return [report]


def _during(drawn: DrawnTelework, person_id: int, day: dt.date, halves: HalfDays) -> Interval:
    am, pm = half_hours(day, usual_shift(person_id), halves, clock.city_zone())
    return {"am": am, "pm": pm}.get(drawn.unit, Interval(am.start, pm.end))


def _later(day: dt.date) -> tuple[datetime, datetime]:
    """The next morning of work, and when the manager has looked at it."""
    ahead = city_calendar().working_days_from(day + dt.timedelta(days=1), CONFIRMED_AFTER)
    return clock.at(ahead[0], NEXT_MORNING), clock.at(ahead[-1], CONFIRMED_AT)


def _working_days_before(day: dt.date, count: int) -> list[dt.date]:
    calendar = city_calendar()
    back = (day - dt.timedelta(days=number) for number in range(1, 3 * count + 14))
    return sorted([one for one in back if calendar.is_working_day(one)][:count])


def managers_of_departments() -> dict[int, int]:
    """The person who leads it, by department id."""
    rows = Post.objects.filter(manages=True, active_to__isnull=True).order_by("-person__number")
    return dict(rows.values_list("department_id", "person_id"))


def _players() -> frozenset[int]:
    """Those one signs in as: they plan their coming days themselves."""
    accounts = (played_by(part) for part in CAST)
    return frozenset(account.person_id for account in accounts if account and account.person_id)


def _registered() -> frozenset[int]:
    rows = Registration.objects.filter(state=RegistrationState.APPROVED)
    return frozenset(rows.values_list("person_id", flat=True))
