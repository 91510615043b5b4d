"""Facts as words: a day, a clock time, an instant, in the reader's language."""

from collections.abc import Mapping
from datetime import date, datetime
from string import Formatter
from typing import Any
from zoneinfo import ZoneInfo

from core.words import Language

MOST_IN_A_LIST = 3
CLOCK_TIMES = frozenset({"start", "end", "was_start", "was_end"})
NOTHING = "–"
_WEEKDAYS: Mapping[Language, str] = {"ja": "月火水木金土日", "en": "MonTueWedThuFriSatSun"}
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"


def facts_in(template: str) -> set[str]:
    """The names of the facts that a sentence needs."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def sentence_of(template: str, facts: Mapping[str, Any], language: Language, *, zone: ZoneInfo) -> str:
    """The template with its facts in words; a fact that is not there is a dash."""
    return template.format_map({name: _words(name, facts.get(name), language, zone) for name in facts_in(template)})


def day_words(day: date, language: Language) -> str:
    """11月24日(火), or Tue 24 Nov."""
    weekday = day.weekday()
    if language == "ja":
        return f"{day.month}月{day.day}日({_WEEKDAYS['ja'][weekday]})"
    return f"{_WEEKDAYS['en'][weekday * 3 : weekday * 3 + 3]} {day.day} {_MONTHS[day.month * 3 - 3 : day.month * 3]}"


def _words(name: str, value: Any, language: Language, zone: ZoneInfo) -> str:
    if value is None or value == "":
        return NOTHING
    if isinstance(value, list):
        return _list_words(name, value, language, zone)
    if not isinstance(value, str):
        return str(value)
    instant = _instant(value)
    if instant is None:
        day = _day(value)
        return day_words(day, language) if day else value
    here = instant.astimezone(zone)
    clock = f"{here.hour}:{here.minute:02}"
    return clock if name in CLOCK_TIMES else f"{day_words(here.date(), language)} {clock}"


def _list_words(name: str, values: list[Any], language: Language, zone: ZoneInfo) -> str:
    """The first few of the list, and how many more there are; a dash for an empty list."""
    shown = [_words(name, value, language, zone) for value in values[:MOST_IN_A_LIST]]
    more = len(values) - len(shown)
    if language == "ja":
        return "、".join(shown) + (f" ほか{more}件" if more else "") or NOTHING
    return ", ".join(shown) + (f" and {more} more" if more else "") or NOTHING


def _instant(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if "T" in text or " " in text else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-24") else None
    except ValueError:
        return None
