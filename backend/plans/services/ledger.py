"""The ledger's writes: claim a stretch of somebody's day, change it, let it go.

They belong to their caller's transaction: a refusal here undoes what the caller did, up to its own savepoint.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, models, transaction

from core import clock
from core.constraints import violated_constraint
from core.insert import insert_unless_conflict
from core.interval import Interval
from core.locks import PLACES_AS_THEY_ARE, Locked, lock
from plans.holders import way_to_let_go, way_to_queue
from plans.models import ONE_PLACE_AT_A_TIME, AttendancePlan, Place
from plans.policies import Stretch, claim_refused
from plans.selectors.ledger import held_stretch, holders_within

CLAIMS_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Holder:
    """What holds a stretch: the kind registered in plans.holders, and the id there."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a person's day that `holder` is to have."""

    person_id: int
    during: Interval
    place: Place
    holder: Holder


def queue_for_claims(
    person_ids: Iterable[int], during_by_person: Mapping[int, Iterable[Interval]], displaces: Collection[str]
) -> None:
    """Wait for everyone else who wants something of these people's days, and of what the claims would displace.

    Whoever claims with `displaces` calls this before the first claim, and after the lock of a section where it takes
    one: all people in one call, then, what they hold being settled, the desks of the bookings that will be let go.
    """
    people = sorted(set(person_ids))
    lock(*[(Locked.PERSON, person_id) for person_id in people], shared=[PLACES_AS_THEY_ARE])
    for kind in sorted(displaces):
        if queue := way_to_queue(kind):
            queue(people, holders_within(during_by_person, kind))


@transaction.atomic(savepoint=False)
def claim(
    *, person_id: int, during: Interval, place: Place, holder: Holder, displaces: Collection[str] = ()
) -> AttendancePlan:
    """Take `during` of the person's day for `holder`.

    Holders of a kind in `displaces` are asked to let go first, in the same transaction; the caller has queued for them
    (`queue_for_claims`). Raises Refused (`already_booked`, `in_another_place`) with the holder in the way; then nothing
    has changed.
    """
    plan = _plan(Claim(person_id, during, place, holder))
    asked: set[Stretch] = set()
    while not insert_unless_conflict(plan, ONE_PLACE_AT_A_TIME):
        if held := held_stretch(person_id, during):
            _ask_to_let_go(held, person_id, during, displaces, asked)
    return plan


@transaction.atomic(savepoint=False)
def claim_all(claims: Sequence[Claim]) -> None:
    """Take many stretches in one statement; the caller has queued for their people and had let go what is displaced.

    Raises Refused, with the holder in the way, as `claim` does: then none of them is taken.
    """
    try:
        with transaction.atomic():
            AttendancePlan.objects.bulk_create([_plan(one) for one in claims], batch_size=CLAIMS_AT_ONCE)
    except IntegrityError as error:
        if violated_constraint(error) != ONE_PLACE_AT_A_TIME:
            raise
        for one in claims:
            if held := held_stretch(one.person_id, one.during):
                raise claim_refused(held) from error
        raise


@transaction.atomic(savepoint=False)
def reclaim(*, person_id: int, during: Interval, holder: Holder, displaces: Collection[str] = ()) -> None:
    """Change the stretch that `holder` has to `during`. Displaces and raises Refused as `claim` does."""
    lock((Locked.PERSON, person_id))
    asked: set[Stretch] = set()
    while (held := _in_the_way(holder, person_id, during)) is not None:
        _ask_to_let_go(held, person_id, during, displaces, asked)


@transaction.atomic(savepoint=False)
def let_go(*, holder: Holder, at: datetime) -> None:
    """Withdraw whatever `holder` still has. The rows stay, with the time."""
    _standing(holder).update(withdrawn_at=at)


@transaction.atomic(savepoint=False)
def let_go_all(*, kind: str, holder_ids: Collection[int], at: datetime) -> None:
    """Withdraw whatever these holders of one kind still have, in one statement."""
    rows = AttendancePlan.objects.filter(holder_kind=kind, holder_id__in=list(holder_ids), withdrawn_at__isnull=True)
    rows.update(withdrawn_at=at)


def _plan(wanted: Claim) -> AttendancePlan:
    return AttendancePlan(
        person_id=wanted.person_id,
        day=clock.city_day(wanted.during.start),
        during=wanted.during.as_range(),
        place=wanted.place,
        holder_kind=wanted.holder.kind,
        holder_id=wanted.holder.id,
    )


def _ask_to_let_go(
    held: Stretch, person_id: int, during: Interval, displaces: Collection[str], asked: set[Stretch]
) -> None:
    if held.holder_kind not in displaces or held in asked:
        raise claim_refused(held)
    lock((Locked.PERSON, person_id))
    asked.add(held)
    way_to_let_go(held.holder_kind)(held.holder_id, during)


def _in_the_way(holder: Holder, person_id: int, during: Interval) -> Stretch | None:
    """Move the holder's stretch; what stands in the way is answered, and nothing has changed then."""
    try:
        with transaction.atomic():
            changed = _standing(holder).update(during=during.as_range(), day=clock.city_day(during.start))
    except IntegrityError as error:
        held = held_stretch(person_id, during, but=(holder.kind, holder.id))
        if violated_constraint(error) != ONE_PLACE_AT_A_TIME or held is None:
            raise
        return held
    if changed != 1:
        raise LookupError(f"{holder} holds {changed} stretches")
    return None


def _standing(holder: Holder) -> "models.QuerySet[AttendancePlan]":
    return AttendancePlan.objects.filter(holder_kind=holder.kind, holder_id=holder.id, withdrawn_at__isnull=True)
