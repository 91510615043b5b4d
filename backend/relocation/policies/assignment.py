"""Where each displaced booking could go: one free desk each, never one desk for two at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import hypot

from core.interval import Interval

ACCESSIBLE = "accessible"


@dataclass(frozen=True, slots=True)
class Spot:
    """A desk that can be booked on a day: where it stands (metres), and what it has."""

    desk_id: int
    code: str
    area_id: int
    floor_id: int
    x: float
    y: float
    features: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Need:
    """A stretch for which a person needs a desk. `area_ids` come first first; `old` is the desk that is lost.

    Desks of `prefers` come before all others: those the person had before.
    """

    key: int
    person_id: int
    day: date
    during: Interval
    area_ids: Sequence[int]
    old: Spot
    prefers: Collection[int] = ()


class Spots:
    """The spots of some layouts by area, and for each lost desk the order in which an area's spots come.

    Days on which the same layouts are in force share one.
    """

    def __init__(self, by_area: Mapping[int, Sequence[Spot]]) -> None:
        self.by_area = by_area
        self.by_desk = {spot.desk_id: spot for spots in by_area.values() for spot in spots}
        self._orders: dict[tuple[int, int], Sequence[Spot]] = {}

    def in_order(self, area_id: int, old: Spot) -> Sequence[Spot]:
        """The area's spots: those that lack the fewest features of the old desk and stand nearest to it first."""
        order = self._orders.get((area_id, old.desk_id))
        if order is None:
            order = sorted(self.by_area.get(area_id, ()), key=lambda spot: _worse(spot, old))
            self._orders[area_id, old.desk_id] = order
        return order


@dataclass(slots=True)
class FreeSpots:
    """The spots of one day, and when each is held."""

    spots: Spots
    held: dict[int, list[Interval]] = field(default_factory=lambda: defaultdict(list))

    def free(self, spot: Spot, during: Interval) -> bool:
        return not any(stretch.overlaps(during) for stretch in self.held.get(spot.desk_id, ()))

    def take(self, spot: Spot, during: Interval) -> None:
        """Hold the spot: nobody else is sent there meanwhile."""
        self.held.setdefault(spot.desk_id, []).append(during)


def assign(needs: Iterable[Need], days: Mapping[date, FreeSpots]) -> dict[int, Spot]:
    """A spot for each need by its key, as far as there are any; who comes first in `needs` chooses first.

    Whoever is displaced on several days gets one desk for all of them where that is free.
    """
    found: dict[int, Spot] = {}
    kept: dict[int, int] = {}
    for need in needs:
        free = days[need.day]
        spot = next(spots_for(need, free, kept.get(need.person_id)), None)
        if spot is not None:
            free.take(spot, need.during)
            kept.setdefault(need.person_id, spot.desk_id)
            found[need.key] = spot
    return found


def spots_for(need: Need, free: FreeSpots, kept: int | None = None) -> Iterator[Spot]:
    """The free spots for a need, best first.

    First those the person had before, then `kept`, the one chosen for another day. Then area by area in the order of
    the need, in each the desk that lacks the fewest features of the old one and stands nearest to it. Who loses an
    accessible desk is offered every accessible one before any other.
    """
    before = [free.spots.by_desk[desk_id] for desk_id in need.prefers if desk_id in free.spots.by_desk]
    if kept is not None and kept in free.spots.by_desk and free.spots.by_desk[kept].area_id in need.area_ids:
        before.append(free.spots.by_desk[kept])
    first = [spot for spot in before if free.free(spot, need.during)]
    yielded: set[int] = set()
    needs_access = ACCESSIBLE in need.old.features
    for spot in _in_order(first, need, free, accessible_only=needs_access):
        if spot.desk_id not in yielded:
            yielded.add(spot.desk_id)
            yield spot


def _in_order(first: Sequence[Spot], need: Need, free: FreeSpots, *, accessible_only: bool) -> Iterator[Spot]:
    if accessible_only:
        yield from (spot for spot in first if ACCESSIBLE in spot.features)
        yield from (spot for spot in _by_area(need, free) if ACCESSIBLE in spot.features)
    yield from first
    yield from _by_area(need, free)


def _by_area(need: Need, free: FreeSpots) -> Iterator[Spot]:
    for area_id in need.area_ids:
        yield from (spot for spot in free.spots.in_order(area_id, need.old) if free.free(spot, need.during))


def _worse(spot: Spot, old: Spot) -> tuple[int, bool, float, str]:
    return (
        len(old.features - spot.features),
        spot.floor_id != old.floor_id,
        hypot(spot.x - old.x, spot.y - old.y),
        spot.code,
    )
