"""The answer to "how many desks", as plain values, and what is read off the same way in every method."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

CHANGES = (-0.2, -0.15, -0.1, -0.05, 0.0, 0.05, 0.1, 0.15, 0.2)
"""By how much attendance and growth are changed to see how sensitive an answer is."""
MOST_ROWS_OF_DISTRIBUTION = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """What happens with the desks there are."""

    desks: int
    probability: float
    people: float
    people_when_short: float
    days_a_year: float
    interval: tuple[float, float] | None
    when_telework_is_off: int


@dataclass(frozen=True, slots=True)
class Target:
    days_a_year: int
    needed: int


@dataclass(frozen=True, slots=True)
class WeekdayNeed:
    """`needed` is None on a weekday without history."""

    weekday: int
    days: int
    needed: int | None


@dataclass(frozen=True, slots=True)
class Named:
    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class DepartmentNeed:
    department: Named
    needed: int
    interval: tuple[int, int]
    on_roll: float
    presence_mean: float


@dataclass(frozen=True, slots=True)
class Changed:
    change: float
    needed: int
    days_short: float


@dataclass(frozen=True, slots=True)
class Sensitivity:
    attendance: Sequence[Changed]
    growth: Sequence[Changed]


@dataclass(frozen=True, slots=True)
class ShareOfDays:
    people: int
    share: float


@dataclass(frozen=True, slots=True)
class WeekdayCount:
    weekday: int
    days: int


@dataclass(frozen=True, slots=True)
class Coverage:
    share: float | None
    says: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What an answer stands on; see planning.api.need_answers. `first` and `last` are the period's."""

    people: float
    on_roll: float
    attendance_rate: float | None
    working_days_a_year: int
    desks_source: str
    source: str | None = None
    first: date | None = None
    last: date | None = None
    days: int = 0
    weekdays: Sequence[WeekdayCount] = ()
    missing_days: int = 0
    days_without_source: int = 0
    days_withheld: int = 0
    withheld: int = 0
    coverage: Coverage = Coverage(None, "stated", 0, 0)
    draws: int = 0
    facts_version: int | None = None
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """How many desks; percentiles as text are the keys of `needed` and `interval`."""

    method: str
    percentile: float
    mean: float
    needed: Mapping[str, int]
    interval: Mapping[str, tuple[int, int]] | None
    desks: int
    cannot_share: float
    on_roll: float
    sharing_ratio: float | None
    inverse: float | None
    short: Short
    target: Target | None
    by_weekday: Sequence[WeekdayNeed] = ()
    by_department: Sequence[DepartmentNeed] = ()
    sensitivity: Sensitivity = field(default_factory=lambda: Sensitivity((), ()))
    distribution: Sequence[ShareOfDays] = ()
    basis: Basis


def key_of(percentile: float) -> str:
    """A percentile as a key: 0.95 is "0.95"."""
    return f"{percentile:g}"


def ratios(people: float, desks: int) -> tuple[float | None, float | None]:
    """People per desk, and desks per person; None where there are none."""
    return (people / desks if desks else None), (desks / people if people else None)


def shares_of_days(shares: Mapping[int, float]) -> list[ShareOfDays]:
    """A distribution in at most MOST_ROWS_OF_DISTRIBUTION rows of equal breadth; each names its upper end."""
    if not shares:
        return []
    low, high = min(shares), max(shares)
    breadth = -(-(high - low + 1) // MOST_ROWS_OF_DISTRIBUTION)
    rows: dict[int, float] = {}
    for people, share in sorted(shares.items()):
        end = low + ((people - low) // breadth + 1) * breadth - 1
        rows[end] = rows.get(end, 0.0) + share
    return [ShareOfDays(people, share) for people, share in rows.items()]


DIGITS = 10
"""Decimal places to which an answer is given: far more than it is sure of, fewer than rounding noise."""


def values_of(need: Need) -> dict[str, Any]:
    """The answer as plain values for JSON, in the shape of planning.api.need_answers."""
    values: dict[str, Any] = _plain(asdict(need))
    basis = values["basis"]
    basis["from"], basis["to"] = basis.pop("first"), basis.pop("last")
    return values


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, float):
        return round(value, DIGITS)
    return value.isoformat() if isinstance(value, date) else value
