"""The displays that facilities look after."""

from django.db.models import F, QuerySet

from displays.models import DisplayLink


def display_links() -> "QuerySet[DisplayLink]":
    """Every display, those in use first, newest first."""
    rows = DisplayLink.objects.select_related("floor__building", "created_by__person")
    return rows.order_by(F("revoked_at").desc(nulls_first=True), "-pk")
