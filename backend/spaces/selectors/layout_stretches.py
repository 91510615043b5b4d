"""From which day to which day layouts are in force, read afresh: what a change of layouts is checked against."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from spaces.models import Layout


@dataclass(frozen=True, slots=True)
class LayoutStretch:
    """A layout and the days on which it is in force: from `first` until the day before `until` (None: for good)."""

    layout_id: int
    floor_id: int
    first: dt.date
    until: dt.date | None

    def meets(self, first: dt.date, until: dt.date | None) -> bool:
        """Whether it is in force on a day from `first` until the day before `until`."""
        return (until is None or self.first < until) and (self.until is None or first < self.until)


def layout_stretches(floor_ids: Iterable[int] | None = None) -> list[LayoutStretch]:
    """The layouts of some floors, or of all, in order of their first day."""
    rows = Layout.objects.order_by("effective_from")
    if floor_ids is not None:
        rows = rows.filter(floor_id__in=list(floor_ids))
    of_floor: dict[int, list[tuple[int, dt.date]]] = defaultdict(list)
    for layout_id, floor_id, first in rows.values_list("pk", "floor_id", "effective_from"):
        of_floor[floor_id].append((layout_id, first))
    found = [
        LayoutStretch(layout_id, floor_id, first, every[place + 1][1] if place + 1 < len(every) else None)
        for floor_id, every in of_floor.items()
        for place, (layout_id, first) in enumerate(every)
    ]
    return sorted(found, key=lambda stretch: (stretch.first, stretch.floor_id))


def until_next(floor_id: int, first: dt.date) -> dt.date | None:
    """The first day of the floor's next layout after `first`, or None where none follows."""
    later = Layout.objects.filter(floor_id=floor_id, effective_from__gt=first).order_by("effective_from")
    return later.values_list("effective_from", flat=True).first()
