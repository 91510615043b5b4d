"""The words of a section's spreadsheet."""

from collections.abc import Mapping
from datetime import date

from core.words import Language

SHEET_WORDS: Mapping[Language, Mapping[str, str]] = {
    "ja": {
        "title": "職場の予定",
        "made": "作成",
        "legend": "記号",
        "pending": "宅 申請中",
        "presumed": "(出) 未入力",
        "waiting": "申請中",
        "title_of_person": "職名",
        "name": "氏名",
        "on_site": "庁舎にいる人",
        "minimum": "最低",
        "team_day": "チーム出社日",
        "short": " {count}人不足",
        "full": "全日",
        "am": "午前",
        "pm": "午後",
        "printed": "印刷",
    },
    "en": {
        "title": "Section plan",
        "made": "made",
        "legend": "Letters",
        "pending": "H requested",
        "presumed": "(O) not entered",
        "waiting": "requested",
        "title_of_person": "Title",
        "name": "Name",
        "on_site": "On site",
        "minimum": "minimum",
        "team_day": "Team day",
        "short": " {count} short",
        "full": "Full day",
        "am": "Morning",
        "pm": "Afternoon",
        "printed": "Printed",
    },
}
_PLACES: Mapping[str, Mapping[Language, tuple[str, str]]] = {
    "office": {"ja": ("出", "出勤"), "en": ("O", "Office")},
    "home": {"ja": ("宅", "在宅"), "en": ("H", "Home")},
    "satellite": {"ja": ("サ", "サテライト"), "en": ("S", "Satellite")},
    "trip": {"ja": ("張", "出張"), "en": ("T", "Trip")},
    "leave": {"ja": ("休", "休暇"), "en": ("L", "Leave")},
}
_WEEKDAYS: Mapping[Language, str] = {"ja": "月火水木金土日", "en": "Mon Tue Wed Thu Fri Sat Sun"}


def letter_of(place: str, language: Language) -> str:
    """The one letter of a place, as on the screen."""
    return _PLACES[place][language][0]


def place_word(place: str, language: Language) -> str:
    return _PLACES[place][language][1]


def day_words(day: date, language: Language, *, year: bool = False) -> str:
    """`11月24日(火)` or `Tue 24 Nov`, with the year where it is not plain."""
    if language == "ja":
        named = f"{day.month}月{day.day}日({_WEEKDAYS['ja'][day.weekday()]})"
        return f"{day.year}年{named}" if year else named
    named = f"{_WEEKDAYS['en'].split()[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return f"{named} {day.year}" if year else named


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
