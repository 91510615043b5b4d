"""What is to be different on some dates of a series."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from series.policies.wish import Hours


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """Another desk, other hours, or both, from `first` to `last`; None leaves a thing as it is.

    `desks` names another desk for single days. Dates changed by themselves before stay as they are unless
    `exceptions_too`.
    """

    first: date
    last: date
    desk_id: int | None = None
    hours: Hours | None = None
    desks: Mapping[date, int] = field(default_factory=dict)
    exceptions_too: bool = False

    @property
    def is_of_one_day(self) -> bool:
        return self.first == self.last
