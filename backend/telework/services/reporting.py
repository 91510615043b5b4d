"""Reports of telework days: written by the person, sent back or confirmed by whoever decides about the person."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import transaction

from core import clock
from core.interval import Interval
from core.refused import Refused
from core.revision import revisions
from telework.models import TeleworkRequest, WorkReport, WorkStretch
from telework.policies.forms import Origin
from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import Actor, RequestAction, RequestState
from telework.policies.work_device import minutes_apart, span_minutes
from telework.policies.work_report import Reported, ReportRules, report_refused
from telework.selectors.confirming import standing_towards
from telework.selectors.work import device_of, logs_of, rules_of
from telework.services.resting import warn_of_short_rest
from telework.services.transition import move, refuse_unless_possible
from telework.services.work import locked_with_person


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

    A day entered afterwards needs no start and end by the buttons: its report says both. Raises Refused
    (`overtime_not_ordered`, `overtime_unsaid`, `difference_unexplained`) and as `move` does.
    """
    request = locked_with_person(request_id)
    if _was_entered_afterwards(request):
        _begin_and_end(request, reported, actor, version)
        version = None
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


def confirm_reports(*, wanted: Sequence[tuple[int, int | None]], by: int | None) -> ManyConfirmed:
    """Confirm many, ids with the version seen, each on its own: one that is refused stops none of the others."""
    found = ManyConfirmed()
    for request_id, version in wanted:
        try:
            confirm_report(request_id=request_id, by=by, version=version)
        except Refused as refused:
            found.refused.append((request_id, refused))
        except TeleworkRequest.DoesNotExist:
            found.refused.append((request_id, Refused(RequestRefusal.NOT_YOURS_TO_DECIDE)))
        else:
            found.done.append(request_id)
    return found


def _decide(
    request_id: int, action: RequestAction, *, by: int | None, version: int | None, comment: str = ""
) -> TeleworkRequest:
    request = locked_with_person(request_id)
    report = WorkReport.objects.filter(request=request).first()
    standing = standing_towards(request, report, by, revisions())
    actor = Actor.ONESELF if by == request.person_id else Actor.APPROVER if standing else Actor.OTHER
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
    }
    return move(request, action, actor, version=version, more=more)


def _was_entered_afterwards(request: TeleworkRequest) -> bool:
    """Approved after a day on which nobody could press anything."""
    return request.origin == Origin.POST_HOC and request.state == RequestState.APPROVED and request.day < clock.today()


def _begin_and_end(request: TeleworkRequest, reported: Reported, actor: Actor, version: int | None) -> None:
    move(request, RequestAction.START, actor, version=version, more={"afterwards": True})
    WorkStretch.objects.create(request=request, started_at=reported.started_at, ended_at=reported.ended_at)
    move(request, RequestAction.END, actor, more={"afterwards": True})
