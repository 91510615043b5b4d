"""Who wants to hear of which events. Upper apps register in their `apps.py`; this app knows none of them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.module_loading import import_string

if TYPE_CHECKING:  # apps.py imports this module before models can be loaded
    from audit.models import Event

Handler = Callable[["Event"], None]
Wants = Callable[["Event"], bool]


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Hears of events of `kinds` through `handler`, which may be called twice for one event and never skips one.

    With `wants`, only of those for which it answers true. It is asked in the transaction that records the event, so it
    looks at the event alone: no job travels for what nobody would do anything about.

    One of `any_order` only learns where to look: it gets events in no order, and what happened by itself before what
    is one of many.
    """

    name: str
    kinds: frozenset[str]
    handler: Handler | str
    wants: Wants | str | None = None
    any_order: bool = False

    def wants_to_hear(self, event: Event) -> bool:
        """Whether the event is worth a job."""
        wants: Wants | None = import_string(self.wants) if isinstance(self.wants, str) else self.wants
        return wants is None or wants(event)

    def hear(self, event: Event) -> None:
        """Call the handler, importing it first where it was registered by its dotted path."""
        handler: Handler = import_string(self.handler) if isinstance(self.handler, str) else self.handler
        handler(event)


_by_name: dict[str, Subscriber] = {}
_by_kind: dict[str, tuple[Subscriber, ...]] = {}


def subscribe(
    *,
    name: str,
    kinds: Collection[str],
    handler: Handler | str,
    wants: Wants | str | None = None,
    any_order: bool = False,
) -> None:
    """Register a subscriber under a name that stays the same for ever: jobs in the queue carry it.

    `handler` and `wants` are functions or, from an `apps.py`, which runs before models load, their dotted paths.

    The handler gets events of one subject in the order in which they were recorded, unless it is of `any_order`;
    whatever it raises makes the job try again later, and the later events of that subject wait for it. Raises
    ValueError when the name is taken.
    """
    if name in _by_name:
        raise ValueError(f"there already is a subscriber {name!r}")
    _by_name[name] = Subscriber(name, frozenset(kinds), handler, wants, any_order)
    _sort_by_kind()


def unsubscribe(name: str) -> None:
    """Forget a subscriber; its jobs stay in the queue until one of that name is back."""
    del _by_name[name]
    _sort_by_kind()


def subscribers_of(kind: str) -> tuple[Subscriber, ...]:
    """Those who want to hear of events of `kind`."""
    return _by_kind.get(kind, ())


def subscriber(name: str) -> Subscriber:
    """The subscriber of that name. Raises LookupError when none is registered."""
    return _by_name[name]


def _sort_by_kind() -> None:
    kinds = {kind for one in _by_name.values() for kind in one.kinds}
    _by_kind.clear()
    _by_kind.update({kind: tuple(one for one in _by_name.values() if kind in one.kinds) for kind in kinds})
