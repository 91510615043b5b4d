"""Which desks of a floor lie over one another."""

from collections.abc import Iterator, Sequence

from spaces.importing.geometry import TOLERANCE_METRES

Corners = Sequence[tuple[float, float]]


def overlapping_pairs(boxes: Sequence[Corners]) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) of turned boxes that share more than a centimetre, by their places in `boxes`.

    Sweeps from left to right, so that a floor of 2,000 desks costs a comparison with the few that stand in the same
    column and not with all.
    """
    spans = [(min(x for x, _ in box), max(x for x, _ in box)) for box in boxes]
    beside: list[int] = []
    for place in sorted(range(len(boxes)), key=lambda number: spans[number][0]):
        left = spans[place][0]
        beside = [other for other in beside if spans[other][1] > left + TOLERANCE_METRES]
        for other in beside:
            if _overlap(boxes[place], boxes[other]):
                yield min(place, other), max(place, other)
        beside.append(place)


def _overlap(one: Corners, other: Corners) -> bool:
    """Two convex boxes overlap unless a side of one of them separates them (separating axis theorem)."""
    return not any(_separates(axis, one, other) for box in (one, other) for axis in _normals(box))


def _normals(box: Corners) -> list[tuple[float, float]]:
    """Directions across two neighbouring sides, of length 1; the opposite sides have the same."""
    found = []
    for (x1, y1), (x2, y2) in ((box[0], box[1]), (box[1], box[2])):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        if length > 0:
            found.append(((y1 - y2) / length, (x2 - x1) / length))
    return found


def _separates(axis: tuple[float, float], one: Corners, other: Corners) -> bool:
    first = [x * axis[0] + y * axis[1] for x, y in one]
    second = [x * axis[0] + y * axis[1] for x, y in other]
    return max(first) <= min(second) + TOLERANCE_METRES or max(second) <= min(first) + TOLERANCE_METRES
