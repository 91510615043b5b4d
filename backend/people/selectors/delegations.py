"""Delegations that have not ended."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from people.models import Delegation


def coming_delegations(person_id: int, today: date) -> list[Delegation]:
    """Those the person has given or holds, running or to come, the first to run first; people at hand."""
    rows = Delegation.objects.filter(
        Q(delegator_id=person_id) | Q(delegate_id=person_id), ended_at__isnull=True, active_to__gte=today
    )
    return list(rows.select_related("delegator__department", "delegate__department").order_by("active_from", "pk"))


def delegation_of(person_id: int, delegation_id: int) -> Delegation | None:
    """A delegation that the person has given or holds; None for anybody else's."""
    either = Q(delegator_id=person_id) | Q(delegate_id=person_id)
    return Delegation.objects.filter(either, pk=delegation_id).first()


def approves_for_somebody(person_id: int, today: date) -> bool:
    """Whether somebody has this person approve in their place today (代決)."""
    return Delegation.objects.filter(
        delegate_id=person_id,
        scope=Delegation.Scope.APPROVE,
        ended_at__isnull=True,
        active_from__lte=today,
        active_to__gte=today,
    ).exists()


def delegations_of_many(
    day: date, *, either: Collection[int] = (), given_by: Collection[int] = (), locked: bool = False
) -> list[Delegation]:
    """Those that run on `day` or later and that `either` have given or hold, or that `given_by` have given."""
    people = list(either)
    concerned = Q(delegator_id__in=people) | Q(delegate_id__in=people) | Q(delegator_id__in=list(given_by))
    rows = Delegation.objects.filter(concerned, ended_at__isnull=True, active_to__gte=day).order_by("pk")
    return list(rows.select_for_update() if locked else rows.select_related("delegator", "delegate"))
