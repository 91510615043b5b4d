"""What people gave each other follows the roll: delegations of whoever left, and of 所属長 who manage elsewhere."""

from collections.abc import Sequence

from directory.policies.roll_changed import Effect, RollChanged
from directory.selectors.managing_no_more import managing_no_more
from people.models import Delegation
from people.selectors.delegations import delegations_of_many
from people.services.delegations import end_delegations

LEFT = "left"
MOVED = "moved"


def delegations_end(change: RollChanged) -> None:
    """End the delegations that leavers gave or held, and those that people gave who no longer manage what they did."""
    end_delegations({one.pk: _because(one, change) for one in _ending(change, locked=True)})


def ending_delegations(change: RollChanged) -> list[Effect]:
    """Each delegation that would end, as the other side would hear of it."""
    return [
        Effect(
            "delegation",
            one.delegator_id,
            {
                "delegate": one.delegate_id,
                "delegate_name": one.delegate.name,
                "scope": one.scope,
                "until": one.active_to.isoformat(),
                "because": _because(one, change),
            },
        )
        for one in _ending(change)
    ]


def _ending(change: RollChanged, *, locked: bool = False) -> Sequence[Delegation]:
    if not change.left and not change.moved:
        return []
    return delegations_of_many(change.day, either=change.left, given_by=managing_no_more(change), locked=locked)


def _because(delegation: Delegation, change: RollChanged) -> str:
    return LEFT if {delegation.delegator_id, delegation.delegate_id} & set(change.left) else MOVED
