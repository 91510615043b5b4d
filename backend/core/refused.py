"""A refusal is an answer, not an accident: it names its rule and what would be allowed instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class RuleNamed:
    """Which rule refused and whose it is, in words for the person who asks."""

    name: str
    owner: str
    scope: str = ""
    value: Any = None


@dataclass(slots=True)
class Refused(Exception):
    """Something allowed in form was not allowed in fact. The API answers 409 with `code` and `facts`.

    `facts` may hold what helps to recover: `conflicts_with`, `rule`, `allowed_from`, `allowed_until`, `instead`.
    `attempts` is for whoever counts refusals and never leaves the server: see core.refusals_heard.
    """

    code: StrEnum
    facts: Mapping[str, Any] = field(default_factory=dict)
    attempts: Sequence[Any] = ()

    def __str__(self) -> str:
        return str(self.code)
