"""What somebody supposes about the coming days, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Self

from planning.policies.poisson_binomial import Group


@dataclass(frozen=True, slots=True)
class FromHistory:
    """Days of the past, which source says who was there, and how often days are drawn again."""

    first: date
    last: date
    source: str
    draws: int
    seed: int


@dataclass(frozen=True, slots=True)
class FromRates:
    """Stated rates; `correlation` 0 is exact, anything above is simulated by `draws` days."""

    groups: tuple[Group, ...]
    correlation: float
    draws: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """A question about desks. Growth and attendance are fractions: 0.1 is a tenth more.

    `growth_of` and `own_desks` are by department and hold for everything below one, unless a lower one is named too.
    `own_desks` None leaves the people with an assigned desk as the facts have them. `floor_people` come at once when
    telework is off; there are never fewer desks than these.
    """

    basis: FromHistory | FromRates
    departments: tuple[int, ...] | None = None
    desks: int | None = None
    percentiles: tuple[float, ...] = (0.9, 0.95, 0.99)
    percentile: float = 0.95
    growth: float = 0.0
    attendance: float = 0.0
    growth_of: Mapping[int, float] = field(default_factory=dict)
    own_desks: Mapping[int, int] | None = None
    days_short_target: int | None = None
    floor_people: int | None = None
    working_days_a_year: int | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """From a checked `supposed` (planning.api.suppositions), or one that was kept as JSON."""
        own = values["cannot_share"]
        departments = values["departments"]
        return cls(
            basis=_history(values["history"]) if values["basis"] == "history" else _rates(values["rates"]),
            departments=None if departments is None else tuple(departments),
            desks=values["desks"],
            percentiles=tuple(values["percentiles"]),
            percentile=values["percentile"],
            growth=values["growth"],
            attendance=values["attendance"],
            growth_of={int(key): value for key, value in values["growth_by_department"].items()},
            own_desks=None if own is None else {int(key): value for key, value in own["departments"].items()},
            days_short_target=values["days_short_target"],
            floor_people=values["floor_people"],
            working_days_a_year=values["working_days_a_year"],
        )

    @property
    def named_departments(self) -> frozenset[int]:
        """Every department that the question names: whose figures it would tell of."""
        return frozenset((*(self.departments or ()), *self.growth_of, *(self.own_desks or ())))


def _history(values: Mapping[str, Any]) -> FromHistory:
    return FromHistory(_day(values["from"]), _day(values["to"]), values["source"], values["draws"], values["seed"])


def _rates(values: Mapping[str, Any]) -> FromRates:
    groups = tuple(Group(one["people"], one["rate"], one["name"]) for one in values["groups"])
    return FromRates(groups, values["correlation"], values["draws"], values["seed"])


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
