"""Every reason of this app for which seats are not given. A booking's own refusals pass through with its person."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class SeatingRefusal(StrEnum):
    """The code that a refusal carries to the API and the screens."""

    NO_DESK_TO_CHOOSE = "no_desk_to_choose"
    NOBODY_TO_DRAW = "nobody_to_draw"
    DRAW_IS_UNDONE = "draw_is_undone"
    CHOICE_IS_BOOKED = "choice_is_booked"
    GROUP_IS_OVER = "group_is_over"
    PERSON_NOT_FREE = "person_not_free"


SEATING_WORDS: Mapping[str, Mapping[Language, str]] = {
    SeatingRefusal.NO_DESK_TO_CHOOSE: {
        "ja": "その時間に選べる空き席がありません。",
        "en": "There is no free desk to choose at that time.",
    },
    SeatingRefusal.NOBODY_TO_DRAW: {
        "ja": "抽選の対象になる人がいません。",
        "en": "There is nobody to draw a desk for.",
    },
    SeatingRefusal.DRAW_IS_UNDONE: {
        "ja": "この抽選は、すでに取り消されています。",
        "en": "This draw was undone already.",
    },
    SeatingRefusal.CHOICE_IS_BOOKED: {
        "ja": "この席は、すでに予約しました。",
        "en": "This choice was booked already.",
    },
    SeatingRefusal.GROUP_IS_OVER: {
        "ja": "このグループ予約には、取り消せる予約が残っていません。",
        "en": "No booking of this group is left to cancel.",
    },
    SeatingRefusal.PERSON_NOT_FREE: {
        "ja": "この人の席は、その時間にはとれません。",
        "en": "No desk can be booked for this person at that time.",
    },
}
