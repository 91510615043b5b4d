"""Placements, and the drafts of layouts that were made from them."""

from collections.abc import Sequence

from django.db.models import QuerySet

from core.pagination import Key
from planning.models.placement import Placement
from spaces.models import LayoutDraft


class PlacementPages:
    """Placements that were not taken away, the newest first; core.pagination's fetch."""

    @staticmethod
    def fetch(after: Key | None, backwards: bool, limit: int) -> Sequence[Placement]:
        rows = _kept().defer("asked", "result")
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(placement: Placement) -> Key:
        return (placement.pk,)


def placement_seen(placement_id: int) -> Placement | None:
    """The placement with its building, scenario and person at hand; None where there is none, or it was taken away."""
    return _kept().filter(pk=placement_id).first()


def placed_by(placement: Placement) -> dict[int, int]:
    """The floor of each section, by a placement with a result."""
    return {
        section["department"]["id"]: row["floor"]["id"]
        for row in (placement.result or {}).get("floors", ())
        for section in row["sections"]
    }


def drafts_of(placement: Placement) -> list[dict[str, int]]:
    """The drafts made from it that are still in work: `floor`, `draft_id`, in the order in which they were made."""
    in_work = set(
        LayoutDraft.objects.filter(
            pk__in=[one["draft_id"] for one in placement.drafts], put_away_at__isnull=True, published_at__isnull=True
        ).values_list("pk", flat=True)
    )
    return [
        {"floor": one["floor"], "draft_id": one["draft_id"]} for one in placement.drafts if one["draft_id"] in in_work
    ]


def _kept() -> "QuerySet[Placement]":
    return Placement.objects.filter(removed_at__isnull=True).select_related("building", "scenario", "made_by")
