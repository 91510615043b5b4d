"""The kinds of things that hold a stretch of somebody's day, and how each is asked to let go.

Apps above register their kind from `apps.py`; so bookings and telework never know each other.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import cast

from django.utils.module_loading import import_string

from core.interval import Interval

LetGo = Callable[[int, Interval], None]
"""Gives up what `holder_id` holds of the stretch, in the caller's transaction, or raises Refused."""

Queue = Callable[[Iterable[int], Iterable[int]], None]
"""Takes, for these people and holders (ids), the locks that letting go will need: after PERSON in the one order."""

Names = Callable[[Iterable[int]], dict[int, str]]
"""What people call these holders (ids), such as the codes of the desks that bookings hold."""

LetManyGo = Callable[[Mapping[int, Interval]], set[int]]
"""Gives up many holders (id and the stretch that is wanted) in few statements, in the caller's transaction. Answers the
ids of those that are gone; the others want to be asked one by one."""

_let_go: dict[str, str] = {}
_let_many_go: dict[str, str] = {}
_queue: dict[str, str] = {}
_names: dict[str, str] = {}


def register_holder(
    kind: str, let_go: str, queue: str | None = None, names: str | None = None, let_many_go: str | None = None
) -> None:
    """Say how holders of `kind` let go: the dotted path of a LetGo, since apps register before models load.

    `queue` is that of a Queue, where letting go needs more locks than the person's own; `names` that of a Names, where
    holders have a name, `let_many_go` that of a LetManyGo, where many can go in one stroke. A kind has one way.
    """
    if _let_go.get(kind, let_go) != let_go:
        raise ValueError(f"{kind} is registered already")
    _let_go[kind] = let_go
    if queue is not None:
        _queue[kind] = queue
    if names is not None:
        _names[kind] = names
    if let_many_go is not None:
        _let_many_go[kind] = let_many_go


def way_to_let_go(kind: str) -> LetGo:
    """How holders of `kind` let go. Raises KeyError for a kind that nobody registered."""
    return cast(LetGo, import_string(_let_go[kind]))


def let_many_go(kind: str, wanted: Mapping[int, Interval]) -> set[int]:
    """Let those of these holders go that go in one stroke; answers their ids. The caller has queued for them."""
    path = _let_many_go.get(kind)
    return cast(LetManyGo, import_string(path))(wanted) if path and wanted else set()


def way_to_queue(kind: str) -> Queue | None:
    """How to take the locks that letting go of holders of `kind` needs; None where the person's own suffices."""
    path = _queue.get(kind)
    return cast(Queue, import_string(path)) if path else None


def names_of(kind: str, holder_ids: Iterable[int]) -> dict[int, str]:
    """What people call these holders; empty for a kind whose holders have no name."""
    path = _names.get(kind)
    return cast(Names, import_string(path))(holder_ids) if path else {}
