"""Counting by eye: in which order a floor is walked, and what cannot be a count."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from core.words import Language
from spaces.policies.floor_plan import PlacedArea

CLOCK_TOLERANCE = timedelta(minutes=5)
"""How far the clock of whoever counts may run ahead of ours."""
TOLD_WITHIN = timedelta(days=7)
"""How late a count may arrive; whoever counted without a network sends it when there is one again."""


class CountRefusal(StrEnum):
    """Why a count is not taken."""

    COUNT_OVER_DESKS = "count_over_desks"
    COUNT_TO_COME = "count_to_come"
    COUNT_TOO_OLD = "count_too_old"
    AREA_NOT_THERE = "area_not_there"


COUNT_WORDS: Mapping[str, Mapping[Language, str]] = {
    CountRefusal.COUNT_OVER_DESKS: {
        "ja": "このエリアで使える席より多い数です。もう一度数えてください。",
        "en": "That is more than the desks in service in this area. Please count again.",
    },
    CountRefusal.COUNT_TO_COME: {
        "ja": "数えた時刻が先の時刻になっています。端末の時計を確かめてください。",
        "en": "The time of the count is still to come. Please check the clock of your device.",
    },
    CountRefusal.COUNT_TOO_OLD: {
        "ja": "数えてから7日を過ぎたため、記録できません。",
        "en": "This was counted more than seven days ago and can no longer be recorded.",
    },
    CountRefusal.AREA_NOT_THERE: {
        "ja": "その日、このエリアはこの階にありません。",
        "en": "This area was not on this floor on that day.",
    },
}


def refused_when(at: datetime, now: datetime) -> CountRefusal | None:
    """Why a count of `at` cannot be taken now, or None."""
    if at > now + CLOCK_TOLERANCE:
        return CountRefusal.COUNT_TO_COME
    if at < now - TOLD_WITHIN:
        return CountRefusal.COUNT_TOO_OLD
    return None


def walking_order(areas: Sequence[PlacedArea]) -> list[PlacedArea]:
    """The areas as one walks them: row by row from the top, there and back again, so that no way is walked twice.

    An area lies in a row when its middle is no lower than the lower edge of the row's first.
    """
    left = sorted(areas, key=lambda area: (area.y, area.x, area.code))
    walk: list[PlacedArea] = []
    there = True
    while left:
        edge = left[0].y + left[0].height
        row = [area for area in left if area.y + area.height / 2 < edge or area is left[0]]
        left = [area for area in left if area not in row]
        walk += sorted(row, key=lambda area: (area.x, area.y, area.code), reverse=not there)
        there = not there
    return walk
