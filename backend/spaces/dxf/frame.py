"""From the units of a drawing, y upwards, to metres from the floor's upper left."""

from collections.abc import Collection
from dataclasses import dataclass

from spaces.dxf.parsed import Line, ParsedDrawing, Placed
from spaces.importing.drawing import LONGEST_SIDE_METRES

MARGIN_METRES = 1.0
SHORTEST_SIDE_METRES = 1.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a drawing that becomes the floor: its left and upper edge in units, its size in metres."""

    left: float
    top: float
    width: float
    height: float
    metres: float

    @property
    def fits(self) -> bool:
        """Whether that can be a floor at all."""
        return max(self.width, self.height) <= LONGEST_SIDE_METRES

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Metres from the upper left."""
        return (x - self.left) * self.metres, (self.top - y) * self.metres


def frame_of(drawing: ParsedDrawing, lines: Collection[Line], placed: Collection[Placed], metres: float) -> Frame:
    """The frame around what was chosen, with a metre around it; `metres` is how long a unit is."""
    xs = [x for line in lines for x in line.points[0::2]] + [one.x for one in placed]
    ys = [y for line in lines for y in line.points[1::2]] + [one.y for one in placed]
    if not xs:
        return Frame(0, 0, SHORTEST_SIDE_METRES, SHORTEST_SIDE_METRES, metres)
    margin = MARGIN_METRES / metres
    left, top = min(xs) - margin, max(ys) + margin
    width, height = (max(xs) + margin - left) * metres, (top - min(ys) + margin) * metres
    return Frame(left, top, round(width, 2), round(height, 2), metres)
