"""A trip, a leave or a day at home that a calendar proposes is planned as if the person had said it."""

from collections.abc import Sequence
from dataclasses import dataclass

from attendance.services.my_days import plan_own_day
from calendars.models import Proposal
from calendars.policies.choices import ProposalKind
from calendars.policies.entries import Part, part_of
from calendars.policies.halves import halves_in
from calendars.policies.proposal_refusals import ProposalRefusal
from calendars.selectors.proposing import working_halves
from calendars.selectors.usual_telework import is_complete, usual_telework
from calendars.services.giving_up import UNDECIDED
from core.interval import Interval
from core.refused import Refused
from plans.models import OwnPlan
from plans.policies.claims import OWN, TELEWORK
from plans.policies.own_days import Wish, Word
from plans.services.own_plans import withdraw_own_plan
from telework.models import TeleworkRequest
from telework.policies.forms import Unit
from telework.policies.states import Actor
from telework.services.requests import enter_request, withdraw_request


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a proposal: an own plan or a request by kind and id, and all own plans of it that stand."""

    holder_kind: str
    holder_id: int | None
    own_plans: Sequence[int] = ()


def plan_place(proposal: Proposal, *, letting_go: bool, unasked: bool) -> Outcome:
    """Plan what is proposed, in the caller's transaction and under its locks. Raises Refused.

    A day at home is asked for with what the person's requests usually say. Where the form would not let that be sent,
    it is kept as a draft for the person to complete, and never sent unasked.
    """
    if proposal.kind == ProposalKind.HOME:
        return _asked_for(proposal, unasked=unasked)
    _drop_undecided_request(proposal)
    word, halves = Word(Wish(proposal.kind)), halves_in(proposal.part)
    before = _standing(proposal)
    plan_own_day(
        person_id=proposal.person_id,
        day=proposal.day,
        am=word if Part.AM in halves else None,
        pm=word if Part.PM in halves else None,
        letting_go=letting_go,
    )
    standing = _standing(proposal)
    # A word that stood already was said by hand, but for what came of this proposal before.
    ours = [pk for pk in standing if pk not in before or pk in proposal.own_plans]
    return Outcome(OWN, next(iter(ours), None), ours)


def _asked_for(proposal: Proposal, *, unasked: bool) -> Outcome:
    content = usual_telework(proposal.person_id, proposal.day, Unit(proposal.part))
    complete = is_complete(content)
    if unasked and not complete:
        raise Refused(ProposalRefusal.FORM_NEEDED)
    left = _replaced(proposal)
    request = enter_request(person_id=proposal.person_id, day=proposal.day, content=content, submit=complete)
    return Outcome(TELEWORK, request.pk, left)


def _replaced(proposal: Proposal) -> list[int]:
    """Take back what came of the same event when it said a trip or leave for these halves; answers what is left."""
    there = working_halves(proposal.person_id, proposal.day, proposal.day).get(proposal.day)
    left = []
    for plan in OwnPlan.objects.filter(pk__in=proposal.own_plans, withdrawn_at__isnull=True).order_by("during"):
        part = part_of(Interval.of_range(plan.during), there.am, there.pm) if there else Part.FULL
        if halves_in(part) & halves_in(proposal.part):
            withdraw_own_plan(own_plan_id=plan.pk)
        else:
            left.append(plan.pk)
    return left


def _drop_undecided_request(proposal: Proposal) -> None:
    """What came of the same event when it said a day at home, and nobody has decided about, is taken back with it."""
    if proposal.holder_kind != TELEWORK or proposal.holder_id is None:
        return
    rows = TeleworkRequest.objects.filter(pk=proposal.holder_id, state__in=UNDECIDED)
    for request_id in rows.values_list("pk", flat=True):
        withdraw_request(request_id=request_id, actor=Actor.ONESELF)


def _standing(proposal: Proposal) -> list[int]:
    rows = OwnPlan.objects.filter(person_id=proposal.person_id, day=proposal.day, withdrawn_at__isnull=True)
    return list(rows.order_by("during").values_list("pk", flat=True))
