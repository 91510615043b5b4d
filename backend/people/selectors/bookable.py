"""The people for whom somebody may book today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_

from django.db.models import Exists, OuterRef, Q, QuerySet

from people.models import Person, PersonKind, Post
from people.name import search_terms
from people.policies.acting import Relation
from people.policies.roles import Role
from people.policies.visibility import Viewer
from people.selectors.acting import delegations_to_book
from people.selectors.finding import PeoplePages


@dataclass(frozen=True, slots=True)
class Bookable:
    """A person and why the viewer may book for them."""

    person: Person
    relation: Relation


def people_bookable(viewer: Viewer, *, today: date, typed: str = "", only: int | None = None) -> PeoplePages:
    """Everybody else for whom `viewer` may book, in order of reading: the answer of people.policies.acting as a list.

    With `typed`, only those in whose name, reading or number every word of it is found; with `only`, at most that one.
    """
    if viewer.person_id is None:
        return PeoplePages(Person.objects.none())
    rows = Person.objects.filter(_bookable(viewer, today)).exclude(pk=viewer.person_id)
    if terms := search_terms(typed):
        rows = rows.filter(reduce(and_, (Q(search_text__contains=term) for term in terms)))
    if only is not None:
        rows = rows.filter(pk=only)
    return PeoplePages(rows.select_related("department"))


def with_relations(people: Sequence[Person], viewer: Viewer, *, today: date) -> list[Bookable]:
    """The people of `people_bookable` with the reason that counts for each; one query."""
    managed = set(_managed(viewer, today).filter(pk__in=[person.pk for person in people]).values_list("pk", flat=True))
    return [Bookable(person, _relation(person, managed)) for person in people]


def _relation(person: Person, managed: set[int]) -> Relation:
    if person.kind == PersonKind.VISITOR:
        return Relation.FACILITIES
    return Relation.MANAGER if person.pk in managed else Relation.DELEGATE


def _bookable(viewer: Viewer, today: date) -> Q:
    held = delegations_to_book(today).filter(delegate_id=viewer.person_id).values("delegator_id")
    found = Q(pk__in=held) | Q(pk__in=_managed(viewer, today).values("pk"))
    begun = Q(active_from__isnull=True) | Q(active_from__lte=today)
    not_over = Q(active_to__isnull=True) | Q(active_to__gte=today)
    staff = Q(kind=PersonKind.STAFF) & begun & not_over & found
    if Role.FACILITIES not in viewer.roles:
        return staff
    return staff | Q(kind=PersonKind.VISITOR, active_to__gte=today)


def _managed(viewer: Viewer, today: date) -> "QuerySet[Person]":
    posts = Post.objects.filter(
        Q(active_to__isnull=True) | Q(active_to__gte=today),
        person_id=OuterRef("pk"),
        active_from__lte=today,
        department__lineage__overlap=list(viewer.manages),
    )
    return Person.objects.filter(Exists(posts)) if viewer.manages else Person.objects.none()
