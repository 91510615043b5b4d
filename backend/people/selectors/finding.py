"""Finding people by name, reading, number or section."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_

from django.db.models import Q, QuerySet

from core.pagination import Key
from core.revision import PerRevision
from people.models import Department, Person, PersonKind
from people.name import folded, search_terms


@dataclass(frozen=True, slots=True)
class PeoplePages:
    """A list of people in order of reading (then id), to be fetched page by page."""

    rows: "QuerySet[Person]"

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[Person]:
        """At most `limit` people beyond the key `after`: core.pagination's fetch."""
        rows = self.rows
        if after is not None:
            kana, number = after
            beyond = Q(kana__lt=kana) | Q(kana=kana, pk__lt=number)
            onward = Q(kana__gt=kana) | Q(kana=kana, pk__gt=number)
            rows = rows.filter(beyond if backwards else onward)
        return list(rows.order_by(*(("-kana", "-pk") if backwards else ("kana", "pk")))[:limit])

    @staticmethod
    def key(person: Person) -> Key:
        return person.kana, person.pk


def on_the_roll(day: date) -> "QuerySet[Person]":
    """The staff who belong to the city on `day`, with their departments; no visitors."""
    return Person.objects.select_related("department").filter(
        Q(kind=PersonKind.STAFF),
        Q(active_from__isnull=True) | Q(active_from__lte=day),
        Q(active_to__isnull=True) | Q(active_to__gte=day),
    )


def people_found(query: str, *, day: date, people_revision: int) -> PeoplePages:
    """Those on the roll on `day` in whom every word of `query` is found: in name, reading or number, however they are
    typed, or in the name of the section or of one above it.

    Nothing typed finds nobody. `people_revision` is that of Slow.PEOPLE.
    """
    terms = search_terms(query)
    if not terms:
        return PeoplePages(Person.objects.none())
    names = _department_names.get("all", people_revision)
    return PeoplePages(on_the_roll(day).filter(reduce(and_, (_found_by(term, names) for term in terms))))


def _found_by(term: str, department_names: Sequence[tuple[str, int]]) -> Q:
    sections = [pk for name, pk in department_names if term in name]
    found = Q(search_text__contains=term)
    return found | Q(department__lineage__overlap=sections) if sections else found


def _read_department_names(_key: str) -> list[tuple[str, int]]:
    return [(folded(name), pk) for name, pk in Department.objects.values_list("name", "pk")]


_department_names = PerRevision(_read_department_names)
