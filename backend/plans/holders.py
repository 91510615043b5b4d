"""The kinds of things that hold a stretch of somebody's day, and how each is asked to let go.

Apps above register their kind from `apps.py`; so bookings and telework never know each other.
"""

from collections.abc import Callable, Mapping

from core.interval import Interval

LetGo = Callable[[int, Interval], None]
"""Gives up what `holder_id` holds of the stretch, in the caller's transaction, or raises Refused."""

_let_go: dict[str, LetGo] = {}


def register_holder(kind: str, let_go: LetGo) -> None:
    """Say how holders of `kind` let go. A kind has one way."""
    if _let_go.get(kind, let_go) is not let_go:
        raise ValueError(f"{kind} is registered already")
    _let_go[kind] = let_go


def holders() -> Mapping[str, LetGo]:
    """Every registered kind with its way to let go."""
    return dict(_let_go)
