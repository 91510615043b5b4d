"""The ledger's writes: claim a stretch of somebody's day, change it, let it go.

They belong to their caller's transaction: a refusal here undoes what the caller did, up to its own savepoint.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, models, transaction

from core import clock
from core.constraints import violated_constraint
from core.insert import insert_unless_conflict
from core.interval import Interval
from core.locks import Locked, lock
from plans.holders import way_to_let_go
from plans.models import ONE_PLACE_AT_A_TIME, AttendancePlan, Place
from plans.policies import Stretch, claim_refused
from plans.selectors.ledger import held_stretch


@dataclass(frozen=True, slots=True)
class Holder:
    """What holds a stretch: the kind registered in plans.holders, and the id there."""

    kind: str
    id: int


@transaction.atomic(savepoint=False)
def claim(
    *, person_id: int, during: Interval, place: Place, holder: Holder, displaces: Collection[str] = ()
) -> AttendancePlan:
    """Take `during` of the person's day for `holder`.

    Holders of a kind in `displaces` are asked to let go first, in the same transaction. Raises Refused
    (`already_booked`, `in_another_place`) with the holder in the way; then nothing has changed.
    """
    if displaces:
        lock((Locked.PERSON, person_id))
        _displace(person_id, during, displaces)
    plan = AttendancePlan(
        person_id=person_id,
        day=clock.city_day(during.start),
        during=during.as_range(),
        place=place,
        holder_kind=holder.kind,
        holder_id=holder.id,
    )
    while not insert_unless_conflict(plan, ONE_PLACE_AT_A_TIME):
        if held := held_stretch(person_id, during):
            raise claim_refused(held)
    return plan


@transaction.atomic(savepoint=False)
def reclaim(*, person_id: int, during: Interval, holder: Holder) -> None:
    """Change the stretch that `holder` has to `during`. Raises Refused as `claim` does."""
    lock((Locked.PERSON, person_id))
    try:
        with transaction.atomic():
            changed = _standing(holder).update(during=during.as_range(), day=clock.city_day(during.start))
    except IntegrityError as error:
        raise _refused(error, person_id, during, holder) from error
    if changed != 1:
        raise LookupError(f"{holder} holds {changed} stretches")


@transaction.atomic(savepoint=False)
def let_go(*, holder: Holder, at: datetime) -> None:
    """Withdraw whatever `holder` still has. The rows stay, with the time."""
    _standing(holder).update(withdrawn_at=at)


def _displace(person_id: int, during: Interval, displaces: Collection[str]) -> None:
    asked: set[Stretch] = set()
    while (held := held_stretch(person_id, during)) is not None:
        if held.holder_kind not in displaces or held in asked:
            raise claim_refused(held)
        asked.add(held)
        way_to_let_go(held.holder_kind)(held.holder_id, during)


def _standing(holder: Holder) -> "models.QuerySet[AttendancePlan]":
    return AttendancePlan.objects.filter(holder_kind=holder.kind, holder_id=holder.id, withdrawn_at__isnull=True)


def _refused(error: IntegrityError, person_id: int, during: Interval, holder: Holder) -> Exception:
    if violated_constraint(error) != ONE_PLACE_AT_A_TIME:
        return error
    held = held_stretch(person_id, during, but=(holder.kind, holder.id))
    return claim_refused(held) if held else error
