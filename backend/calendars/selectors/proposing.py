"""All that decides what somebody's calendars propose: what they say, working days, the plan, what was proposed."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.conf import settings

from calendars.models import Proposal, SeenStretch
from calendars.policies.choices import ProposalKind, ProposalState
from calendars.policies.comparing import Known, Plan
from calendars.policies.entries import HOME, LEAVE, TRIP, Part, part_of
from calendars.policies.halves import halves_in
from calendars.policies.taking_back import Made
from calendars.policies.understanding import WorkingHalves
from calendars.policies.wanted import Said, Source
from calendars.policies.window import last_day_read
from core import clock
from core.interval import Interval
from core.revision import revisions
from plans.models import OwnPlan
from plans.policies.claims import OWN, TELEWORK
from plans.selectors.days import halves_with
from plans.selectors.ledger import stretches
from telework.models import TeleworkRequest
from telework.policies.states import STANDING_REQUESTS, RequestState

PLACES = (ProposalKind.LEAVE, ProposalKind.TRIP, ProposalKind.HOME)
ASKED_FOR = (RequestState.DRAFT.value, RequestState.RETURNED.value, *STANDING_REQUESTS)
"""Requests by which a person has said something of a day, decided or not."""
NOT_BEGUN = (
    RequestState.DRAFT.value,
    RequestState.RETURNED.value,
    RequestState.SUBMITTED.value,
    RequestState.APPROVED.value,
)
"""Those that can still be taken back."""
_SAYS = {LEAVE: ProposalKind.LEAVE, TRIP: ProposalKind.TRIP}


@dataclass(frozen=True)
class Situation:
    """One person from today to the last day that is read. `rows` are the proposals of live calendars in that time."""

    person_id: int
    days: Mapping[date, WorkingHalves]
    said: Sequence[Said]
    plan: Plan
    made: Sequence[Made]
    rows: Mapping[int, Proposal]

    @cached_property
    def known(self) -> list[Known]:
        """The proposals of places."""
        return [_known(row) for row in self.rows.values() if row.kind in PLACES]

    @cached_property
    def states(self) -> dict[Source, ProposalState]:
        """How far each of them is."""
        return {one.source: one.state for one in self.known}


def situation_of(person_id: int) -> Situation:
    """Everything, as it stands in this transaction; some eight queries."""
    today = clock.today()
    last = last_day_read(today, settings.CALENDAR["read_days"])
    days = working_halves(person_id, today, last)
    rows = {row.pk: row for row in _proposals(person_id, today, last)}
    requests = list(
        TeleworkRequest.objects.filter(person_id=person_id, day__range=(today, last), state__in=ASKED_FOR).only(
            "day", "during", "state"
        )
    )
    return Situation(
        person_id,
        days,
        _said(person_id, today, last),
        _plan(person_id, days, requests),
        _made(days, rows, requests),
        rows,
    )


def working_halves(person_id: int, first: date, last: date) -> dict[date, WorkingHalves]:
    """The working days from `first` to `last` with their halves, by the person's shift class of each."""
    pictures = halves_with({}, [person_id], first, last, revisions())[person_id]
    return {
        day: WorkingHalves(day, Interval(halves.am.start, halves.am.end), Interval(halves.pm.start, halves.pm.end))
        for day, halves in pictures.items()
        if halves.am is not None and halves.pm is not None
    }


def _said(person_id: int, first: date, last: date) -> list[Said]:
    whole = Interval(clock.day_start(first), clock.day_end(last))
    rows = SeenStretch.objects.filter(
        link__person_id=person_id,
        link__ended_at__isnull=True,
        link__takes_in=True,
        during__overlap=whole.as_range(),
    ).order_by("pk")
    return [Said(one.link_id, one.source, one.href, ProposalKind(one.kind), one.interval) for one in rows]


def _proposals(person_id: int, first: date, last: date) -> Iterable[Proposal]:
    return Proposal.objects.filter(
        person_id=person_id, day__range=(first, last), link__ended_at__isnull=True, link__takes_in=True
    ).select_related("link")


def _known(row: Proposal) -> Known:
    source = Source(row.link_id, row.source, row.day)
    return Known(row.pk, source, ProposalKind(row.kind), row.part, ProposalState(row.state))


def _plan(person_id: int, days: Mapping[date, WorkingHalves], requests: Iterable[TeleworkRequest]) -> Plan:
    """What the plan says already: trips and leave of one's own, telework that is held or asked for."""
    plan: dict[date, dict[Part, ProposalKind]] = {day: {} for day in days}
    if not days:
        return plan
    for request in requests:
        for half in _halves(days.get(request.day), request.interval):
            plan[request.day][half] = ProposalKind.HOME
    ledger = stretches([person_id], min(days), max(days)).get(person_id, {})
    for day, held in ledger.items():
        for one in held:
            kind = _SAYS.get(one.place) if one.holder_kind == OWN else None
            for half in _halves(days.get(day), one.during) if kind else ():
                plan[day][half] = kind or ProposalKind.LEAVE
    return plan


def _made(
    days: Mapping[date, WorkingHalves], rows: Mapping[int, Proposal], requests: Iterable[TeleworkRequest]
) -> list[Made]:
    """What came of proposals and stands as it was made."""
    made = []
    by_plan = {plan_id: row for row in rows.values() if row.kind in PLACES for plan_id in row.own_plans}
    for plan in OwnPlan.objects.filter(pk__in=list(by_plan), withdrawn_at__isnull=True):
        row, kind = by_plan[plan.pk], _SAYS.get(str(plan.place))
        if kind is not None:
            halves = _halves(days.get(plan.day), Interval.of_range(plan.during))
            made.append(Made(row.pk, row.link_id, plan.day, kind, OWN, plan.pk, halves))
    standing = {one.pk: one for one in requests if one.state in NOT_BEGUN}
    for row in rows.values():
        request = standing.get(row.holder_id or 0) if row.holder_kind == TELEWORK and row.kind in PLACES else None
        if request is not None:
            halves = _halves(days.get(request.day), request.interval)
            made.append(Made(row.pk, row.link_id, request.day, ProposalKind(HOME), TELEWORK, request.pk, halves))
    return made


def _halves(day: WorkingHalves | None, during: Interval) -> frozenset[Part]:
    """The halves that a stretch of the plan has; none on a day that nobody works."""
    return frozenset() if day is None else halves_in(part_of(during, day.am, day.pm))


def said_by_hand(person_id: int, day: date, halves: Collection[Part]) -> bool:
    """Whether the person has said anything of these halves: a desk, a request, a word of their own.

    What came of proposals and stands as it was made is none of it; that the person took such a thing away is.
    """
    ours: set[int] = set()
    rows = Proposal.objects.filter(person_id=person_id, day=day, kind__in=PLACES)
    for made in rows.values_list("own_plans", flat=True):
        ours.update(made)
    if OwnPlan.objects.filter(pk__in=ours, withdrawn_at__isnull=False).exists():
        return True
    there = working_halves(person_id, day, day).get(day)
    if there is None:
        return False
    hours = [there.am if half is Part.AM else there.pm for half in halves]
    held = stretches([person_id], day, day).get(person_id, {}).get(day, [])
    if any(
        one.during.overlaps(half) and not (one.holder_kind == OWN and one.holder_id in ours)
        for one in held
        for half in hours
    ):
        return True
    asked = TeleworkRequest.objects.filter(person_id=person_id, day=day, state__in=ASKED_FOR).only("during")
    return any(one.interval.overlaps(half) for one in asked for half in hours)
