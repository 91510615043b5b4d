"""Which desks stand next to each other: side by side or face to face, however they are turned."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, radians, sin

TOUCHING_METRES = 0.6
"""Between two edges: nobody walks through there."""

ACROSS_AN_AISLE_METRES = 4.5
"""Between the edges of two islands with an aisle between them: one turns round and speaks."""

LEAST_SHARED_EDGE = 0.5
"""The part of the shorter edge that has to lie opposite the other desk's: corners that touch are no neighbours."""


@dataclass(frozen=True, slots=True)
class DeskBox:
    """A desk as it stands: its box in metres before it is turned by `rotation` degrees about its middle."""

    desk_id: int
    code: str
    floor_id: int
    x: float
    y: float
    width: float
    height: float
    rotation: float = 0.0
    rank: int = 0

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


def apart(one: DeskBox, other: DeskBox) -> float:
    """Metres from middle to middle; without end on different floors."""
    if one.floor_id != other.floor_id:
        return float("inf")
    return hypot(one.middle[0] - other.middle[0], one.middle[1] - other.middle[1])


def stand_together(one: DeskBox, other: DeskBox, gap: float = TOUCHING_METRES) -> bool:
    """Whether the two stand side by side or face to face with at most `gap` metres between their edges.

    Exact for desks turned against each other by right angles, and a fair guess at others: the turned one counts with
    the box around it, seen from either.
    """
    reach = gap + hypot(one.width, one.height) / 2 + hypot(other.width, other.height) / 2
    return apart(one, other) <= reach and (_beside(one, other, gap) or _beside(other, one, gap))


def neighbours(desks: Sequence[DeskBox], gap: float = TOUCHING_METRES) -> dict[int, set[int]]:
    """By desk id, the ids of those that stand together with it."""
    found: dict[int, set[int]] = {desk.desk_id: set() for desk in desks}
    for number, one in enumerate(desks):
        for other in desks[number + 1 :]:
            if stand_together(one, other, gap):
                found[one.desk_id].add(other.desk_id)
                found[other.desk_id].add(one.desk_id)
    return found


def _beside(one: DeskBox, other: DeskBox, gap: float) -> bool:
    """Seen from `one`, whose edges lie along the axes: `other` is turned into its frame."""
    width, height = _turned_size(other, other.rotation - one.rotation)
    dx, dy = _turned(other.middle[0] - one.middle[0], other.middle[1] - one.middle[1], -one.rotation)
    between_x, shared_x = _along(dx, one.width, width)
    between_y, shared_y = _along(dy, one.height, height)
    side_by_side = between_x <= gap and shared_y >= LEAST_SHARED_EDGE * min(one.height, height)
    face_to_face = between_y <= gap and shared_x >= LEAST_SHARED_EDGE * min(one.width, width)
    return side_by_side or face_to_face


def _along(distance: float, one: float, other: float) -> tuple[float, float]:
    """Along one axis, how much lies between two stretches whose middles are `distance` apart, and what they share."""
    reach = (one + other) / 2
    return max(0.0, abs(distance) - reach), max(0.0, min(reach - abs(distance), one, other))


def _turned(x: float, y: float, degrees: float) -> tuple[float, float]:
    turn = radians(degrees)
    return x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)


def _turned_size(desk: DeskBox, degrees: float) -> tuple[float, float]:
    turn = radians(degrees)
    across, along = abs(cos(turn)), abs(sin(turn))
    return desk.width * across + desk.height * along, desk.width * along + desk.height * across
