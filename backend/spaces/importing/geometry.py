"""Whether a turned box stays within a floor."""

import math

TOLERANCE_METRES = 0.01


def corners(x: float, y: float, width: float, height: float, rotation: float) -> list[tuple[float, float]]:
    """The corners of a box (metres, upper left) turned by `rotation` degrees about its middle, as SVG turns."""
    middle_x, middle_y = x + width / 2, y + height / 2
    turn = math.radians(rotation)
    cosine, sine = math.cos(turn), math.sin(turn)
    halves = [(-width / 2, -height / 2), (width / 2, -height / 2), (width / 2, height / 2), (-width / 2, height / 2)]
    return [(middle_x + dx * cosine - dy * sine, middle_y + dx * sine + dy * cosine) for dx, dy in halves]


def stays_within(box: list[tuple[float, float]], width: float, height: float) -> bool:
    """Whether every corner lies on a floor of that size; a centimetre over is the drawing's own rounding."""
    over = TOLERANCE_METRES
    return all(-over <= x <= width + over and -over <= y <= height + over for x, y in box)
