"""Which desk for one person: what speaks for each, who is equal, and a fair draw among those."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from seating.policies.lots import in_drawn_order, lot

METRES_THAT_ARE_EQUAL = 3.0
"""Desks whose distances to a colleague differ by less are equally near: two steps decide nothing."""

Score = tuple[int, bool, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A free desk that the person may have.

    `area_rank` is 0 in the own areas and grows with each area after them; `metres` to the colleague's desk where one
    is named and known (None: on another floor); `lacks` are the wanted features it does not have; `sat_lately` says
    that the person sat there in the last working days.
    """

    desk_id: int
    code: str
    area_rank: int
    lacks: tuple[str, ...] = ()
    sat_lately: bool = False
    metres: float | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen desk, and those that were as good, in the order in which they were drawn; the chosen one is first."""

    chosen: Candidate
    equals: Sequence[Candidate]
    seed: str

    def lots(self) -> list[int]:
        """The lots of the equals, lowest first."""
        return [lot(self.seed, one.code) for one in self.equals]


def score(candidate: Candidate, *, near_person: bool) -> Score:
    """What decides, the lowest first: features that are missing, whether one sat there lately, and how near it is.

    Near is the colleague's desk where one is named, else the own section's areas before those after them.
    """
    if not near_person:
        nearness = candidate.area_rank
    elif candidate.metres is None:
        nearness = 10_000 + candidate.area_rank
    else:
        nearness = floor(candidate.metres / METRES_THAT_ARE_EQUAL)
    return len(candidate.lacks), candidate.sat_lately, nearness


def choose(candidates: Sequence[Candidate], *, near_person: bool, seed: str) -> Choice | None:
    """The best desk, drawn by lot among equals; None where there is no candidate.

    The same candidates and seed give the same desk, in whatever order they come.
    """
    if not candidates:
        return None
    best = min(score(one, near_person=near_person) for one in candidates)
    equals = [one for one in candidates if score(one, near_person=near_person) == best]
    drawn = in_drawn_order(seed, equals, lambda one: one.code)
    return Choice(drawn[0], drawn, seed)
