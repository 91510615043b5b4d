"""Why something about a linked calendar is refused. Knows no Django."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class LinkRefusal(StrEnum):
    """`calendar_trouble`: the server said no or nothing; `trouble` tells which."""

    CALENDAR_TROUBLE = "calendar_trouble"
    TOO_MANY_LINKS = "too_many_links"
    ALREADY_LINKED = "already_linked"
    ANOTHER_SENDS = "another_link_sends"
    KIND_NOT_POSSIBLE = "calendar_kind_not_possible"
    ASKING_ALREADY = "asking_calendar_already"


LINK_WORDS: Mapping[str, Mapping[Language, str]] = {
    LinkRefusal.CALENDAR_TROUBLE: {
        "ja": "カレンダーにつながりませんでした。",
        "en": "The calendar could not be reached.",
    },
    LinkRefusal.TOO_MANY_LINKS: {
        "ja": "連携できるカレンダーの数の上限に達しています。使わない連携を解除してください。",
        "en": "You have as many linked calendars as are allowed. End one that you do not need.",
    },
    LinkRefusal.ALREADY_LINKED: {
        "ja": "このカレンダーは、すでに連携しています。",
        "en": "This calendar is linked already.",
    },
    LinkRefusal.ANOTHER_SENDS: {
        "ja": "予定を書き込むカレンダーは 1 つだけです。ほかの連携の書き込みを先に止めてください。",
        "en": "Your days go into one calendar only. Switch sending off for the other one first.",
    },
    LinkRefusal.KIND_NOT_POSSIBLE: {
        "ja": "この方式のカレンダーは、ここでは連携できません。",
        "en": "Calendars of this kind cannot be linked here.",
    },
    LinkRefusal.ASKING_ALREADY: {
        "ja": "カレンダーに問い合わせています。終わってから、もう一度お試しください。",
        "en": "A calendar is being asked just now. Try again when that has ended.",
    },
}
