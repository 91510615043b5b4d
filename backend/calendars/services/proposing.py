"""What a person's calendars propose is worked out anew and compared with what was proposed."""

from collections.abc import Mapping

from django.db import transaction

from calendars.models import Proposal
from calendars.policies.choices import ProposalKind, ProposalState
from calendars.policies.comparing import Propose, compared
from calendars.policies.halves import part_of_halves
from calendars.policies.sources import take_back_source
from calendars.policies.taking_back import Lost, lost
from calendars.policies.wanted import wanted_of, winners
from calendars.selectors.holders import live_holders
from calendars.selectors.proposing import Situation, situation_of
from calendars.services.withdrawing import withdraw
from core import clock
from core.locks import Locked, lock
from plans.policies.claims import OWN


@transaction.atomic
def work_out(*, person_id: int) -> None:
    """Make, change and withdraw proposals so that they are what the person's calendars say now.

    Nothing is accepted here and nobody is told: `settling` does both, whatever happens in between.
    """
    lock((Locked.PERSON, person_id))
    there = situation_of(person_id)
    won = winners(there.said, there.days.values(), there.states)
    wanted = wanted_of(won)
    steps = compared(wanted, there.known, there.plan)
    for step in steps:
        if isinstance(step, Propose):
            _propose(person_id, step)
    withdraw(Proposal.objects.filter(pk__in=[step.id for step in steps if not isinstance(step, Propose)]))
    _ask_to_take_back(there, lost(there.made, won, wanted))
    _forget_what_ended(person_id)


def _propose(person_id: int, step: Propose) -> None:
    part = part_of_halves(step.halves)
    if part is None:
        raise ValueError("a proposal is about a half or both")
    says = {
        "href": step.href,
        "kind": step.kind.value,
        "part": part.value,
        "state": ProposalState.OPEN.value,
        "automatic": False,
        "refused": "",
        "told_at": None,
        "made_at": clock.now(),
        "decided_at": None,
    }
    if step.id is not None:
        Proposal.objects.filter(pk=step.id).update(**says)
        return
    source = step.source
    Proposal.objects.create(person_id=person_id, link_id=source.link_id, source=source.source, day=source.day, **says)


def _ask_to_take_back(there: Situation, losses: Mapping[int, Lost]) -> None:
    """Ask about each plan whose event is gone; where an event says it again, the question is withdrawn."""
    asked = {row.source: row for row in there.rows.values() if row.kind == ProposalKind.TAKE_BACK}
    wanted = {take_back_source(one.proposal_id): one for one in losses.values()}
    withdraw(
        Proposal.objects.filter(
            pk__in=[row.pk for source, row in asked.items() if source not in wanted], state=ProposalState.OPEN.value
        )
    )
    for source, one in wanted.items():
        part, row = part_of_halves(one.halves), asked.get(source)
        if part is None or (row is not None and row.state == ProposalState.OPEN and row.part == part):
            continue
        Proposal.objects.update_or_create(
            link_id=one.link_id,
            source=source,
            day=one.day,
            defaults={
                "person_id": there.person_id,
                "href": "",
                "kind": ProposalKind.TAKE_BACK.value,
                "part": part.value,
                "state": ProposalState.OPEN.value,
                "automatic": False,
                "refused": "",
                "holder_kind": one.holder_kind,
                "holder_id": one.holder_ids[0],
                "own_plans": list(one.holder_ids) if one.holder_kind == OWN else [],
                "told_at": None,
                "made_at": clock.now(),
                "decided_at": None,
            },
        )


def _forget_what_ended(person_id: int) -> None:
    """What was to be given up has ended otherwise: there is nothing to ask."""
    open_ones = Proposal.objects.filter(
        person_id=person_id,
        state=ProposalState.OPEN.value,
        kind__in=[ProposalKind.RELEASE.value, ProposalKind.TAKE_BACK.value],
    )
    rows = list(open_ones)
    live = live_holders([(row.holder_kind, row.holder_id) for row in rows if row.holder_id is not None])
    withdraw(Proposal.objects.filter(pk__in=[row.pk for row in rows if (row.holder_kind, row.holder_id) not in live]))
