"""Who acts on the roster, known with or without the database."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """The account that acts and its person's name; `crisis` sees everybody, others the people of `manages`."""

    account_id: int
    name: str
    person_id: int | None
    crisis: bool
    manages: Collection[int] = frozenset()
