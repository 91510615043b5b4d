"""A proposal is accepted: by the person, or unasked where the person wants it so and has said nothing else."""

from django.db import transaction

from attendance.services.my_days import lock_sections
from audit.services import record_all
from bookings.services.deciding import queue_for_all
from calendars.models import Proposal
from calendars.policies.choices import ProposalKind, ProposalState
from calendars.policies.halves import halves_in
from calendars.policies.proposal_refusals import ProposalRefusal
from calendars.selectors.proposing import PLACES, said_by_hand
from calendars.services.giving_up import desk_of, give_up
from calendars.services.planning import Outcome, plan_place
from calendars.services.taking_back import take_back
from calendars.services.withdrawing import happening
from core import clock
from core.refused import Refused
from plans.policies.claims import PlanRefusal

ACCEPTED = "calendar.proposal_accepted"
_NOT_NOTED = frozenset({PlanRefusal.WOULD_LET_GO.value, ProposalRefusal.PROPOSAL_DECIDED.value})
"""Refusals that only ask, or that say what the proposal says itself."""


def accept(*, proposal_id: int, letting_go: bool = False, unasked: bool = False) -> None:
    """Do what is proposed through the service that anybody's own word goes through.

    What it refuses is raised and kept in `refused`; then nothing has changed. `letting_go`: the desk or the request in
    the way of a trip or leave is given up. Raises Proposal.DoesNotExist.
    """
    try:
        _accept(proposal_id, letting_go=letting_go, unasked=unasked)
    except Refused as refused:
        if refused.code not in _NOT_NOTED or unasked:
            open_one = Proposal.objects.filter(pk=proposal_id, state=ProposalState.OPEN.value)
            open_one.update(refused=str(refused.code))
        raise


@transaction.atomic
def _accept(proposal_id: int, *, letting_go: bool, unasked: bool) -> None:
    proposal = locked_proposal(proposal_id)
    refuse_unless(proposal, ProposalState.OPEN)
    if unasked and proposal.kind in PLACES:
        _refuse_if_said_by_hand(proposal)
    outcome = _done(proposal, letting_go=letting_go, unasked=unasked)
    proposal.state = ProposalState.ACCEPTED.value
    proposal.automatic = unasked
    proposal.refused = ""
    proposal.decided_at = clock.now()
    proposal.told_at = proposal.told_at or proposal.decided_at
    if outcome is not None:
        proposal.holder_kind, proposal.holder_id = outcome.holder_kind, outcome.holder_id
        proposal.own_plans = list(outcome.own_plans)
    proposal.save()
    record_all([happening(ACCEPTED, proposal, automatic=unasked)])


def locked_proposal(proposal_id: int) -> Proposal:
    """The proposal with all locks that answering it needs, to the end of the transaction; two answers queue here.

    In the one order: the section, people, the desk that would be given up, then the row. Raises DoesNotExist.
    """
    seen = Proposal.objects.get(pk=proposal_id)
    lock_sections(seen.person_id, [seen.day])
    desk_id = desk_of(seen)
    queue_for_all([seen.person_id], [] if desk_id is None else [desk_id])
    return Proposal.objects.select_for_update().get(pk=proposal_id)


def refuse_unless(proposal: Proposal, state: ProposalState) -> None:
    """Raise Refused where the proposal is in another state, or its day has passed."""
    if proposal.state != state:
        raise Refused(ProposalRefusal.PROPOSAL_DECIDED, {"state": proposal.state})
    if proposal.day < clock.today():
        raise Refused(ProposalRefusal.PROPOSAL_OVER)


def _refuse_if_said_by_hand(proposal: Proposal) -> None:
    if said_by_hand(proposal.person_id, proposal.day, halves_in(proposal.part)):
        raise Refused(ProposalRefusal.SAID_BY_HAND)


def _done(proposal: Proposal, *, letting_go: bool, unasked: bool) -> Outcome | None:
    if proposal.kind == ProposalKind.RELEASE:
        give_up(proposal.holder_kind, proposal.holder_id)
        return None
    if proposal.kind == ProposalKind.TAKE_BACK:
        take_back(proposal)
        return None
    return plan_place(proposal, letting_go=letting_go, unasked=unasked)
