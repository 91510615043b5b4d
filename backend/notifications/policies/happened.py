"""An event as the table of kinds reads it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Happened:
    """What was recorded. `acted` tells whether an account acted, and not the product by the clock."""

    kind: str
    subject_id: int
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    acted: bool = False
    on_behalf_of: int | None = None

    @property
    def because(self) -> str:
        """The cause the event names, or an empty text."""
        return str(self.after.get("because") or "")


def those_named(happened: Happened) -> list[int]:
    """The people an event is about: `person`, and everybody in `people`."""
    one, many = happened.after.get("person"), happened.after.get("people") or []
    return list(dict.fromkeys([*([one] if isinstance(one, int) else []), *(pk for pk in many if isinstance(pk, int))]))


def the_subject(happened: Happened) -> list[int]:
    """The person who is the event's subject."""
    return [happened.subject_id]


def always(_happened: Happened) -> bool:
    """Every event of the kind."""
    return True


def for_another(happened: Happened) -> bool:
    """Somebody acted for somebody else."""
    return happened.acted and happened.on_behalf_of is not None


def by_a_closure(happened: Happened) -> bool:
    """A closure is the cause."""
    return happened.because == "closure"
