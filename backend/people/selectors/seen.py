"""People as the policy of visibility takes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from people.models import Department, Person, PersonKind, Post
from people.policies.visibility import Seen


@dataclass(frozen=True, slots=True)
class Member:
    """A person of a department in a period. `manages` tells the 所属長, `main` whether the main post is there."""

    person: Person
    seen: Seen
    manages: bool
    main: bool


def seen_people(people: Iterable[Person], *, first: date, last: date) -> dict[int, Seen]:
    """What decides who may see where these people are from `first` to `last`, by person; one query."""
    by_id = {person.pk: person for person in people}
    departments: dict[int, set[int]] = {pk: set() for pk in by_id}
    lineage: dict[int, set[int]] = {pk: set() for pk in by_id}
    rows = _posts(first, last).filter(person_id__in=list(by_id))
    for person_id, department_id, above in rows.values_list("person_id", "department_id", "department__lineage"):
        departments[person_id].add(department_id)
        lineage[person_id].update(above, (department_id,))
    return {
        pk: Seen(
            pk,
            person.visibility,
            frozenset(departments[pk]),
            frozenset(lineage[pk]),
            visitor=person.kind == PersonKind.VISITOR,
            host_id=person.host_id,
        )
        for pk, person in by_id.items()
    }


def members_of(department: Department, *, first: date, last: date) -> list[Member]:
    """Those with a post in the department or below it between `first` and `last`; two queries.

    The 所属長 come first, then main posts before concurrent ones, then in order of staff number.
    """
    here: dict[int, list[Post]] = {}
    people: dict[int, Person] = {}
    rows = _posts(first, last).filter(department__lineage__contains=[department.pk])
    for post in rows.select_related("person__department"):
        here.setdefault(post.person_id, []).append(post)
        people[post.person_id] = post.person
    seen = seen_people(people.values(), first=first, last=last)
    members = [
        Member(
            person,
            seen[pk],
            manages=any(post.manages for post in here[pk]),
            main=any(post.kind == Post.Kind.MAIN for post in here[pk]),
        )
        for pk, person in people.items()
    ]
    return sorted(members, key=lambda one: (not one.manages, not one.main, one.person.number))


def _posts(first: date, last: date) -> "QuerySet[Post]":
    return Post.objects.filter(Q(active_to__isnull=True) | Q(active_to__gte=first), active_from__lte=last)
