"""Who may decide about whose request today; three queries for any number of people."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from people.models import Delegation, Post
from telework.policies.approving import Approvers, approvers_from

NOWHERE: tuple[int | None, tuple[int, ...]] = (None, ())
"""Department and lineage of somebody without a main post."""


def approvers_of(person_ids: Iterable[int], today: date) -> dict[int, Approvers]:
    """Who decides about each of these people today, by person; somebody without a main post has nobody."""
    wanted = set(person_ids)
    homes = {
        person_id: (department_id, tuple(lineage or (department_id,)))
        for person_id, department_id, lineage in posts_on(today)
        .filter(person_id__in=wanted, kind=Post.Kind.MAIN)
        .values_list("person_id", "department_id", "department__lineage")
    }
    departments = {department for _, lineage in homes.values() for department in lineage}
    managers = managers_of(departments, today)
    everyone = {manager for of_one in managers.values() for manager in of_one}
    given = delegates_of(everyone, today)
    return {
        person_id: approvers_from(person_id, *homes.get(person_id, NOWHERE), managers=managers, delegates=given)
        for person_id in wanted
    }


def approvers_of_one(person_id: int, today: date) -> Approvers:
    """Who decides about one person."""
    return approvers_of([person_id], today)[person_id]


def managers_of(department_ids: Iterable[int], today: date) -> dict[int, set[int]]:
    """The 所属長 of each of the departments today; those without one are left out."""
    found: dict[int, set[int]] = {}
    rows = posts_on(today).filter(department_id__in=set(department_ids), manages=True)
    for department_id, person_id in rows.values_list("department_id", "person_id"):
        found.setdefault(department_id, set()).add(person_id)
    return found


def delegates_of(manager_ids: Iterable[int], today: date) -> dict[int, set[int]]:
    """To whom each of these has delegated the approving today."""
    found: dict[int, set[int]] = {}
    rows = delegations_to_approve(today).filter(delegator_id__in=set(manager_ids))
    for delegator_id, delegate_id in rows.values_list("delegator_id", "delegate_id"):
        found.setdefault(delegator_id, set()).add(delegate_id)
    return found


def delegations_to_approve(today: date) -> "QuerySet[Delegation]":
    """Those that let somebody approve in somebody else's place today; only of people still on the roll."""
    return Delegation.objects.filter(
        Q(delegate__active_to__isnull=True) | Q(delegate__active_to__gte=today),
        scope=Delegation.Scope.APPROVE,
        active_from__lte=today,
        active_to__gte=today,
        ended_at__isnull=True,
    )


def posts_on(day: date) -> "QuerySet[Post]":
    """The posts that run on `day`, of people who are on the roll that day."""
    return Post.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=day),
        Q(person__active_to__isnull=True) | Q(person__active_to__gte=day),
        active_from__lte=day,
    )
