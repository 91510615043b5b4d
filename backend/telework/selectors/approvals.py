"""What waits for somebody's decision: requests and reports, as 所属長, delegate or cover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from core.pagination import Key
from core.revision import Slow
from people.models import Person, Post
from telework.models import TeleworkRequest
from telework.policies.approving import Standing
from telework.policies.forms import DecidedAs
from telework.policies.states import RequestState
from telework.selectors.approvers import approvers_of, delegations_to_approve, posts_on
from telework.selectors.requests import RequestPages, standing_towards, with_everything


@dataclass(frozen=True, slots=True)
class LatestFirst:
    """Requests with the latest day first, to be fetched page by page."""

    rows: "QuerySet[TeleworkRequest]"

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[TeleworkRequest]:
        """At most `limit` requests beyond the key `after`: core.pagination's fetch."""
        return RequestPages(self.rows).fetch(after, not backwards, limit)

    @staticmethod
    def key(one: TeleworkRequest) -> Key:
        return RequestPages.key(one)


def waiting_requests(person_id: int, slow: Mapping[Slow, int], today: date) -> dict[int, Standing]:
    """The submitted requests about which this person may decide now, by id, with as what; four queries.

    One query for whoever decides about nobody.
    """
    return _about(person_id, RequestState.SUBMITTED, slow, today)


def waiting_reports(person_id: int, slow: Mapping[Slow, int], today: date) -> dict[int, Standing]:
    """The reports that this person may confirm now, by the id of the request."""
    return _about(person_id, RequestState.REPORTED, slow, today)


def pages_of(waiting: Mapping[int, Standing], *, delegated: bool | None = None) -> RequestPages:
    """Those of `waiting` in order of day; `delegated` chooses those decided in another's name, or the others."""
    chosen = [
        pk
        for pk, standing in waiting.items()
        if delegated is None or (standing.decided_as is DecidedAs.DELEGATE) is delegated
    ]
    return RequestPages(with_everything(TeleworkRequest.objects.filter(pk__in=chosen)))


def decided_pages(person_id: int) -> LatestFirst:
    """What this person has decided, the latest day first."""
    return LatestFirst(with_everything(TeleworkRequest.objects.filter(decided_by_id=person_id, order__isnull=True)))


def people_by_id(person_ids: set[int]) -> dict[int, Person]:
    """These people with their departments."""
    return {one.pk: one for one in Person.objects.select_related("department").filter(pk__in=person_ids)}


def _about(person_id: int, state: RequestState, slow: Mapping[Slow, int], today: date) -> dict[int, Standing]:
    given = delegations_to_approve(today).filter(delegate_id=person_id).values("delegator_id")
    managing = posts_on(today).filter(Q(person_id=person_id) | Q(person_id__in=given), manages=True)
    departments = list(managing.values_list("department_id", flat=True))
    if not departments:
        return {}
    below = posts_on(today).filter(kind=Post.Kind.MAIN, department__lineage__overlap=departments)
    rows = list(
        TeleworkRequest.objects.filter(state=state, person_id__in=below.values("person_id"))
        .exclude(person_id=person_id)
        .select_related("department", "report")
    )
    approvers = approvers_of({one.person_id for one in rows}, today) if rows else {}
    found = {one.pk: standing_towards(person_id, one, approvers[one.person_id], slow, today) for one in rows}
    return {pk: standing for pk, standing in found.items() if standing is not None}
