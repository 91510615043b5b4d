"""Proposals for which there is no reason any more."""

from django.db.models import QuerySet

from audit.services import Happening, record_all
from calendars.models import Proposal
from calendars.policies.choices import ProposalState
from core import clock

SUBJECT = "calendar_proposal"
WITHDRAWN = "calendar.proposal_withdrawn"


def withdraw(rows: "QuerySet[Proposal]") -> int:
    """Withdraw these, in the caller's transaction; answers how many."""
    going = list(rows.select_for_update().order_by("pk"))
    if not going:
        return 0
    Proposal.objects.filter(pk__in=[one.pk for one in going]).update(
        state=ProposalState.WITHDRAWN.value, decided_at=clock.now()
    )
    record_all([happening(WITHDRAWN, one) for one in going])
    return len(going)


def happening(kind: str, one: Proposal, **more: object) -> Happening:
    """What the event log keeps of a proposal: whose, which day and what kind, and nothing of where it came from."""
    after = {"person": one.person_id, "day": one.day.isoformat(), "part": one.part, "kind": one.kind, **more}
    return Happening(kind=kind, subject_kind=SUBJECT, subject_id=one.pk, after=after)
