"""Which days the city works: weekends, 祝日 and its own closing days are not working days."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

from core.revision import PerRevision, Slow, revisions
from core.words import Language
from plans.models import ClosingDay

SATURDAY = 5
# The tables of 祝日 behind the `holidays` package are known from the law of 1948 to its vernal equinox of 2099.
FIRST_YEAR, LAST_YEAR = 1949, 2099


@dataclass(frozen=True, slots=True)
class DayName:
    """What a closed day is called, in both languages."""

    ja: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True)
class CityCalendar:
    """The city's working days as they stand at one moment."""

    closing_days: dict[date, DayName]

    def holiday(self, day: date) -> DayName | None:
        """The 祝日 or closing day's name, or None on any other day, weekends included."""
        return self.closing_days.get(day) or _national_holidays(day.year).get(day)

    def is_working_day(self, day: date) -> bool:
        return day.weekday() < SATURDAY and self.holiday(day) is None

    def working_days_from(self, day: date, count: int) -> list[date]:
        """`count` working days in order, beginning with `day` itself when it is one."""
        found: list[date] = []
        while len(found) < count:
            if self.is_working_day(day):
                found.append(day)
            day += timedelta(days=1)
        return found

    def last_day_of_window(self, today: date, working_days: int) -> date:
        """The last day of a booking window: the day before the working day that no longer belongs to it.

        A window of 14 working days counts those after `today`; the weekend behind the last one still belongs to it.
        """
        after = self.working_days_from(today + timedelta(days=1), working_days + 1)
        return after[-1] - timedelta(days=1)


@cache
def _national_holidays(year: int) -> dict[date, DayName]:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return {}
    japanese = holidays.country_holidays("JP", years=year, language="ja")
    english = holidays.country_holidays("JP", years=year, language="en_US")
    return {day: DayName(name, english.get(day, name)) for day, name in japanese.items()}


def _read_closing_days(_key: str) -> CityCalendar:
    rows = ClosingDay.objects.values_list("day", "name", "name_en")
    return CityCalendar({day: DayName(name, name_en or name) for day, name, name_en in rows})


_calendars = PerRevision(_read_closing_days)


def city_calendar(revision: int | None = None) -> CityCalendar:
    """The city's calendar; `revision` is that of Slow.CALENDAR where the caller has it already."""
    return _calendars.get("city", revisions()[Slow.CALENDAR] if revision is None else revision)
