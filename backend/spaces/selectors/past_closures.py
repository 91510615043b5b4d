"""Closures that are over: ended, or lifted before they began."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q

from core import clock
from core.pagination import Key
from spaces.models import AreaPlacement, Closure

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class PastClosure:
    """A closure that is over, and what its place was called last: it may have no place on a floor any more."""

    closure: Closure
    place_name: str


@dataclass(frozen=True, slots=True)
class PastClosurePages:
    """The one entered last comes first."""

    rows: "QuerySet[Closure]"

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> list[PastClosure]:
        """At most `limit` closures beyond the key `after`: core.pagination's fetch. Costs two queries."""
        rows = self.rows
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        found = list(rows.order_by("pk" if backwards else "-pk")[:limit])
        areas = _area_names({row.area_id for row in found if row.area_id is not None})
        return [PastClosure(row, areas.get(row.area_id or 0) or _outer_name(row)) for row in found]

    @staticmethod
    def key(row: PastClosure) -> Key:
        return (row.closure.pk,)


def past_closures() -> PastClosurePages:
    """Those that have ended or been lifted, of any place."""
    over = Q(lifted_at__isnull=False) | Q(during__endswith__lte=clock.now())
    return PastClosurePages(Closure.objects.filter(over).select_related("building", "floor", "desk", "area"))


def _outer_name(row: Closure) -> str:
    """The name of a building or floor, the code of a desk, or that of an area which no layout has."""
    place = row.building or row.floor
    if place is not None:
        return place.name
    thing = row.desk or row.area
    return thing.code if thing is not None else ""


def _area_names(area_ids: Collection[int]) -> dict[int, str]:
    """By area id, the name in the newest layout that has the area."""
    if not area_ids:
        return {}
    rows = AreaPlacement.objects.filter(area_id__in=area_ids).order_by("layout__effective_from", "pk")
    return dict(rows.values_list("area_id", "name"))
