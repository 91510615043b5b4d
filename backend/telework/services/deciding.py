"""Approve, return, reject and revoke: one request, or many of which each stands by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from audit.services import record
from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from telework.models import TeleworkRequest
from telework.policies.request_refusals import RequestRefusal
from telework.policies.states import Actor, RequestAction
from telework.selectors.approvers import approvers_of
from telework.selectors.requests import actor_towards, standing_towards
from telework.services.approving import approve_all, locked_for_approval
from telework.services.holder import give_up_all
from telework.services.transition import (
    EVENTS,
    SUBJECT,
    Decision,
    Move,
    locked_requests,
    move_all,
    refuse_unless_possible,
)

_WITH_REASON = frozenset({RequestAction.RETURN, RequestAction.REJECT, RequestAction.REVOKE})
DECISIONS = (RequestAction.APPROVE, RequestAction.RETURN, RequestAction.REJECT)
"""What may be decided about many requests at once."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A request and the version that whoever decides has seen (None: not said)."""

    id: int
    version: int | None = None


@dataclass
class Decided:
    """What became of many: the ids that were decided, and why the others were not."""

    done: list[int] = field(default_factory=list)
    refused: dict[int, Refused] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)
    """Ids that nobody has, or that are not this one's to know of."""


@transaction.atomic
def decide(*, decider_id: int, action: RequestAction, chosen: Chosen, comment: str = "") -> TeleworkRequest:
    """Decide about one request. Raises Refused with the reason, or DoesNotExist; then nothing has changed.

    `decider_id` is the person who decides: as 所属長, delegate or cover, which is recorded.
    """
    outcome = decide_many(decider_id=decider_id, action=action, chosen=[chosen], comment=comment)
    for refused in outcome.refused.values():
        raise refused
    if outcome.unknown:
        raise TeleworkRequest.DoesNotExist
    return TeleworkRequest.objects.get(pk=chosen.id)


@transaction.atomic
def decide_many(*, decider_id: int, action: RequestAction, chosen: Sequence[Chosen], comment: str = "") -> Decided:
    """Decide about each of these requests by itself, in one transaction: one that is refused stops no other.

    Whoever may not even read a request learns no more of it than of an id that nobody has. Raises Refused
    (`comment_needed`) where the action needs a reason.
    """
    if action in _WITH_REASON and not comment.strip():
        raise Refused(RequestRefusal.COMMENT_NEEDED)
    people = dict(TeleworkRequest.objects.filter(pk__in=[one.id for one in chosen]).values_list("pk", "person_id"))
    outcome = Decided(unknown=_unknown(decider_id, chosen, people))
    versions = {one.id: one.version for one in chosen if one.id not in outcome.unknown}
    if not versions:
        return outcome
    if action is RequestAction.APPROVE:
        return _approve(decider_id, versions, comment, outcome)
    lock(*[(Locked.PERSON, person_id) for person_id in sorted({people[pk] for pk in versions})])
    requests = locked_requests(list(versions))
    decisions = _decisions(decider_id, action, requests, versions, comment, outcome)
    going = [one for one in requests if one.pk in decisions]
    together = len(going) > 1
    more = {"in_many": True} if together else {}
    move_all([Move(one, action, Actor.APPROVER, decision=decisions[one.pk], more=more) for one in going])
    if action is RequestAction.REVOKE:
        give_up_all([one.pk for one in going])
    outcome.done = [one.pk for one in going]
    if together:
        _tell_of_many(action, going, {}, comment)
    return outcome


def _approve(decider_id: int, versions: Mapping[int, int | None], comment: str, outcome: Decided) -> Decided:
    approval = locked_for_approval(list(versions))
    seen = {pk: approval.versions[pk] if version is None else version for pk, version in versions.items()}
    decisions = _decisions(decider_id, RequestAction.APPROVE, approval.requests, seen, comment, outcome)
    going = []
    for one in approval.in_line():
        if one.pk not in decisions:
            continue
        if refused := approval.refused(one):
            outcome.refused[one.pk] = refused
            continue
        approval.take(one)
        going.append(one)
    together = len(going) > 1
    desks, kept = approve_all(approval, going, decisions, together=together)
    outcome.refused.update(kept)
    done = [one for one in going if one.pk not in kept]
    outcome.done = [one.pk for one in done]
    if together and done:
        _tell_of_many(RequestAction.APPROVE, done, desks, comment)
    return outcome


def _unknown(decider_id: int, chosen: Sequence[Chosen], people: Mapping[int, int]) -> list[int]:
    """The ids of requests that are not there for this decider: of others, whose requests they never decide."""
    approvers = approvers_of(set(people.values()), clock.today()) if people else {}
    return [
        one.id
        for one in chosen
        if one.id not in people
        or (people[one.id] != decider_id and decider_id not in approvers[people[one.id]].everybody(covered=True))
    ]


def _decisions(
    decider_id: int,
    action: RequestAction,
    requests: Sequence[TeleworkRequest],
    versions: Mapping[int, int | None],
    comment: str,
    outcome: Decided,
) -> dict[int, Decision]:
    """As what the decider decides about each, by request; those about which they do not go into `outcome`."""
    today, slow = clock.today(), revisions()
    approvers = approvers_of({one.person_id for one in requests}, today)
    found: dict[int, Decision] = {}
    for one in requests:
        standing = standing_towards(decider_id, one, approvers[one.person_id], slow, today)
        try:
            refuse_unless_possible(one, action, actor_towards(decider_id, one, standing), version=versions[one.pk])
        except Refused as refused:
            outcome.refused[one.pk] = refused
            continue
        if standing is not None:
            found[one.pk] = Decision(decider_id, standing.decided_as, standing.decided_for, comment)
    return found


def _tell_of_many(
    action: RequestAction, requests: Sequence[TeleworkRequest], desks: Mapping[int, Sequence[str]], comment: str
) -> None:
    days: dict[str, list[str]] = {}
    let_go: dict[str, list[str]] = {}
    for one in sorted(requests, key=lambda one: (one.day, one.pk)):
        days.setdefault(str(one.person_id), []).append(one.day.isoformat())
        if codes := desks.get(one.pk):
            let_go.setdefault(str(one.person_id), []).extend(codes)
    after: dict[str, Any] = {
        "people": sorted({one.person_id for one in requests}),
        "days": days,
        "desks": let_go,
        "requests": [one.pk for one in requests],
        "comment": comment,
    }
    record(kind=f"{EVENTS[action]}_many", subject_kind=SUBJECT, subject_id=requests[0].pk, after=after)
