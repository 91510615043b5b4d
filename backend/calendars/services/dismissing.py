"""A proposal is dismissed, and asked about again."""

from django.db import transaction

from audit.services import record_all
from calendars.policies.choices import ProposalKind, ProposalState
from calendars.services.accepting import locked_proposal, refuse_unless
from calendars.services.taking_back import keep, keep_no_longer
from calendars.services.withdrawing import happening
from core import clock

DISMISSED = "calendar.proposal_dismissed"
REOPENED = "calendar.proposal_reopened"


@transaction.atomic
def dismiss(*, proposal_id: int) -> None:
    """Leave the plan as it is; while the calendar says no more than it does now, nothing is asked again.

    Raises Refused where it was answered already, and Proposal.DoesNotExist.
    """
    proposal = locked_proposal(proposal_id)
    refuse_unless(proposal, ProposalState.OPEN)
    if proposal.kind == ProposalKind.TAKE_BACK:
        keep(proposal)
    proposal.state = ProposalState.DISMISSED.value
    proposal.decided_at = clock.now()
    proposal.told_at = proposal.told_at or proposal.decided_at
    proposal.save(update_fields=["state", "decided_at", "told_at"])
    record_all([happening(DISMISSED, proposal)])


@transaction.atomic
def reopen(*, proposal_id: int) -> None:
    """Ask about a dismissed proposal again. Raises Refused where it is not dismissed, and Proposal.DoesNotExist."""
    proposal = locked_proposal(proposal_id)
    refuse_unless(proposal, ProposalState.DISMISSED)
    if proposal.kind == ProposalKind.TAKE_BACK:
        keep_no_longer(proposal)
    proposal.state = ProposalState.OPEN.value
    proposal.decided_at = None
    proposal.save(update_fields=["state", "decided_at"])
    record_all([happening(REOPENED, proposal)])
