"""For whom somebody may book."""

from datetime import date

from django.db.models import QuerySet

from core.fields import LARGEST_ID
from people.models import Delegation, Person, PersonKind
from people.policies.acting import ActedFor, Relation, relation_to
from people.policies.visibility import Viewer
from people.selectors.seen import seen_people


def relation_now(viewer: Viewer, person_id: int, *, today: date) -> Relation | None:
    """Why `viewer` may act for the person today; None when they may not, or nobody has this id."""
    if viewer.person_id == person_id:
        return Relation.ONESELF
    person = Person.objects.filter(pk=person_id).first() if person_id <= LARGEST_ID else None
    return None if person is None else relation_to(viewer, _acted_for(person, today))


def _acted_for(person: Person, today: date) -> ActedFor:
    over = person.active_to is not None and person.active_to < today
    if person.kind == PersonKind.VISITOR:  # a visit is prepared before its first day
        return ActedFor(person.pk, on_the_roll=not over, visitor=True)
    to_come = person.active_from is not None and person.active_from > today
    seen = seen_people([person], first=today, last=today)[person.pk]
    delegates = delegations_to_book(today).filter(delegator=person).values_list("delegate_id", flat=True)
    return ActedFor(
        person.pk,
        on_the_roll=not over and not to_come,
        visitor=False,
        lineage=seen.lineage,
        delegates=frozenset(delegates),
    )


def delegations_to_book(today: date) -> "QuerySet[Delegation]":
    """Those that let somebody book for somebody else today."""
    return Delegation.objects.filter(
        scope=Delegation.Scope.BOOK, active_from__lte=today, active_to__gte=today, ended_at__isnull=True
    )
