"""Which plans that came of calendars have lost what they came of. Knows no Django."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from calendars.policies.choices import ProposalKind
from calendars.policies.entries import Part
from calendars.policies.wanted import Source, Wanted, Winners


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an accepted proposal and still stands as it was made: an own plan or a request of telework.

    `halves` are those it holds now.
    """

    proposal_id: int
    link_id: int
    day: date
    kind: ProposalKind
    holder_kind: str
    holder_id: int
    halves: frozenset[Part]


@dataclass(frozen=True, slots=True)
class Lost:
    """Of one accepted proposal, what is to be taken back: these holders, which have these halves."""

    proposal_id: int
    link_id: int
    day: date
    holder_kind: str
    holder_ids: tuple[int, ...]
    halves: frozenset[Part]


def lost(made: Iterable[Made], won: Winners, wanted: Mapping[Source, Wanted]) -> dict[int, Lost]:
    """By the id of the accepted proposal. A plan is lost when no calendar says its kind in any of its halves.

    A half for which something else is wanted is not lost: accepting that replaces the plan.
    """
    found: dict[int, Lost] = {}
    replaced = {(source.day, half) for source, one in wanted.items() for half in one.halves}
    for one in made:
        there = won.get(one.day, {})
        backed = any(half in there and there[half].kind is one.kind for half in one.halves)
        if backed or any((one.day, half) in replaced for half in one.halves) or not one.halves:
            continue
        before = found.get(one.proposal_id)
        found[one.proposal_id] = Lost(
            one.proposal_id,
            one.link_id,
            one.day,
            one.holder_kind,
            (*(before.holder_ids if before else ()), one.holder_id),
            one.halves | (before.halves if before else frozenset()),
        )
    return found
