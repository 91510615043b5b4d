"""Give somebody the right to act in one's place for some days, and end it early."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from audit.services import Happening, record_all
from core import clock
from core.constraints import violated_constraint
from core.locks import Locked, lock
from core.refused import Refused
from people.models import Delegation
from people.models.person import ONE_DELEGATION_AT_A_TIME
from people.policies.standing_in import PeopleRefusal, Period, delegation_refused
from people.selectors.finding import on_the_roll


@transaction.atomic
def give_delegation(*, delegator_id: int, delegate_id: int, scope: Delegation.Scope, period: Period) -> Delegation:
    """Let the delegate act for the delegator in `period`, both its days included.

    Raises Refused for oneself, for somebody who is not on the roll, for a period that has begun before today or is
    longer than a year, and where the two have a delegation of the same scope on one of its days.
    """
    lock((Locked.PERSON, delegator_id))  # several at once would wait for each other inside the constraint: a deadlock
    today = clock.today()
    known = on_the_roll(today).filter(pk=delegate_id).exists()
    if refused := delegation_refused(
        delegator_id=delegator_id, delegate_id=delegate_id, delegate_on_the_roll=known, period=period, today=today
    ):
        raise refused
    try:
        with transaction.atomic():
            delegation = Delegation.objects.create(
                delegator_id=delegator_id,
                delegate_id=delegate_id,
                scope=scope,
                active_from=period.first,
                active_to=period.last,
            )
    except IntegrityError as error:
        if violated_constraint(error) not in ONE_DELEGATION_AT_A_TIME.values():
            raise
        raise Refused(PeopleRefusal.ALREADY_DELEGATED) from error
    _record("given", delegation)
    return delegation


@transaction.atomic
def end_delegation(*, delegation_id: int) -> Delegation:
    """End it at this moment, before its last day. Raises Refused (`delegation_is_over`) when it has ended already."""
    delegation = Delegation.objects.select_for_update().get(pk=delegation_id)
    if delegation.ended_at is not None or delegation.active_to < clock.today():
        raise Refused(PeopleRefusal.DELEGATION_IS_OVER)
    delegation.ended_at = clock.now()
    delegation.save(update_fields=["ended_at"])
    _record("ended", delegation)
    return delegation


@transaction.atomic
def end_delegations(because: Mapping[int, str]) -> None:
    """End these at this moment, each for its reason (by id: `left`, `moved`), in few statements. Ended ones stay."""
    rows = list(
        Delegation.objects.select_for_update().filter(pk__in=list(because), ended_at__isnull=True).order_by("pk")
    )
    Delegation.objects.filter(pk__in=[one.pk for one in rows]).update(ended_at=clock.now())
    record_all([_happening("ended", one, because=because[one.pk]) for one in rows])


def _record(kind: str, delegation: Delegation) -> None:
    record_all([_happening(kind, delegation)])


def _happening(kind: str, delegation: Delegation, **more: str) -> Happening:
    after = {
        "person": delegation.delegate_id,
        "delegator": delegation.delegator_id,
        "scope": delegation.scope,
        "from": delegation.active_from,
        "to": delegation.active_to,
        **more,
    }
    return Happening(kind=f"delegation.{kind}", subject_kind="delegation", subject_id=delegation.pk, after=after)
