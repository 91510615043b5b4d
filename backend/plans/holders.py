"""The kinds of things that hold a stretch of somebody's day, and how each is asked to let go.

Apps above register their kind from `apps.py`; so bookings and telework never know each other.
"""

from collections.abc import Callable
from typing import cast

from django.utils.module_loading import import_string

from core.interval import Interval

LetGo = Callable[[int, Interval], None]
"""Gives up what `holder_id` holds of the stretch, in the caller's transaction, or raises Refused."""

_let_go: dict[str, str] = {}


def register_holder(kind: str, let_go: str) -> None:
    """Say how holders of `kind` let go: the dotted path of a LetGo, since apps register before models load.

    A kind has one way.
    """
    if _let_go.get(kind, let_go) != let_go:
        raise ValueError(f"{kind} is registered already")
    _let_go[kind] = let_go


def way_to_let_go(kind: str) -> LetGo:
    """How holders of `kind` let go. Raises KeyError for a kind that nobody registered."""
    return cast(LetGo, import_string(_let_go[kind]))
