"""Approve requests: inside the locks, each against what the others have left, and the day of each in one stroke.

A request and what it takes from the ledger change in one transaction: approved, with the desk given up and the stretch
held, or nothing of it.
"""

from collections.abc import Iterable, Mapping, Sequence

from core import clock
from core.interval import Interval
from core.locks import Locked, lock
from core.refused import Refused
from core.revision import revisions
from plans.services.ledger import Claim, claim_all, queue_for_claims
from telework.models import TeleworkRequest
from telework.policies.forms import Origin, Terminal
from telework.policies.request_rules import DISPLACES
from telework.policies.states import Actor, RequestAction
from telework.selectors.approvable import Approval, approval_of, facts_of_requests, lines_of
from telework.selectors.counting import PoolWhere, pool_of
from telework.selectors.staffing import sections_with_minimum
from telework.services.displacing import Displacing, desk_codes, displace_all
from telework.services.holder import holder_of, place_of
from telework.services.transition import Decision, Move, locked_requests, move_all


def locked_for_approval(request_ids: Sequence[int]) -> Approval:
    """Lock, in the one order, all that approving these requests can touch, and read what decides about it.

    The sections and the pools of terminals first, then the people, the desks that they will give up, and the requests.
    `versions` are those under which the locks were chosen. Raises TeleworkRequest.DoesNotExist for an id that nobody
    has.
    """
    seen = list(TeleworkRequest.objects.filter(pk__in=request_ids).select_related("department"))
    if len(seen) != len(set(request_ids)):
        raise TeleworkRequest.DoesNotExist
    approval = queue_for_approval(seen)
    approval.requests = locked_requests(list(request_ids))
    return approval


def queue_for_approval(requests: Sequence[TeleworkRequest]) -> Approval:
    """The same for requests whose rows nobody else knows: all locks but those of the rows."""
    slow = revisions()
    facts = facts_of_requests(requests, slow)
    lines = lines_of(requests, facts)
    sections = sections_with_minimum(lines)
    shared = any(one.terminal == Terminal.POOL for one in requests)
    pools = {line: pool_of(line) for line in lines} if shared else {}
    _lock_sections(lines, sections, pools.values())
    during: dict[int, list[Interval]] = {}
    for one in requests:
        during.setdefault(one.person_id, []).append(one.interval)
    queue_for_claims(during, during, DISPLACES)
    return approval_of(requests, facts, slow, sections=sections, pools=pools)


def approve_all(
    approval: Approval, requests: Sequence[TeleworkRequest], decisions: Mapping[int, Decision], *, together: bool
) -> tuple[dict[int, list[str]], dict[int, Refused]]:
    """Approve these requests, which nothing speaks against; answers, by request, the codes of the desks given up.

    And, by request, why one was refused after all: what it would have taken the place of did not let go.
    """
    displaced, refused = displace_all([_displacing(approval, one) for one in requests])
    approved = [one for one in requests if one.pk not in refused]
    claim_all(
        [Claim(one.person_id, one.interval, place_of(one.form), holder_of(one.pk)) for one in approved],
    )
    desks = desk_codes(displaced)
    many = {"in_many": True} if together else {}
    move_all(
        [
            Move(
                one,
                RequestAction.APPROVE,
                Actor.APPROVER,
                decision=decisions[one.pk],
                more={"desks_let_go": desks.get(one.pk, []), **many},
            )
            for one in approved
        ]
    )
    over = [one for one in approved if one.origin == Origin.POST_HOC and one.interval.end <= clock.now()]
    move_all([Move(one, RequestAction.END, Actor.CLOCK, more={"because": "post_hoc", **many}) for one in over])
    return desks, refused


def _displacing(approval: Approval, request: TeleworkRequest) -> Displacing:
    ledger = approval.staffing.ledger.get(request.person_id, {}).get(request.day, ())
    return Displacing(request.pk, request.person_id, request.interval, ledger)


def _lock_sections(
    lines: Iterable[Sequence[int]], sections: Mapping[int, object], pools: Iterable[PoolWhere | None]
) -> None:
    keys = {(Locked.SECTION, line[-1]) for line in lines if line} | {(Locked.SECTION, pk) for pk in sections}
    keys |= {(Locked.SECTION, where.department_id or 0) for where in pools if where is not None}
    if keys:
        lock(*sorted(keys))
