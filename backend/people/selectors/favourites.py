"""Whom somebody has marked."""

from collections.abc import Collection
from datetime import date

from people.models import Favourite, Person
from people.selectors.finding import on_the_roll


def favourites_of(person_id: int, day: date) -> list[Person]:
    """The marked people who are on the roll on `day`, in order of reading, departments at hand."""
    marked = Favourite.objects.filter(owner_id=person_id).values("person_id")
    return list(on_the_roll(day).filter(pk__in=marked).order_by("kana", "pk"))


def favourites_among(person_id: int | None, people: Collection[int]) -> frozenset[int]:
    """Those of `people` whom the person has marked."""
    if person_id is None or not people:
        return frozenset()
    rows = Favourite.objects.filter(owner_id=person_id, person_id__in=people)
    return frozenset(rows.values_list("person_id", flat=True))
