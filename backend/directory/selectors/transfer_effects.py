"""What a planned transfer would come to for what people hold, as things stand now."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from core import clock
from core.pagination import Key
from core.revision import KeptByRevision
from directory.followers import effects_of
from directory.models import PlannedTransfer
from directory.policies.roll_changed import Effect, Moved, RollChanged
from directory.policies.runs import TransferState
from directory.policies.transfer_moves import PlannedMove, planned_moves
from directory.selectors.transfers import planned_entries
from people.models import Department, Person, PersonKind


def roll_change_of(transfer: PlannedTransfer) -> RollChanged:
    """The change of the roll that the transfer would be: three reads, however many entries.

    People who have left meanwhile, or whom nobody knows yet, hold nothing.
    """
    departments = list(Department.objects.filter(active_to__isnull=True))
    codes = {one.pk: one.code for one in departments}
    ids = {one.code: one.pk for one in departments}
    moves = planned_moves(
        planned_entries(transfer),
        {one.code: one.kind for one in departments},
        {one.code: codes.get(one.parent_id) if one.parent_id else None for one in departments},
    )
    numbers = [*moves.left, *(move.number for move in moves.moved)]
    staff = Person.objects.filter(kind=PersonKind.STAFF, active_to__isnull=True, number__in=numbers)
    people: dict[str, int] = dict(staff.values_list("number", "pk"))
    lines = {code: tuple(ids[above] for above in line if above in ids) for code, line in moves.lines.items()}

    def moved(move: PlannedMove) -> Moved:
        posts = sorted(move.posts, key=lambda post: not post.main)
        return Moved(
            person_id=people[move.number],
            from_department=ids.get(move.from_code),
            to_department=ids.get(move.to_code),
            lineages=tuple(lines[post.department] for post in posts),
            manages=tuple(ids[post.department] for post in posts if post.manages and post.department in ids),
        )

    return RollChanged(
        day=max(transfer.effective_on, clock.today()),
        left=tuple(people[number] for number in moves.left if number in people),
        moved=tuple(moved(move) for move in moves.moved if move.number in people),
        departments_ended=tuple(ids[code] for code in moves.ended if code in ids),
    )


def transfer_effects(transfer: PlannedTransfer) -> Sequence[Effect]:
    """Everything that would follow, in a stable order; kept in the process for the minute, since pages ask for it.

    Nothing for a transfer that is settled: what followed stands in the run's day.
    """
    if transfer.state != TransferState.LOADED:
        return ()
    return _kept.get(transfer.pk, clock.this_minute(), lambda: effects_of(roll_change_of(transfer)))


def effect_counts(transfer: PlannedTransfer) -> dict[str, int]:
    """How many effects of each kind."""
    return dict(sorted(Counter(effect.kind for effect in transfer_effects(transfer)).items()))


def people_concerned(transfer: PlannedTransfer) -> int:
    """How many people any effect is about."""
    return len({effect.person_id for effect in transfer_effects(transfer) if effect.person_id is not None})


@dataclass(frozen=True, slots=True)
class PlacedEffect:
    """An effect at its place in the list."""

    position: int
    effect: Effect


@dataclass(frozen=True, slots=True)
class EffectPages:
    """The effects of a transfer in order, of one kind or all; core.pagination's fetch."""

    transfer: PlannedTransfer
    kind: str | None = None

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[PlacedEffect]:
        every = [
            PlacedEffect(position, effect)
            for position, effect in enumerate(transfer_effects(self.transfer))
            if self.kind is None or effect.kind == self.kind
        ]
        if backwards:
            before = every if after is None else [one for one in every if one.position < after[0]]
            return before[::-1][:limit]
        return (every if after is None else [one for one in every if one.position > after[0]])[:limit]

    @staticmethod
    def key(one: PlacedEffect) -> Key:
        return (one.position,)


_kept: KeptByRevision[int, Sequence[Effect]] = KeptByRevision(most=8)
