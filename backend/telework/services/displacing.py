"""Let go what telework takes the place of: desks, and the mere word to be in the office."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from core.interval import Interval
from core.refused import Refused
from plans.holders import let_many_go, names_of, way_to_let_go
from plans.policies import Stretch, claim_refused
from plans.selectors.ledger import held_stretch
from telework.policies.request_rules import DISPLACES

Held = tuple[str, int]
"""A holder in the ledger: its kind, and its id there."""


@dataclass(frozen=True, slots=True)
class Displacing:
    """A stretch that is wanted of a person, and what of `ledger`, the person's day, yields to it."""

    key: int
    person_id: int
    during: Interval
    ledger: Sequence[Stretch]

    @property
    def holders(self) -> list[Held]:
        found = [one for one in self.ledger if one.holder_kind in DISPLACES and one.during.overlaps(self.during)]
        return [(one.holder_kind, one.holder_id) for one in found]


def displace_all(wanted: Sequence[Displacing]) -> tuple[dict[int, list[Held]], dict[int, Refused]]:
    """Let go, by key, what each of these takes the place of; answers what went, and why one cannot have its stretch.

    What cannot be let go stays whole. Those that nobody has come to go in few statements, the others one by one: what
    has been is not undone, so whoever sits at a desk in that time keeps it.
    """
    gone = _gone_together(wanted)
    displaced: dict[int, list[Held]] = {}
    refused: dict[int, Refused] = {}
    for one in wanted:
        holders = one.holders
        rest = [holder for holder in holders if holder not in gone]
        displaced[one.key] = [holder for holder in holders if holder in gone]
        if not rest:
            continue
        try:
            with transaction.atomic():
                displaced[one.key] += _one_by_one(one)
        except Refused as error:
            refused[one.key] = error
    return displaced, refused


def desk_codes(displaced: Mapping[int, Iterable[Held]]) -> dict[int, list[str]]:
    """What people call what went, by key: the codes of desks."""
    by_kind: dict[str, list[int]] = {}
    for holders in displaced.values():
        for kind, holder_id in holders:
            by_kind.setdefault(kind, []).append(holder_id)
    names = {(kind, pk): name for kind, ids in by_kind.items() for pk, name in names_of(kind, ids).items()}
    return {key: sorted({names[one] for one in holders if one in names}) for key, holders in displaced.items()}


def _gone_together(wanted: Sequence[Displacing]) -> set[Held]:
    times = Counter(holder for one in wanted for holder in one.holders)
    by_kind: dict[str, dict[int, Interval]] = {}
    for one in wanted:
        holders = one.holders
        if len(holders) == 1 and times[holders[0]] == 1:
            kind, holder_id = holders[0]
            by_kind.setdefault(kind, {})[holder_id] = one.during
    return {(kind, pk) for kind, those in by_kind.items() for pk in let_many_go(kind, those)}


def _one_by_one(one: Displacing) -> list[Held]:
    asked: list[Held] = []
    while held := held_stretch(one.person_id, one.during):
        holder = (held.holder_kind, held.holder_id)
        if held.holder_kind not in DISPLACES or holder in asked:
            raise claim_refused(held)
        asked.append(holder)
        way_to_let_go(held.holder_kind)(held.holder_id, one.during)
    return asked
