"""Every reason for which facts of days are refused, and its words."""

from collections.abc import Mapping
from enum import StrEnum

from core.words import Language


class OccupancyRefusal(StrEnum):
    """The code a refusal carries to the API and the screens."""

    DAY_SEALED = "day_sealed"
    DAY_TO_COME = "day_to_come"


OCCUPANCY_WORDS: Mapping[str, Mapping[Language, str]] = {
    OccupancyRefusal.DAY_SEALED: {
        "ja": "この日の集計は確定しています。個人の記録を消したあとなので、作り直すことはできません。",
        "en": "The facts of this day are sealed: personal records are gone, so they cannot be built again.",
    },
    OccupancyRefusal.DAY_TO_COME: {
        "ja": "まだ来ていない日は集計できません。",
        "en": "A day that is still to come cannot be counted.",
    },
}
