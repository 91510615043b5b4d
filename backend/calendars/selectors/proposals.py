"""Proposals as their person sees them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from calendars.models import Proposal
from calendars.policies.choices import ProposalState
from calendars.selectors.holders import Holding, LiveHolder, live_holders
from calendars.selectors.proposing import PLACES
from core.fields import LARGEST_ID
from plans.policies.claims import OWN, TELEWORK

SHOWN = (ProposalState.OPEN.value, ProposalState.ACCEPTED.value, ProposalState.DISMISSED.value)


@dataclass(frozen=True, slots=True)
class ShownProposal:
    """A proposal, and what it would give up or what came of it while that stands."""

    proposal: Proposal
    holder: LiveHolder | None


def proposals_of(person_id: int, first: date, last: date) -> list[ShownProposal]:
    """Those of the days from `first` to `last` that are open or were answered, in order of the days.

    What would give up something that has ended otherwise is not among them. Five queries.
    """
    rows = Proposal.objects.filter(
        person_id=person_id, day__range=(first, last), state__in=SHOWN, link__ended_at__isnull=True
    )
    return [
        one
        for one in _shown(rows.select_related("link").order_by("day", "pk"))
        if one.holder is not None or one.proposal.kind in PLACES or one.proposal.state != ProposalState.OPEN
    ]


def proposal_for(person_id: int, proposal_id: int) -> ShownProposal | None:
    """One of the person's own; None for anybody else's."""
    if not 0 < proposal_id <= LARGEST_ID:
        return None
    return next(iter(_shown(Proposal.objects.filter(pk=proposal_id, person_id=person_id).select_related("link"))), None)


def _shown(rows: Iterable[Proposal]) -> Sequence[ShownProposal]:
    found = list(rows)
    live = live_holders([(one.holder_kind, one.holder_id) for one in found if one.holder_id is not None])
    return [ShownProposal(one, live.get((one.holder_kind, one.holder_id or 0))) for one in found]


def made_from(link_id: int) -> set[Holding]:
    """What came of this calendar's own proposals, by kind and id: the person's own event there says it already."""
    rows = Proposal.objects.filter(link_id=link_id, kind__in=PLACES)
    made: set[Holding] = set()
    for kind, number, plans in rows.values_list("holder_kind", "holder_id", "own_plans"):
        made.update((OWN, pk) for pk in plans)
        if kind == TELEWORK and number is not None:
            made.add((kind, number))
    return made
