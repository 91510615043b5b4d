"""What somebody asks for who wants a desk again and again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from series.policies.pattern import Pattern, WhenClosed


@dataclass(frozen=True, slots=True)
class Hours:
    """The stretch wanted on each day: a part of the day, whose hours are the building's, or two clock times."""

    part: str = ""
    start: time | None = None
    end: time | None = None


@dataclass(frozen=True, slots=True)
class SeriesWish:
    """A desk on every day of a pattern; `desks` holds another desk for some of the days on which it comes to lie."""

    desk_id: int
    pattern: Pattern
    hours: Hours
    when_closed: WhenClosed
    desks: Mapping[date, int] = field(default_factory=dict)

    def desk_on(self, day: date) -> int:
        return self.desks.get(day, self.desk_id)
