"""A plan that came of an event which is gone is taken back, or becomes the person's own word."""

from django.db import transaction

from calendars.models import Proposal
from calendars.policies.choices import ProposalState
from calendars.policies.entries import Part
from calendars.policies.halves import halves_in, part_of_halves
from calendars.policies.sources import take_back_source
from calendars.selectors.proposing import PLACES
from calendars.services.giving_up import give_up
from plans.policies.claims import OWN
from plans.services.own_plans import withdraw_own_plan


def origin_of(proposal: Proposal) -> Proposal:
    """The accepted proposal of which the plan came that `proposal` would take back."""
    rows = Proposal.objects.filter(link_id=proposal.link_id, day=proposal.day, kind__in=PLACES)
    return next(one for one in rows if take_back_source(one.pk) == proposal.source)


@transaction.atomic
def take_back(proposal: Proposal) -> None:
    """Take back what stands as it was made; what the person has said since stays. Raises Refused."""
    if proposal.holder_kind == OWN:
        for own_plan_id in proposal.own_plans:
            withdraw_own_plan(own_plan_id=own_plan_id)
    else:
        give_up(proposal.holder_kind, proposal.holder_id)
    origin = origin_of(proposal)
    _let_go_of(origin, proposal)
    left = part_of_halves(_without(origin.part, proposal.part))
    if left is None:
        origin.state = ProposalState.WITHDRAWN.value
    else:
        origin.part = left.value
    origin.save(update_fields=["own_plans", "holder_kind", "holder_id", "part", "state"])


def keep(proposal: Proposal) -> None:
    """The plan is the person's own word from now on: no calendar takes it back."""
    origin = origin_of(proposal)
    _let_go_of(origin, proposal)
    origin.save(update_fields=["own_plans", "holder_kind", "holder_id"])


def keep_no_longer(proposal: Proposal) -> None:
    """Undo `keep`."""
    origin = origin_of(proposal)
    origin.own_plans = [*origin.own_plans, *(pk for pk in proposal.own_plans if pk not in origin.own_plans)]
    if origin.holder_id is None:
        origin.holder_kind, origin.holder_id = proposal.holder_kind, proposal.holder_id
    origin.save(update_fields=["own_plans", "holder_kind", "holder_id"])


def _let_go_of(origin: Proposal, proposal: Proposal) -> None:
    origin.own_plans = [pk for pk in origin.own_plans if pk not in proposal.own_plans]
    if origin.holder_kind == OWN:
        origin.holder_id = next(iter(origin.own_plans), None)
    else:
        origin.holder_id = None
    origin.holder_kind = origin.holder_kind if origin.holder_id is not None else ""


def _without(part: str, taken: str) -> frozenset[Part]:
    return halves_in(part) - halves_in(taken)
