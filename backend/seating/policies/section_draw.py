"""座席抽選: desks for a whole section in one act. Pure, so that a draw can be repeated from its record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from seating.policies.lots import in_drawn_order

Pair = frozenset[int]

MOST_SWAPS = 200
"""Swaps to part recent neighbours, of which sixty people need a few dozen; a bound, not an aim."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Somebody who draws. `needs` are features that the desk has to have."""

    person_id: int
    needs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DeskInDraw:
    """A free desk. `rank` is 0 in the section's own areas and grows with each area after them."""

    desk_id: int
    code: str
    rank: int = 0
    features: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DrawWanted:
    """All that a draw depends on, besides its seed.

    `fixed` are people who keep the desk they have; `next_to` are pairs of desks that stand together; `together` says
    how often two people sat next to each other lately.
    """

    people: Sequence[Drawer]
    desks: Sequence[DeskInDraw]
    fixed: Mapping[int, int] = field(default_factory=dict)
    next_to: Sequence[Pair] = ()
    together: Mapping[Pair, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Drawn:
    """Who sits where, by person id. `order` are all who drew, in the order of their lots; `unmet` are those for whom no
    desk with the features they need was left, `without` those for whom no desk was left at all; `swapped` those whom a
    swap moved; `repeated` counts how often people sat together before with those they sit next to now.
    """

    seats: Mapping[int, int]
    order: Sequence[int]
    unmet: Sequence[int]
    without: Sequence[int]
    swapped: frozenset[int]
    repeated: int


def draw(wanted: DrawWanted, seed: str) -> Drawn:
    """Draw once for everybody.

    People and desks are put in the order of their lots. Desks of nearer areas go first, and no more areas are opened
    than are needed. Whoever needs features draws first, among the desks that have them; the others take the next desk
    each. Then people whose new neighbours are their recent ones change places with others, as long as that parts more
    than it brings together. Without needs and recent neighbours every person gets every desk equally often.
    """
    people = in_drawn_order(seed, wanted.people, lambda one: f"person {one.person_id}")
    desks = _opened(in_drawn_order(seed, wanted.desks, lambda one: f"desk {one.code}"), len(people))
    seats = _seats_by_need(people, desks)
    unmet = [one.person_id for one in people if one.needs and one.person_id not in seats]
    taken = set(seats.values())
    left = iter([desk for desk in desks if desk.desk_id not in taken])
    for one in people:
        if one.needs:
            continue
        desk = next(left, None)
        if desk is not None:
            seats[one.person_id] = desk.desk_id
    table = _Table(wanted, people, desks, seats)
    table.part_recent_neighbours()
    return Drawn(
        seats=table.seats,
        order=[one.person_id for one in people],
        unmet=unmet,
        without=[one.person_id for one in people if not one.needs and one.person_id not in seats],
        swapped=frozenset(table.swapped),
        repeated=table.repeated(),
    )


def _opened(drawn: Sequence[DeskInDraw], people: int) -> list[DeskInDraw]:
    """The desks in the order of areas, then of lots; areas beyond the one that has the last desk needed stay closed."""
    desks = sorted(drawn, key=lambda desk: desk.rank)
    if not desks or not people:
        return []
    last = desks[min(people, len(desks)) - 1].rank
    return [desk for desk in desks if desk.rank <= last]


def _seats_by_need(people: Sequence[Drawer], desks: Sequence[DeskInDraw]) -> dict[int, int]:
    """As many people with needs as possible at desks that have what they need: augmenting paths, in drawn order."""
    holder: dict[int, Drawer] = {}

    def seat(one: Drawer, tried: set[int]) -> bool:
        for desk in desks:
            if desk.desk_id in tried or not one.needs <= desk.features:
                continue
            tried.add(desk.desk_id)
            if desk.desk_id not in holder or seat(holder[desk.desk_id], tried):
                holder[desk.desk_id] = one
                return True
        return False

    for one in people:
        if one.needs:
            seat(one, set())
    return {one.person_id: desk_id for desk_id, one in holder.items()}


class _Table:
    """People at desks, some of whom change places."""

    def __init__(
        self, wanted: DrawWanted, people: Sequence[Drawer], desks: Sequence[DeskInDraw], seats: dict[int, int]
    ) -> None:
        self.seats = seats
        self.swapped: set[int] = set()
        self._needs = {one.person_id: one.needs for one in people}
        self._order = [one.person_id for one in people]
        self._desks = {desk.desk_id: desk for desk in desks}
        self._at = {desk: person for person, desk in {**wanted.fixed, **seats}.items()}
        self._fixed = wanted.fixed
        self._together = wanted.together
        self._beside: dict[int, list[int]] = {}
        for one, other in map(sorted, wanted.next_to):
            self._beside.setdefault(one, []).append(other)
            self._beside.setdefault(other, []).append(one)

    def repeated(self) -> int:
        """How often those who sit together now sat together before."""
        everyone = {**self._fixed, **self.seats}
        return sum(self._cost(person, desk) for person, desk in everyone.items()) // 2

    def part_recent_neighbours(self) -> None:
        """Swap or move, the best change first for each person in turn, until nothing gets better."""
        if not self._together:
            return
        for _ in range(MOST_SWAPS):
            if sum(self._parted(person) for person in self._order if person in self.seats) == 0:
                return

    def _parted(self, person: int) -> bool:
        here = self.seats[person]
        if not self._cost(person, here):
            return False
        best, place = 0, None
        for desk in self._places_for(person):
            gain = self._gain(person, desk)
            if gain > best:
                best, place = gain, desk
        if place is None:
            return False
        self._swap(person, place)
        return True

    def _places_for(self, person: int) -> Iterator[int]:
        """Desks to which the person could go: others' whose holder could come here, free ones of the same area rank."""
        here = self._desks[self.seats[person]]
        for desk_id, desk in self._desks.items():
            if desk_id == here.desk_id or not self._needs[person] <= desk.features:
                continue
            other = self._at.get(desk_id)
            if other is None:
                if desk.rank == here.rank:
                    yield desk_id
            elif other in self.seats and self._needs[other] <= here.features:
                yield desk_id

    def _gain(self, person: int, desk: int) -> int:
        here, other = self.seats[person], self._at.get(desk)
        before = self._cost(person, here) + (self._cost(other, desk) if other is not None else 0)
        self._place(person, desk, other, here)
        after = self._cost(person, desk) + (self._cost(other, here) if other is not None else 0)
        self._place(person, here, other, desk)
        return before - after

    def _swap(self, person: int, desk: int) -> None:
        here, other = self.seats[person], self._at.get(desk)
        self._place(person, desk, other, here)
        self.swapped.add(person)
        if other is not None:
            self.swapped.add(other)

    def _place(self, person: int, desk: int, other: int | None, others_desk: int) -> None:
        del self._at[self.seats[person]]
        if other is not None:
            self._at[others_desk] = other
            self.seats[other] = others_desk
        self._at[desk] = person
        self.seats[person] = desk

    def _cost(self, person: int, desk: int) -> int:
        total = 0
        for beside in self._beside.get(desk, ()):
            other = self._at.get(beside)
            if other is not None and other != person:
                total += self._together.get(frozenset((person, other)), 0)
        return total
