"""Why something about a calendar of the city is refused. Knows no Django."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class CityRefusal(StrEnum):
    """`city_calendar_exists`: that address is read for the same already."""

    CITY_CALENDAR_EXISTS = "city_calendar_exists"
    NO_CALENDAR_FILE = "no_calendar_file"
    TOO_MANY_ENTRIES = "too_many_city_entries"


CITY_WORDS: Mapping[str, Mapping[Language, str]] = {
    CityRefusal.CITY_CALENDAR_EXISTS: {
        "ja": "このアドレスは、すでに登録されています。",
        "en": "This address is read already.",
    },
    CityRefusal.NO_CALENDAR_FILE: {
        "ja": "カレンダー(iCalendar 形式)のファイルではありません。",
        "en": "This is no file of a calendar (iCalendar).",
    },
    CityRefusal.TOO_MANY_ENTRIES: {
        "ja": "このカレンダーは件数が多すぎます。閉庁日や行事だけのカレンダーを指定してください。",
        "en": "This calendar holds too much. Name one that has nothing but closing days or events.",
    },
}
