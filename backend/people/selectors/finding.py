"""Finding people by name, reading, number or section."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

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


def people_found(query: str, *, day: date, people_revision: int) -> "FoundPages":
    """Those on the roll on `day` in whom every word of `query` is found: in name, reading or number, however they are
    typed, or in the name of the section or of one above it.

    Nothing typed finds nobody. `people_revision` is that of Slow.PEOPLE.
    """
    terms = search_terms(query)
    names = _department_names.get("all", people_revision) if terms else []
    wanted = [(term, _sections_named(term, names)) for term in terms]
    return FoundPages(_roll.get("all", people_revision) if terms else [], wanted, day)


@dataclass(frozen=True, slots=True)
class OnTheRoll:
    """What somebody is found by, kept in the process: reading 20,000 texts here takes a fraction of the database's."""

    kana: str
    pk: int
    text: str
    sections: frozenset[int]
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class FoundPages:
    """The people found, in order of reading (then id), to be fetched page by page: one query a page, by id.

    `wanted` has each word with the sections that it names.
    """

    roll: Sequence[OnTheRoll]
    wanted: Sequence[tuple[str, frozenset[int]]]
    day: date

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[Person]:
        """At most `limit` people beyond the key `after`: core.pagination's fetch."""
        place = len(self.roll) if backwards else 0
        if after is not None:
            place = (bisect_left if backwards else bisect_right)(self.roll, after, key=_order)
        rows = reversed(self.roll[:place]) if backwards else iter(self.roll[place:])
        for term, sections in self.wanted:
            rows = _with(rows, term, sections)
        ids = [one.pk for one in islice((one for one in rows if one.first <= self.day <= one.last), limit)]
        people = on_the_roll(self.day).in_bulk(ids) if ids else {}
        return [people[pk] for pk in ids if pk in people]

    @staticmethod
    def key(person: Person) -> Key:
        return person.kana, person.pk


def _with(rows: Iterator[OnTheRoll], term: str, sections: frozenset[int]) -> Iterator[OnTheRoll]:
    """Those of `rows` in whom the word is found; a loop this bare is what makes 20,000 of them quick."""
    if not sections:
        return (one for one in rows if term in one.text)
    return (one for one in rows if term in one.text or not sections.isdisjoint(one.sections))


def _order(one: OnTheRoll) -> Key:
    return one.kana, one.pk


def _sections_named(term: str, department_names: Sequence[tuple[str, int]]) -> frozenset[int]:
    return frozenset(pk for name, pk in department_names if term in name)


def _read_roll(_key: str) -> list[OnTheRoll]:
    lineages = {pk: frozenset(lineage) for pk, lineage in Department.objects.values_list("pk", "lineage")}
    rows = Person.objects.filter(kind=PersonKind.STAFF)
    found = [
        OnTheRoll(kana, pk, text, lineages.get(section, frozenset()), first or date.min, last or date.max)
        for kana, pk, text, section, first, last in rows.values_list(
            "kana", "pk", "search_text", "department_id", "active_from", "active_to"
        )
    ]
    return sorted(found, key=_order)


def _read_department_names(_key: str) -> list[tuple[str, int]]:
    return [(folded(name), pk) for name, pk in Department.objects.values_list("name", "pk")]


_department_names = PerRevision(_read_department_names)
_roll = PerRevision(_read_roll)
