"""The one place in which a request changes its state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F

from audit.services import Happening, record_all
from core import clock
from telework.models import TeleworkRequest
from telework.policies.forms import DecidedAs
from telework.policies.states import Actor, RequestAction, RequestState
from telework.policies.transitions import next_state, transition_refused, version_refused
from telework.selectors.approvers import approvers_of

SUBJECT = "telework_request"

EVENTS: Mapping[RequestAction, str] = {
    RequestAction.EDIT: "telework.edited",
    RequestAction.SUBMIT: "telework.requested",
    RequestAction.WITHDRAW: "telework.withdrawn",
    RequestAction.APPROVE: "telework.approved",
    RequestAction.RETURN: "telework.returned",
    RequestAction.REJECT: "telework.rejected",
    RequestAction.CANCEL: "telework.cancelled",
    RequestAction.REVOKE: "telework.revoked",
    RequestAction.START: "telework.started",
    RequestAction.PAUSE: "telework.paused",
    RequestAction.RESUME: "telework.resumed",
    RequestAction.END: "telework.ended",
    RequestAction.REPORT: "telework.reported",
    RequestAction.CONFIRM: "telework.confirmed",
    RequestAction.SEND_BACK: "telework.sent_back",
    RequestAction.LAPSE: "telework.not_performed",
}
_TELLS_APPROVERS = frozenset({RequestAction.SUBMIT, RequestAction.REPORT})
_OVER = frozenset(
    {
        RequestState.WITHDRAWN,
        RequestState.CANCELLED,
        RequestState.REVOKED,
        RequestState.REJECTED,
        RequestState.NOT_PERFORMED,
    }
)


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decides, as what, for whom, and what is said."""

    person_id: int | None
    decided_as: DecidedAs
    decided_for: int | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """One action on one request whose row the caller has locked; `more` goes into the event."""

    request: TeleworkRequest
    action: RequestAction
    actor: Actor
    version: int | None = None
    decision: Decision | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


def locked_request(request_id: int) -> TeleworkRequest:
    """The request with its row locked to the end of the transaction, person and department at hand.

    Raises DoesNotExist. Whoever also takes advisory locks takes them first.
    """
    return locked_requests([request_id])[0]


def locked_requests(request_ids: Sequence[int]) -> list[TeleworkRequest]:
    """These requests, their rows locked in the order of their ids. Raises DoesNotExist when one is not there."""
    rows = (
        TeleworkRequest.objects.select_for_update(of=("self",))
        .select_related("person__department", "department")
        .filter(pk__in=request_ids)
        .order_by("pk")
    )
    found = list(rows)
    if len(found) != len(set(request_ids)):
        raise TeleworkRequest.DoesNotExist
    return found


def refuse_unless_possible(
    request: TeleworkRequest, action: RequestAction, actor: Actor, *, version: int | None = None
) -> None:
    """Raise Refused where the table has no such transition, or where the version seen is not the one that stands.

    Facts: `state`, the one the request has now.
    """
    state = RequestState(request.state)
    if refused := transition_refused(state, action, actor) or version_refused(state, request.version, version):
        raise refused


def move(
    request: TeleworkRequest,
    action: RequestAction,
    actor: Actor,
    *,
    version: int | None = None,
    decision: Decision | None = None,
    more: Mapping[str, Any] | None = None,
) -> TeleworkRequest:
    """Bring `request`, whose row the caller has locked, to its next state, and record the event.

    Writes state, version, the times and the decision; every other field that the caller has set on `request` goes into
    the same statement; one without a row yet gets it. `version` is what the actor saw (None: not said).
    Raises Refused (`wrong_state`, `telework_changed`, `own_request`, `not_yours_to_decide`, `only_oneself`).
    """
    move_all([Move(request, action, actor, version, decision, more or {})])
    return request


def move_all(moves: Sequence[Move]) -> None:
    """Make several moves of one act, each as `move` would; few statements. Raises at the first refusal."""
    now = clock.now()
    for one in moves:
        refuse_unless_possible(one.request, one.action, one.actor, version=one.version)
    before = [None if one.request.pk is None else RequestState(one.request.state) for one in moves]
    for one in moves:
        _change(one, now)
    _write(moves)
    told = _approvers([one for one in moves if one.action in _TELLS_APPROVERS])
    record_all(
        [
            happening(one.action, one.request, before=state, **{**told.get(one.request.pk, {}), **one.more})
            for one, state in zip(moves, before, strict=True)
        ]
    )


def happening(
    action: RequestAction, request: TeleworkRequest, *, before: RequestState | None, **more: Any
) -> Happening:
    """What the event log keeps of `action` on a request as it is now."""
    return Happening(
        kind=EVENTS[action],
        subject_kind=SUBJECT,
        subject_id=request.pk,
        before=None if before is None else {"state": before.value},
        after={**snapshot(request), **more},
    )


def snapshot(request: TeleworkRequest) -> dict[str, Any]:
    """A request as events show it: nothing of tasks, place and contact, which are for few."""
    during = request.interval
    return {
        "person": request.person_id,
        "day": request.day.isoformat(),
        "start": during.start.isoformat(),
        "end": during.end.isoformat(),
        "unit": request.unit,
        "form": request.form,
        "state": request.state,
        "origin": request.origin,
        "department": request.department_id,
        "department_name": request.department.name if request.department else "",
        "series": None if request.series is None else str(request.series),
        "order": request.order_id,
        "decided_by": request.decided_by_id,
        "decided_as": request.decided_as,
        "decided_for": request.decided_for_id,
        "comment": request.comment,
    }


WRITTEN_AT_ONCE = 500
_SUBMITTED = ("submitted_at", "comment")
_DECIDED = ("decided_at", "decided_by_id", "decided_as", "decided_for_id", "comment")


def _write(moves: Sequence[Move]) -> None:
    """Insert those that are new, change the others: those that change alike in one statement."""
    if len(moves) == 1:
        moves[0].request.save()
        return
    new = [one.request for one in moves if one.request.pk is None]
    alike: dict[tuple[str, bool, Decision | None], list[TeleworkRequest]] = {}
    for one in moves:
        if one.request.pk is not None:
            key = (one.request.state, one.action is RequestAction.SUBMIT, one.decision)
            alike.setdefault(key, []).append(one.request)
    TeleworkRequest.objects.bulk_create(new, batch_size=WRITTEN_AT_ONCE)
    for key, requests in alike.items():
        submitted, decided = key[1], key[2] is not None
        names = ["state", "ended_at", *(_SUBMITTED if submitted else ()), *(_DECIDED if decided else ())]
        values = {name: getattr(requests[0], name) for name in names}
        rows = TeleworkRequest.objects.filter(pk__in=[one.pk for one in requests])
        rows.update(version=F("version") + 1, **values)


def _change(one: Move, now: datetime) -> None:
    request = one.request
    request.state = next_state(RequestState(request.state), one.action).value
    request.version += 1
    if one.action is RequestAction.SUBMIT:
        request.submitted_at = now
        request.comment = ""
    if RequestState(request.state) in _OVER:
        request.ended_at = now
    if one.decision is not None:
        request.decided_at = now
        request.decided_by_id = one.decision.person_id
        request.decided_as = one.decision.decided_as.value
        request.decided_for_id = one.decision.decided_for
        request.comment = one.decision.comment


def _approvers(moves: Sequence[Move]) -> dict[int, dict[str, Any]]:
    if not moves:
        return {}
    found = approvers_of({one.request.person_id for one in moves}, clock.today())
    return {one.request.pk: {"approvers": found[one.request.person_id].everybody(covered=False)} for one in moves}
