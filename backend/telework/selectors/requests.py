"""Requests as they are shown, and who may read them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from core import clock
from core.fields import LARGEST_ID
from core.pagination import Key
from core.revision import Slow
from people.policies.roles import Role
from people.policies.visibility import Viewer
from plans.selectors.working_days import city_calendar
from telework.models import TeleworkRequest, WorkReport
from telework.policies.approving import Approvers, Standing, standing_of
from telework.policies.request_hours import working_day_after
from telework.policies.states import Actor, RequestAction, RequestState
from telework.policies.transitions import may_of
from telework.selectors.approvers import approvers_of
from telework.selectors.rules import rules_for

TO_REPORT = (RequestState.APPROVED, RequestState.STARTED, RequestState.PAUSED, RequestState.ENDED)


@dataclass(frozen=True, slots=True)
class ShownRequest:
    """A request with what its viewer may do, and the last day for its report while that is to come."""

    request: TeleworkRequest
    may: Sequence[RequestAction]
    report_due: date | None
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class RequestPages:
    """A list of requests in order of day and id, to be fetched page by page."""

    rows: "QuerySet[TeleworkRequest]"

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[TeleworkRequest]:
        """At most `limit` requests beyond the key `after`: core.pagination's fetch."""
        rows = self.rows
        if after is not None:
            day, number = after
            beyond = Q(day__lt=day) | Q(day=day, pk__lt=number)
            onward = Q(day__gt=day) | Q(day=day, pk__gt=number)
            rows = rows.filter(beyond if backwards else onward)
        return list(rows.order_by(*(("-day", "-pk") if backwards else ("day", "pk")))[:limit])

    @staticmethod
    def key(one: TeleworkRequest) -> Key:
        return one.day, one.pk


def with_everything(rows: "QuerySet[TeleworkRequest]") -> "QuerySet[TeleworkRequest]":
    """The requests with all that an answer says of them at hand; one query more for the stretches of work."""
    return rows.select_related(
        "person__department",
        "department",
        "decided_by__department",
        "decided_for__department",
        "report__confirmed_by__department",
    ).prefetch_related("stretches")


def requests_of(
    person_id: int, *, first: date | None = None, last: date | None = None, states: Collection[str] = ()
) -> RequestPages:
    """The person's own requests."""
    rows = with_everything(TeleworkRequest.objects.filter(person_id=person_id))
    if first is not None:
        rows = rows.filter(day__gte=first)
    if last is not None:
        rows = rows.filter(day__lte=last)
    if states:
        rows = rows.filter(state__in=states)
    return RequestPages(rows)


def request_by_id(request_id: int) -> TeleworkRequest | None:
    """One request with everything, whoever asks; None where nobody has this id."""
    if not 0 < request_id <= LARGEST_ID:
        return None
    return with_everything(TeleworkRequest.objects.filter(pk=request_id)).first()


def cover_since(request: TeleworkRequest, lineage: Sequence[int], slow: Mapping[Slow, int], today: date) -> bool:
    """Whether the request, or its report, has waited for so long that the next up may decide: `cover_after_days`."""
    days = rules_for(lineage, slow).cover_after_days.value
    since = _waits_since(request)
    if not days or since is None:
        return False
    is_working_day = city_calendar(slow[Slow.CALENDAR]).is_working_day
    return working_day_after(clock.city_day(since), days, is_working_day) < today


def _waits_since(request: TeleworkRequest) -> datetime | None:
    if request.state == RequestState.SUBMITTED:
        return request.submitted_at
    report: WorkReport | None = getattr(request, "report", None)
    return report.reported_at if report is not None and request.state == RequestState.REPORTED else None


def standing_towards(
    viewer_id: int | None, request: TeleworkRequest, approvers: Approvers, slow: Mapping[Slow, int], today: date
) -> Standing | None:
    """As what somebody decides about the request today; None for whoever does not."""
    covered = cover_since(request, approvers.lineage, slow, today)
    return standing_of(viewer_id, approvers, covered=covered)


def actor_towards(viewer_id: int | None, request: TeleworkRequest, standing: Standing | None) -> Actor:
    """As whom somebody acts on the request."""
    if viewer_id is not None and viewer_id == request.person_id:
        return Actor.ONESELF
    return Actor.APPROVER if standing is not None else Actor.OTHER


def may_read(viewer: Viewer, request: TeleworkRequest, approvers: Approvers) -> bool:
    """Whether the viewer may read the request with tasks, place, contact and comment.

    The person, whoever decides or would cover, whoever decided, and HR.
    """
    if viewer.person_id is not None and (
        viewer.person_id in (request.person_id, request.decided_by_id)
        or viewer.person_id in approvers.everybody(covered=True)
    ):
        return True
    return Role.HR in viewer.roles


def shown_requests(viewer: Viewer, requests: Iterable[TeleworkRequest], slow: Mapping[Slow, int]) -> list[ShownRequest]:
    """Requests as this viewer sees them; three queries for any number."""
    rows, today = list(requests), clock.today()
    others = {one.person_id for one in rows if one.person_id != viewer.person_id}
    approvers = approvers_of(others, today) if others else {}
    return [_shown(viewer, one, approvers.get(one.person_id), slow, today) for one in rows]


def shown_request(viewer: Viewer, request: TeleworkRequest, slow: Mapping[Slow, int]) -> ShownRequest:
    """One request as this viewer sees it."""
    return shown_requests(viewer, [request], slow)[0]


def _shown(
    viewer: Viewer, request: TeleworkRequest, approvers: Approvers | None, slow: Mapping[Slow, int], today: date
) -> ShownRequest:
    standing = None if approvers is None else standing_towards(viewer.person_id, request, approvers, slow, today)
    actor = actor_towards(viewer.person_id, request, standing)
    may = may_of(RequestState(request.state), actor, day=request.day, today=today)
    return ShownRequest(request, may, _report_due(request, slow), standing)


def _report_due(request: TeleworkRequest, slow: Mapping[Slow, int]) -> date | None:
    if request.state not in TO_REPORT:
        return None
    lineage = request.department.lineage if request.department else ()
    days = rules_for(lineage, slow).report_by_days.value
    return working_day_after(request.day, days, city_calendar(slow[Slow.CALENDAR]).is_working_day)
