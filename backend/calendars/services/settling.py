"""After a reading: what is to be accepted unasked is, and of the rest the person is told once."""

from django.db import transaction

from audit.services import record
from calendars.models import Proposal
from calendars.policies.choices import Acceptance, OnDeleted, ProposalKind, ProposalState
from calendars.services.accepting import accept
from calendars.services.taking_back import origin_of
from core import clock
from core.locks import Locked, lock
from core.refused import Refused

PROPOSED = "calendar.proposed"


def settle(*, person_id: int) -> None:
    """Accept what the person wants accepted, then tell of what is left: one event, however many days there are.

    It names all days that wait for an answer, those that were told of before too, so it takes the place of the last.

    Whatever ends this in between is made up for by the next reading: what nobody was told of is still to be settled.
    """
    rows = Proposal.objects.filter(
        person_id=person_id,
        state=ProposalState.OPEN.value,
        told_at__isnull=True,
        day__gte=clock.today(),
        link__ended_at__isnull=True,
    )
    waiting = list(rows.select_related("link").order_by("day", "pk"))
    for one in waiting:
        if _unasked(one):
            try:
                accept(proposal_id=one.pk, unasked=True)
            except Refused:
                continue  # kept in the proposal, which stays open
    if waiting:
        _tell(person_id, [one.pk for one in waiting])


def _unasked(proposal: Proposal) -> bool:
    if proposal.refused:
        return False
    if proposal.kind == ProposalKind.RELEASE:
        return proposal.link.on_deleted == OnDeleted.RELEASE.value
    if proposal.link.acceptance != Acceptance.AUTOMATIC:
        return False
    return proposal.kind != ProposalKind.TAKE_BACK or origin_of(proposal).automatic


@transaction.atomic
def _tell(person_id: int, ids: list[int]) -> None:
    lock((Locked.PERSON, person_id))
    new = Proposal.objects.filter(pk__in=ids, state=ProposalState.OPEN.value, told_at__isnull=True)
    asked = list(new.select_for_update().order_by("day", "pk"))
    if not asked:
        return
    Proposal.objects.filter(pk__in=[one.pk for one in asked]).update(told_at=clock.now())
    left = Proposal.objects.filter(person_id=person_id, state=ProposalState.OPEN.value, day__gte=clock.today())
    days = sorted({day.isoformat() for day in left.values_list("day", flat=True)})
    record(
        kind=PROPOSED,
        subject_kind="person",
        subject_id=person_id,
        after={"person": person_id, "days": days, "proposals": [one.pk for one in asked]},
    )
