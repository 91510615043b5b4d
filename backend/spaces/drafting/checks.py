"""Whether a draft makes sense: every mistake at once, each said of the desk or area that has to be mended."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from spaces.drafting.content import Content
from spaces.drafting.mistakes import DraftMistake, FoundMistake
from spaces.drafting.overlap import overlapping_pairs
from spaces.importing.area_rows import code_is_usable
from spaces.importing.desk_rows import ASSIGNED, LARGEST_METRES, LONGEST_DESK_CODE, SMALLEST_METRES
from spaces.importing.geometry import corners, stays_within
from spaces.policies.desk_code import desk_code_key
from spaces.policies.publishing import Publishing, publishing


@dataclass(frozen=True, slots=True)
class Around:
    """What a draft is checked against, as far as it names it: words that exist, and what stands elsewhere.

    `desks_elsewhere` and `areas_elsewhere` lead from a code to the name of the place where it stands, in the time in
    which the layout would be in force; `areas` are the codes of all areas of the building on other floors.
    """

    departments: Collection[str]
    people: Collection[str]
    areas: Collection[str]
    desks_elsewhere: Mapping[str, str] = field(default_factory=dict)
    areas_elsewhere: Mapping[str, str] = field(default_factory=dict)


def draft_mistakes(content: Content, around: Around) -> list[FoundMistake]:
    """Every mistake of the content, areas first, in their order."""
    floor = [FoundMistake(DraftMistake.FLOOR_IS_EMPTY, "floor", "")] if not content["areas"] else []
    return [*floor, *_area_mistakes(content, around), *_desk_mistakes(content, around), *_overlaps(content["desks"])]


def day_mistakes(*, day: date, today: date, begin_on: Collection[date]) -> list[FoundMistake]:
    """What is wrong with the day from which the layout would hold; `begin_on` are the floor's layouts."""
    if publishing(day=day, today=today, begin_on=begin_on) is not Publishing.HISTORY:
        return []
    facts = {"day": day.isoformat(), "today": today.isoformat()}
    return [FoundMistake(DraftMistake.LAYOUT_IS_HISTORY, "floor", "", facts=facts)]


def _area_mistakes(content: Content, around: Around) -> Iterator[FoundMistake]:
    count = Counter(area["code"] for area in content["areas"])
    known = count.keys() | set(around.areas)
    size = {"width": f"{content['width']:g}", "height": f"{content['height']:g}"}
    for place, area in enumerate(content["areas"]):
        code = area["code"]

        wrong = partial(_wrong_area, code, place)
        if not code:
            yield wrong(DraftMistake.AREA_WITHOUT_CODE)
        elif not code_is_usable(code):
            yield wrong(DraftMistake.AREA_BAD_CODE)
        elif count[code] > 1:
            yield wrong(DraftMistake.AREA_CODE_TWICE)
        elif code in around.areas_elsewhere:
            yield wrong(DraftMistake.AREA_ELSEWHERE, place=around.areas_elsewhere[code])
        if area["width"] <= 0 or area["height"] <= 0:
            yield wrong(DraftMistake.AREA_WITHOUT_SIZE)
        elif not stays_within(_box(area), content["width"], content["height"]):
            yield wrong(DraftMistake.AREA_OUTSIDE_FLOOR, **size)
        for overflow in dict.fromkeys(area["overflow"]):
            if overflow == code or overflow not in known:
                yield wrong(DraftMistake.UNKNOWN_OVERFLOW, value=overflow)
        for department in dict.fromkeys(home["department"] for home in area["homes"]):
            if department not in around.departments:
                yield wrong(DraftMistake.UNKNOWN_DEPARTMENT, value=department)


def _wrong_area(code: str, number: int, mistake: DraftMistake, /, **facts: object) -> FoundMistake:
    return FoundMistake(mistake, "area", code, number, facts)


def _desk_mistakes(content: Content, around: Around) -> Iterator[FoundMistake]:
    areas = {area["code"]: area for area in reversed(content["areas"])}
    count = Counter(desk["code"] for desk in content["desks"])
    first_with: dict[str, str] = {}
    for place, desk in enumerate(content["desks"]):
        facts = list(_code_mistakes(desk["code"], count, first_with, around))
        facts += _place_mistakes(desk, areas, content)
        facts += _person_mistakes(desk, around)
        for mistake, more in facts:
            yield FoundMistake(mistake, "desk", desk["code"], place, more)


Said = tuple[DraftMistake, dict[str, object]]


def _code_mistakes(code: str, count: Mapping[str, int], first_with: dict[str, str], around: Around) -> Iterator[Said]:
    if not code:
        yield DraftMistake.DESK_WITHOUT_CODE, {}
        return
    key = desk_code_key(code)
    if not code_is_usable(code) or not key or len(code) > LONGEST_DESK_CODE:
        yield DraftMistake.DESK_BAD_CODE, {}
        return
    if count[code] > 1:
        yield DraftMistake.DESK_CODE_TWICE, {}
    elif (other := first_with.setdefault(key, code)) != code:
        yield DraftMistake.DESK_ALIKE, {"value": other}
    if code in around.desks_elsewhere:
        yield DraftMistake.DESK_ELSEWHERE, {"place": around.desks_elsewhere[code]}


def _place_mistakes(
    desk: Mapping[str, Any], areas: Mapping[str, Mapping[str, Any]], content: Content
) -> Iterator[Said]:
    if not (SMALLEST_METRES <= desk["width"] <= LARGEST_METRES and SMALLEST_METRES <= desk["height"] <= LARGEST_METRES):
        yield DraftMistake.DESK_SIZE, {"least": f"{SMALLEST_METRES:g}", "most": f"{LARGEST_METRES:g}"}
    elif not stays_within(_box(desk), content["width"], content["height"]):
        size = {"width": f"{content['width']:g}", "height": f"{content['height']:g}"}
        yield DraftMistake.DESK_OUTSIDE_FLOOR, {**size}
    if not desk["area"]:
        yield DraftMistake.DESK_WITHOUT_AREA, {}
    elif desk["area"] not in areas:
        yield DraftMistake.UNKNOWN_AREA, {"value": desk["area"]}
    elif not _holds_middle(areas[desk["area"]], desk):
        yield DraftMistake.DESK_OUTSIDE_AREA, {"value": desk["area"]}


def _person_mistakes(desk: Mapping[str, Any], around: Around) -> Iterator[Said]:
    if not desk["assigned_to"]:
        return
    if desk["mode"] != ASSIGNED:
        yield DraftMistake.PERSON_AT_SHARED_DESK, {}
    if desk["assigned_to"] not in around.people:
        yield DraftMistake.UNKNOWN_PERSON, {"value": desk["assigned_to"]}


def _overlaps(desks: list[Mapping[str, Any]]) -> Iterator[FoundMistake]:
    for first, second in overlapping_pairs([_box(desk) for desk in desks]):
        one, other = desks[first], desks[second]
        yield FoundMistake(DraftMistake.DESKS_OVERLAP, "desk", other["code"], second, {"value": one["code"]})


def _box(placed: Mapping[str, Any]) -> list[tuple[float, float]]:
    return corners(placed["x"], placed["y"], placed["width"], placed["height"], placed.get("rotation", 0))


def _holds_middle(area: Mapping[str, Any], desk: Mapping[str, Any]) -> bool:
    x, y = desk["x"] + desk["width"] / 2, desk["y"] + desk["height"] / 2
    return bool(area["x"] <= x <= area["x"] + area["width"] and area["y"] <= y <= area["y"] + area["height"])
