"""Reports of telework days: written by the person, sent back or confirmed by whoever decides about the person."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from audit.services import record
from core import clock
from core.interval import Interval
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from telework.models import TeleworkRequest, WorkReport
from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import Actor, RequestAction
from telework.policies.work_device import minutes_apart, span_minutes
from telework.policies.work_report import Reported, ReportRules, report_refused
from telework.selectors.approvers import approvers_of_one
from telework.selectors.requests import actor_towards, standing_towards
from telework.selectors.work import device_of, logs_of, rules_of
from telework.services.resting import warn_of_short_rest
from telework.services.transition import SUBJECT, move, refuse_unless_possible
from telework.services.work import locked_with_person

CONFIRMED_MANY = "telework.confirmed_many"


@dataclass(slots=True)
class ManyConfirmed:
    """Which requests were confirmed, and why each of the others was not."""

    done: list[int] = field(default_factory=list)
    refused: list[tuple[int, Refused]] = field(default_factory=list)


@transaction.atomic
def report_work(
    *, request_id: int, reported: Reported, actor: Actor = Actor.ONESELF, version: int | None = None
) -> TeleworkRequest:
    """Report a day that has ended; what cannot be (policies.work_report.report_faults) has been refused before.

    Raises Refused (`overtime_not_ordered`, `overtime_unsaid`, `difference_unexplained`) and as `move` does. A day that
    was entered afterwards has no stretches: its report alone says when it was.
    """
    request = locked_with_person(request_id)
    refuse_unless_possible(request, RequestAction.REPORT, actor, version=version)
    rules = rules_of(request, revisions())
    device = device_of(request, logs_of([request.person_id], [request.day]))
    apart = minutes_apart(Interval(reported.started_at, reported.ended_at), device)
    held_to = ReportRules(rules.overtime, rules.day_minutes, rules.difference_minutes)
    if refused := report_refused(reported, held_to, difference_minutes=apart):
        raise refused
    WorkReport.objects.update_or_create(
        request=request,
        defaults={
            "started_at": reported.started_at,
            "ended_at": reported.ended_at,
            "break_minutes": reported.break_minutes,
            "tasks_done": reported.tasks_done,
            "overtime_minutes": reported.overtime_minutes,
            "overtime_ordered": reported.overtime_ordered,
            "explanation": reported.explanation,
            "device_minutes": span_minutes(device),
            "difference_minutes": apart,
            "reported_at": clock.now(),
            "comment": "",
        },
    )
    more = {"worked_minutes": reported.worked_minutes, "difference_minutes": apart}
    move(request, RequestAction.REPORT, actor, version=version, more=more)
    warn_of_short_rest(request, rules.rest_hours)
    return request


@transaction.atomic
def confirm_report(*, request_id: int, by: int | None, version: int | None = None) -> TeleworkRequest:
    """Confirm a report as the manager, a delegate or whoever covers for the manager, and say as which.

    Raises Refused as `move` does: `own_request`, `not_yours_to_decide`, `wrong_state`, `telework_changed`.
    """
    return _decide(request_id, RequestAction.CONFIRM, by=by, version=version)


@transaction.atomic
def send_report_back(*, request_id: int, by: int | None, comment: str, version: int | None = None) -> TeleworkRequest:
    """Ask for the report to be written anew. Raises Refused as `confirm_report`, and `comment_needed`."""
    return _decide(request_id, RequestAction.SEND_BACK, by=by, comment=comment, version=version)


@transaction.atomic
def confirm_reports(*, wanted: Sequence[tuple[int, int | None]], by: int | None) -> ManyConfirmed:
    """Confirm many, ids with the version seen: one that is refused stops none of the others.

    One event tells of all of them (`telework.confirmed_many`); each one's own is marked as one of many.
    """
    people = TeleworkRequest.objects.filter(pk__in=[one for one, _ in wanted]).values_list("person_id", flat=True)
    lock(*((Locked.PERSON, person_id) for person_id in people))
    found, confirmed = ManyConfirmed(), []
    for request_id, version in wanted:
        try:
            with transaction.atomic():
                confirmed.append(_decide(request_id, RequestAction.CONFIRM, by=by, version=version, in_many=True))
        except Refused as refused:
            found.refused.append((request_id, refused))
        except TeleworkRequest.DoesNotExist:
            found.refused.append((request_id, Refused(RequestRefusal.NOT_YOURS_TO_DECIDE)))
    found.done = [one.pk for one in confirmed]
    if confirmed:
        _record_many(confirmed)
    return found


def _decide(
    request_id: int,
    action: RequestAction,
    *,
    by: int | None,
    version: int | None,
    comment: str = "",
    in_many: bool = False,
) -> TeleworkRequest:
    request = locked_with_person(request_id)
    report = WorkReport.objects.filter(request=request).first()
    today = clock.today()
    standing = standing_towards(by, request, approvers_of_one(request.person_id, today), revisions(), today)
    actor = actor_towards(by, request, standing)
    refuse_unless_possible(request, action, actor, version=version)
    if action is RequestAction.SEND_BACK and not comment.strip():
        raise Refused(RequestRefusal.COMMENT_NEEDED)
    if report is None or standing is None:
        raise LookupError(f"request {request_id} is reported and has no report")
    if action is RequestAction.CONFIRM:
        report.confirmed_at = clock.now()
        report.confirmed_by_id = by
        report.confirmed_as = standing.decided_as.value
        report.confirmed_for_id = standing.decided_for
    report.comment = comment
    report.save()
    more = {
        "confirmed_by": by,
        "confirmed_as": standing.decided_as.value,
        "confirmed_for": standing.decided_for,
        "comment": comment,
        **({"in_many": True} if in_many else {}),
    }
    return move(request, action, actor, version=version, more=more)


def _record_many(confirmed: Sequence[TeleworkRequest]) -> None:
    days: dict[str, list[str]] = {}
    for one in confirmed:
        days.setdefault(str(one.person_id), []).append(one.day.isoformat())
    record(
        kind=CONFIRMED_MANY,
        subject_kind=SUBJECT,
        subject_id=confirmed[0].pk,
        after={
            "people": sorted({one.person_id for one in confirmed}),
            "days": days,
            "requests": [one.pk for one in confirmed],
            "comment": "",
        },
    )
