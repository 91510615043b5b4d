"""In which building somebody was whom an entrance let in: its gate names no floor, and so no building."""

from collections.abc import Mapping, Sequence

from occupancy.policies.passages import Stay


def buildings_of(stays: Sequence[Stay], building_of: Mapping[int, int]) -> list[int | None]:
    """The building of each stay of one person, which are in order; None of a floor that has none that day.

    A stay without a floor is in the building of the floor that the person went to from there, else of the one they came
    from, without having left in between. Where neither tells, it is the first building.
    """
    first = min(building_of.values(), default=None)
    found = [None if stay.floor_id is None else building_of.get(stay.floor_id) for stay in stays]
    for places in (range(len(stays) - 2, -1, -1), range(1, len(stays))):
        step = 1 if places.step < 0 else -1
        for place in places:
            one, beside = stays[place], stays[place + step]
            joins = one.end == beside.start if step > 0 else beside.end == one.start
            if one.floor_id is None and found[place] is None and joins:
                found[place] = found[place + step]
    return [first if stay.floor_id is None and at is None else at for stay, at in zip(stays, found, strict=True)]
