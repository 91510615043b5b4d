"""A stretch of time, half-open: it holds its start and not its end, so that 8:30-12:00 and 12:00-17:15 do not touch."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """`[start, end)`, both aware. Raises ValueError when it would be empty or backwards."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError("an interval needs aware instants")
        if self.end <= self.start:
            raise ValueError("an interval ends after it starts")

    @classmethod
    def of_range(cls, value: Any) -> Self:
        """The interval of a PostgreSQL `tstzrange` with both bounds."""
        if value.lower is None or value.upper is None:
            raise ValueError("an interval has both ends")
        return cls(value.lower, value.upper)

    def as_range(self) -> DateTimeTZRange:
        """The same stretch as PostgreSQL stores it."""
        return DateTimeTZRange(self.start, self.end, "[)")

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share an instant; neighbours that only meet do not."""
        return self.start < other.end and other.start < self.end

    def holds(self, instant: datetime) -> bool:
        return self.start <= instant < self.end

    def covers(self, other: "Interval") -> bool:
        return self.start <= other.start and other.end <= self.end

    def common(self, other: "Interval") -> "Interval | None":
        """What both hold, or None when they do not overlap."""
        return Interval(max(self.start, other.start), min(self.end, other.end)) if self.overlaps(other) else None
