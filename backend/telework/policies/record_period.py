"""The periods of a record: a month, or a fiscal year from April to March. Knows no Django."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.words import Language
from telework.policies.fiscal_year import APRIL

_FIRST_YEAR_OF_REIWA = 2019


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the city's calendar."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.plus(1).first - timedelta(days=1)

    def plus(self, months: int) -> "Month":
        """The month so many months later, or earlier where the number is negative."""
        counted = self.year * 12 + self.number - 1 + months
        return Month(counted // 12, counted % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


@dataclass(frozen=True, slots=True)
class RecordPeriod:
    """What a record covers: whole months, the first to the last, both included."""

    first_month: Month
    last_month: Month
    fiscal_year: int | None = None
    """Set where the period is a whole fiscal year: 令和8年度 is 2026."""

    @property
    def first(self) -> date:
        return self.first_month.first

    @property
    def last(self) -> date:
        return self.last_month.last

    @property
    def months(self) -> list[Month]:
        count = (self.last_month.year - self.first_month.year) * 12 + self.last_month.number - self.first_month.number
        return [self.first_month.plus(number) for number in range(count + 1)]

    def in_language(self, language: Language) -> str:
        """令和8年度 or FY2026; 2026年11月 or 2026-11."""
        if self.fiscal_year is not None:
            return f"{era_year(self.fiscal_year)}年度" if language == "ja" else f"FY{self.fiscal_year}"
        if language == "ja":
            return f"{self.first_month.year}年{self.first_month.number}月"
        return str(self.first_month)


def month_period(month: Month) -> RecordPeriod:
    """One month."""
    return RecordPeriod(month, month)


def year_period(fiscal_year: int) -> RecordPeriod:
    """April to March."""
    return RecordPeriod(Month(fiscal_year, APRIL), Month(fiscal_year + 1, APRIL - 1), fiscal_year)


def era_year(year: int) -> str:
    """A year as forms have it: 令和8, 令和元; years before Reiwa as they are."""
    if year < _FIRST_YEAR_OF_REIWA:
        return str(year)
    counted = year - _FIRST_YEAR_OF_REIWA + 1
    return "令和元" if counted == 1 else f"令和{counted}"
