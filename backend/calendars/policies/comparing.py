"""What is wanted, compared with what was proposed: which proposals are made, changed, withdrawn. Knows no Django.

Proposals are worked out from the truth each time. What was decided stays decided while the event says no more than it
did; what was said by hand is never proposed again, and never undone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from calendars.policies.choices import ProposalKind, ProposalState
from calendars.policies.entries import Part
from calendars.policies.halves import halves_in
from calendars.policies.wanted import Source, Wanted

Plan = Mapping[date, Mapping[Part, ProposalKind]]
"""Of each day and half, what the plan says already of the kinds that calendars propose."""


@dataclass(frozen=True, slots=True)
class Known:
    """A proposal as it stands."""

    id: int
    source: Source
    kind: ProposalKind
    part: str
    state: ProposalState

    @property
    def halves(self) -> frozenset[Part]:
        return halves_in(self.part)


@dataclass(frozen=True, slots=True)
class Propose:
    """Ask the person: for the first time, or anew where `id` is that of a proposal that said something else."""

    source: Source
    kind: ProposalKind
    halves: frozenset[Part]
    href: str
    id: int | None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """There is nothing to ask any more."""

    id: int


Step = Propose | Withdraw


def compared(wanted: Mapping[Source, Wanted], known: Iterable[Known], plan: Plan) -> list[Step]:
    """The steps from what was proposed to what is wanted. `known` are proposals of places, of the days looked at."""
    steps: list[Step] = []
    rows = {one.source: one for one in known}
    for source, want in wanted.items():
        said = plan.get(source.day, {})
        halves = frozenset(half for half in want.halves if said.get(half) != want.kind)
        row = rows.get(source)
        if not halves:
            if row is not None and row.state is ProposalState.OPEN:
                steps.append(Withdraw(row.id))
        elif row is None or not _stands(row, want.kind, halves):
            more = row is not None and row.kind is want.kind and row.state is ProposalState.ACCEPTED
            # What was accepted of it stays of it: the rest is asked for with it.
            steps.append(
                Propose(source, want.kind, want.halves if more else halves, want.href, row.id if row else None)
            )
    gone = (row for source, row in rows.items() if source not in wanted and row.state is ProposalState.OPEN)
    return [*steps, *(Withdraw(row.id) for row in gone)]


def _stands(row: Known, kind: ProposalKind, halves: frozenset[Part]) -> bool:
    """Whether what is wanted was asked already: of what is open exactly, of what was decided no more than that."""
    if row.kind is not kind:
        return False
    if row.state is ProposalState.OPEN:
        return row.halves == halves
    return row.state in (ProposalState.ACCEPTED, ProposalState.DISMISSED) and halves <= row.halves
