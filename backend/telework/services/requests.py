"""Enter, change, submit, withdraw and cancel requests: what a person does with the own ones."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from audit.services import Happening, record, record_all
from core import clock
from core.constraints import violated_constraint
from core.interval import Interval
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from telework.models import ONE_REQUEST_AT_A_TIME, TeleworkRequest
from telework.policies.forms import Origin, Unit
from telework.policies.request_refusals import RequestRefusal
from telework.policies.request_rules import OtherRequest, another_request
from telework.policies.states import STANDING_REQUESTS, Actor, RequestAction, RequestState
from telework.selectors.approvers import approvers_of_one
from telework.selectors.judging import PersonDays, Wanted, person_days
from telework.services.holder import give_up, give_up_all
from telework.services.transition import (
    SUBJECT,
    Move,
    locked_request,
    locked_requests,
    move,
    move_all,
    refuse_unless_possible,
    snapshot,
)


@dataclass(frozen=True, slots=True)
class Content:
    """What a request says, beside its day. `hours` only for Unit.HOURS; an empty `shift` is the day's own."""

    unit: Unit
    form: str
    terminal: str
    treatment: str
    hours: tuple[time, time] | None = None
    place: str = ""
    shift: str = ""
    tasks: str = ""
    contact: str = ""
    documents: str = ""
    post_hoc_reason: str = ""

    @property
    def wanted(self) -> Wanted:
        """As the rules judge it."""
        return Wanted(
            self.unit,
            self.form,
            self.terminal,
            self.documents,
            self.shift,
            self.hours,
            post_hoc=bool(self.post_hoc_reason),
        )

    @property
    def recorded(self) -> Wanted:
        """As the rules judge it when a manager records it."""
        return replace(self.wanted, recorded=True)


@transaction.atomic
def enter_request(*, person_id: int, day: date, content: Content, submit: bool) -> TeleworkRequest:
    """Enter a request of one's own, as a draft or submitted at once.

    Raises Refused with the first rule in the way, or with the other request, trip or leave at that time.
    """
    lock((Locked.PERSON, person_id))
    days = person_days(person_id, [day], revisions())
    request = unsaved_request(days, person_id, day, content)
    if not submit:
        request.version = 1
        request.save()
        record(kind="telework.drafted", subject_kind=SUBJECT, subject_id=request.pk, after=snapshot(request))
        return request
    _refuse_unless_decided(person_id)
    if refused := days.judge_stretch(day, request.interval, request.shift, content.wanted).refused:
        raise refused
    with one_at_a_time(request):
        return move(request, RequestAction.SUBMIT, Actor.ONESELF)


@transaction.atomic
def enter_many(*, person_id: int, days: Sequence[date], content: Content) -> list[TeleworkRequest]:
    """Submit a request for each of these days, or none: they share a `series`.

    Each day counts for the limits of those after it. Raises Refused (`series_not_possible`) that names every day which
    cannot be had, with its own refusal.
    """
    lock((Locked.PERSON, person_id))
    _refuse_unless_decided(person_id)
    around = person_days(person_id, days, revisions())
    refused: list[dict[str, Any]] = []
    series = uuid4()
    requests = []
    for day in sorted(set(days)):
        judged = around.judge(day, content.wanted)
        if judged.refused is not None:
            refused.append({"day": day, "refusal": judged.refused})
            continue
        around.take(judged)
        requests.append(unsaved_request(around, person_id, day, content, series=series))
    if refused:
        raise Refused(RequestRefusal.SERIES_NOT_POSSIBLE, {"dates": refused})
    together = len(requests) > 1
    with one_at_a_time(*requests):
        move_all(
            [
                Move(one, RequestAction.SUBMIT, Actor.ONESELF, more={"in_many": True} if together else {})
                for one in requests
            ]
        )
    if together:
        _tell_of_many("telework.requested_many", requests)
    return requests


@transaction.atomic
def change_request(
    *, request_id: int, actor: Actor, day: date, content: Content, version: int | None = None
) -> TeleworkRequest:
    """Change what a draft or a returned request says. Raises Refused; nothing is judged before it is submitted."""
    request = _locked_of_person(request_id)
    refuse_unless_possible(request, RequestAction.EDIT, actor, version=version)
    around = person_days(request.person_id, [day], revisions(), but=[request_id])
    fresh = unsaved_request(around, request.person_id, day, content)
    for name in _CONTENT:
        setattr(request, name, getattr(fresh, name))
    return move(request, RequestAction.EDIT, actor)


@transaction.atomic
def submit_request(*, request_id: int, actor: Actor, version: int | None = None) -> TeleworkRequest:
    """Submit a draft, or one that was returned. Raises Refused as `enter_request`."""
    request = _locked_of_person(request_id)
    refuse_unless_possible(request, RequestAction.SUBMIT, actor, version=version)
    _refuse_unless_decided(request.person_id)
    around = person_days(request.person_id, [request.day], revisions(), but=[request_id])
    wanted = Wanted(
        Unit(request.unit),
        request.form,
        request.terminal,
        request.documents,
        request.shift,
        post_hoc=request.origin == Origin.POST_HOC,
    )
    if refused := around.judge_stretch(request.day, request.interval, request.shift, wanted).refused:
        raise refused
    with one_at_a_time(request):
        return move(request, RequestAction.SUBMIT, actor)


