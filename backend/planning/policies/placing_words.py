"""What binds a placement, and why there is none, in words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from core.words import Language

Names = Mapping[str, Mapping[int, str]]
"""Names of floors and departments by id, under `floor` and `department`."""


MOST_NAMED = 3
"""Sections that a sentence names; the others are counted."""


class Binding(StrEnum):
    """What keeps sections, alone or as a group, from a better floor."""

    CAPACITY = "capacity"
    FIXED = "fixed"
    MOST_MOVES = "most_moves"


class Why(StrEnum):
    """A demand that, with the others named, leaves no placement."""

    SECTION_TOO_LARGE = "section_too_large"
    FIXED_OVER_CAPACITY = "fixed_over_capacity"
    ALL_TOO_LARGE = "all_too_large"
    CAPACITY_SHORT = "capacity_short"
    FIXED_IN_THE_WAY = "fixed_in_the_way"
    TOO_FEW_MOVES = "too_few_moves"
    NO_TIME = "no_time"


BINDING_KINDS = [one.value for one in Binding]
WHY_CODES = [one.value for one in Why]

_BINDING: Mapping[str, Mapping[Language, str]] = {
    Binding.CAPACITY: {
        "ja": "{sections}は{floor}のほうがよいのですが、{floor}の席が足りません(残り{slack}席)。",
        "en": "{sections} would be better on {floor}, but {floor} has too few desks ({slack} left).",
    },
    Binding.FIXED: {
        "ja": "{sections}は{floor}のほうがよいのですが、階を固定しています。",
        "en": "{sections} would be better on {floor}, but its floor is fixed.",
    },
    Binding.MOST_MOVES: {
        "ja": "{sections}は{floor}のほうがよいのですが、移す課の数の上限に達しています。",
        "en": "{sections} would be better on {floor}, but no more sections may move.",
    },
}

_WHY: Mapping[str, Mapping[Language, str]] = {
    Why.SECTION_TOO_LARGE: {
        "ja": "{department}に必要な{needed}席は、どの階の席数({available}席まで)よりも多く、1つの階に入りません。",
        "en": "{department} needs {needed} desks, more than any floor has ({available}): it fits on no single floor.",
    },
    Why.FIXED_OVER_CAPACITY: {
        "ja": "{floor}に固定した課に{needed}席が必要ですが、席は{available}席です。",
        "en": "The sections fixed on {floor} need {needed} desks, and it has {available}.",
    },
    Why.ALL_TOO_LARGE: {
        "ja": "すべての課で{needed}席が必要ですが、席は全部で{available}席です。",
        "en": "All sections together need {needed} desks, and there are {available}.",
    },
    Why.CAPACITY_SHORT: {
        "ja": "{floor}の席が足りません。不足の少ない配置でも、{available}席に対して{needed}席が必要です。",
        "en": "{floor} is too small: even where few desks are short, {needed} are needed and it has {available}.",
    },
    Why.FIXED_IN_THE_WAY: {
        "ja": "{department}を{floor}に固定していることが、ほかの条件とぶつかっています。",
        "en": "Fixing {department} on {floor} clashes with the other demands.",
    },
    Why.TOO_FEW_MOVES: {
        "ja": "移す課は{available}課までとしていますが、少なくとも{needed}課を移さないと収まりません。",
        "en": "At most {available} sections may move, and at least {needed} have to.",
    },
    Why.NO_TIME: {
        "ja": "時間内に、成り立つ配置も、ないという証明も見つかりませんでした。計算時間を長くしてください。",
        "en": "Neither a placement nor a proof that there is none was found in the time given. Allow more seconds.",
    },
}


def binding_words(row: Mapping[str, Any], names: Names, language: Language) -> str:
    """One sentence about what binds."""
    every = [names["department"].get(one, "") for one in row["sections"]]
    shown = ("・" if language == "ja" else ", ").join(every[:MOST_NAMED])
    more = len(every) - MOST_NAMED
    if more > 0:
        shown += f"ほか{more}課" if language == "ja" else f" and {more} more"
    return _sentence(_BINDING[row["kind"]][language], {**row, "sections": shown}, names)


def why_words(row: Mapping[str, Any], names: Names, language: Language) -> str:
    """One sentence about a demand that clashes."""
    return _sentence(_WHY[row["code"]][language], row, names)


def _sentence(template: str, row: Mapping[str, Any], names: Names) -> str:
    values: dict[str, Any] = {name: f"{value:,}" if isinstance(value, int) else value for name, value in row.items()}
    for kind in ("floor", "department"):
        values[kind] = names[kind].get(row.get(kind) or 0, "")
    return template.format(**values)
