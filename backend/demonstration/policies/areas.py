"""What is known of an area of a day before desks of it are handed out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AreaToFill:
    """An area with its bookable desks in order and the departments at home (none: common).

    `assigned` are the owners of its assigned desks by desk, `overflow` the areas to which it spills over, in order.
    """

    id: int
    floor_id: int
    departments: frozenset[int]
    desk_ids: Sequence[int]
    assigned: Mapping[int, int]
    overflow: Sequence[int] = ()