@transaction.atomic
def withdraw_request(
    *, request_id: int, actor: Actor, version: int | None = None, comment: str = ""
) -> TeleworkRequest:
    """Take back what has not been decided yet. Raises Refused where it has."""
    request = _locked_of_person(request_id)
    return move(request, RequestAction.WITHDRAW, actor, version=version, more=_said(comment))


@transaction.atomic
def cancel_request(*, request_id: int, actor: Actor, version: int | None = None, comment: str = "") -> TeleworkRequest:
    """Give up an approved day before it begins; its stretch of the ledger is free again. Raises Refused."""
    request = _locked_of_person(request_id)
    move(request, RequestAction.CANCEL, actor, version=version, more=_said(comment))
    give_up(request_id)
    return request


@transaction.atomic
def withdraw_series(*, person_id: int, series: UUID) -> list[TeleworkRequest]:
    """Withdraw or cancel what is still to come of a series; what has begun, was decided otherwise or is over stays."""
    lock((Locked.PERSON, person_id))
    rows = TeleworkRequest.objects.filter(person_id=person_id, series=series, day__gte=clock.today())
    ids = list(rows.filter(state__in=_TO_COME).values_list("pk", flat=True))
    requests = locked_requests(ids)
    actions = {one.pk: _TO_COME[RequestState(one.state)] for one in requests if one.state in _TO_COME}
    going = [one for one in requests if one.pk in actions]
    more = {"in_many": True} if len(going) > 1 else {}
    move_all([Move(one, actions[one.pk], Actor.ONESELF, more=more) for one in going])
    give_up_all([pk for pk, action in actions.items() if action is RequestAction.CANCEL])
    if len(going) > 1:
        _tell_of_many("telework.withdrawn_many", going)
    return going


_TO_COME: Mapping[RequestState, RequestAction] = {
    RequestState.DRAFT: RequestAction.WITHDRAW,
    RequestState.SUBMITTED: RequestAction.WITHDRAW,
    RequestState.RETURNED: RequestAction.WITHDRAW,
    RequestState.APPROVED: RequestAction.CANCEL,
}
_CONTENT = (
    "day",
    "during",
    "unit",
    "form",
    "place",
    "shift",
    "tasks",
    "contact",
    "terminal",
    "documents",
    "treatment",
    "origin",
    "post_hoc_reason",
    "department",
)


def unsaved_request(
    around: PersonDays, person_id: int, day: date, content: Content, *, series: UUID | None = None
) -> TeleworkRequest:
    """The wish as a draft without a row; its version is the one before the first."""
    judged = around.judge(day, content.wanted)
    return TeleworkRequest(
        person_id=person_id,
        department=around.facts.department(day),
        day=day,
        during=judged.during.as_range(),
        unit=content.unit.value,
        form=content.form,
        place=content.place,
        shift=judged.shift,
        tasks=content.tasks,
        contact=content.contact,
        terminal=content.terminal,
        documents=content.documents,
        treatment=content.treatment,
        origin=(Origin.POST_HOC if content.post_hoc_reason else Origin.REQUEST).value,
        post_hoc_reason=content.post_hoc_reason,
        series=series,
        state=RequestState.DRAFT.value,
        created_at=clock.now(),
        created_by_id=person_id,
        version=0,
    )


def _locked_of_person(request_id: int) -> TeleworkRequest:
    person_id = TeleworkRequest.objects.only("person_id").get(pk=request_id).person_id
    lock((Locked.PERSON, person_id))
    return locked_request(request_id)


def _refuse_unless_decided(person_id: int) -> None:
    if not approvers_of_one(person_id, clock.today()).managers:
        raise Refused(RequestRefusal.NOBODY_DECIDES)


def _said(comment: str) -> dict[str, Any]:
    return {"said": comment} if comment else {}


def _tell_of_many(kind: str, requests: Sequence[TeleworkRequest]) -> None:
    first = requests[0]
    after = {
        "person": first.person_id,
        "days": [one.day.isoformat() for one in requests],
        "requests": [one.pk for one in requests],
        "form": first.form,
        "unit": first.unit,
        "department": first.department_id,
        "department_name": first.department.name if first.department else "",
        "approvers": approvers_of_one(first.person_id, clock.today()).everybody(covered=False),
    }
    record_all([Happening(kind=kind, subject_kind=SUBJECT, subject_id=first.pk, after=after)])


@contextmanager
def one_at_a_time(*requests: TeleworkRequest) -> Iterator[None]:
    """Turn the database's own refusal of two requests at a time into ours, with the other one named."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if violated_constraint(error) != ONE_REQUEST_AT_A_TIME:
            raise
        for one in requests:
            if other := _standing_at(one.person_id, one.interval, one.pk):
                raise another_request(other) from error
        raise


def _standing_at(person_id: int, during: Interval, but: int | None) -> OtherRequest | None:
    rows = TeleworkRequest.objects.filter(
        person_id=person_id, during__overlap=during.as_range(), state__in=STANDING_REQUESTS
    ).exclude(pk__in=[] if but is None else [but])
    other = rows.order_by("during").first()
    return None if other is None else OtherRequest(other.pk, other.day, other.interval, other.form, other.state)
