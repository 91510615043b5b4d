"""The layouts that floors had, have and will have."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count

from core import clock
from spaces.models import Layout
from spaces.selectors.layout_stretches import layout_stretches


@dataclass(frozen=True, slots=True)
class Version:
    """A layout with its last day (None: for good) and how much stands in it."""

    layout: Layout
    last_day: dt.date | None
    desks: int
    areas: int

    @property
    def to_come(self) -> bool:
        """Whether its first day is still to come."""
        return self.layout.effective_from > clock.today()

    @property
    def in_force(self) -> bool:
        today = clock.today()
        return self.layout.effective_from <= today and (self.last_day is None or today <= self.last_day)


def versions(floor_id: int | None = None) -> list[Version]:
    """The layouts of one floor or of all, the latest day first."""
    floors = None if floor_id is None else [floor_id]
    until = {stretch.layout_id: stretch.until for stretch in layout_stretches(floors)}
    rows = Layout.objects.filter(pk__in=until).select_related("floor").defer("plan")
    rows = rows.annotate(desk_count=Count("desks", distinct=True), area_count=Count("areas", distinct=True)).order_by(
        "-effective_from", "-floor__level", "pk"
    )
    day = dt.timedelta(days=1)
    return [
        Version(row, None if (end := until[row.pk]) is None else end - day, row.desk_count, row.area_count)
        for row in rows
    ]
