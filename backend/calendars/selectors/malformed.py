"""What of linked calendars could not be read: how much and where, and nothing of what it says."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Min, Sum

from calendars.models import SeenResource


@dataclass(frozen=True, slots=True)
class MalformedIn:
    """So many parts of a calendar; the first of them begins at this line of its file."""

    count: int
    line: int


def malformed_of(link_ids: Collection[int]) -> dict[int, MalformedIn]:
    """By link; those of which everything could be read have no key."""
    rows = SeenResource.objects.filter(link_id__in=link_ids, malformed__gt=0)
    counted = rows.values("link_id").annotate(count=Sum("malformed"), line=Min("malformed_line")).order_by("link_id")
    return {row["link_id"]: MalformedIn(row["count"], row["line"]) for row in counted}
