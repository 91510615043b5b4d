"""A choice as it is told: the desk, why this one, and how to draw it again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bookings.selectors.shown import DeskPlace, ShownBooking, place_of, shown
from core.interval import Interval
from seating.models import DeskChoice
from seating.policies.choosing import Candidate, Choice, choose
from seating.selectors.candidates import ALSO_OWN, COMMON, OWN, WORKING_DAYS_BEFORE
from spaces.selectors import placed_desk

AREA_REASONS = {OWN: "own_area", ALSO_OWN: "concurrent_area", COMMON: "common_area"}


@dataclass(frozen=True, slots=True)
class ShownEqual:
    """A desk that was as good, with its lot: 64 bits, told as text, since a browser's numbers are too small for it."""

    desk: int
    desk_code: str
    lot: str


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """A choice with its reasons. `recomputed` says that its record, drawn again now, gives this desk."""

    id: int
    person: int
    during: Interval
    day: Any
    desk: DeskPlace
    features: Sequence[str]
    reasons: Sequence[Mapping[str, Any]]
    seed: str
    equals: Sequence[ShownEqual]
    considered: int
    missed: Sequence[str]
    recomputed: bool
    booking: ShownBooking | None


def choice_of_record(record: DeskChoice) -> Choice:
    """The choice, drawn again from its record."""
    desks = [Candidate(**{**one, "lacks": tuple(one["lacks"])}) for one in record.candidates]
    choice = choose(desks, near_person=record.near_known, seed=record.seed)
    if choice is None:
        raise LookupError(f"choice {record.pk} was recorded without a candidate")
    return choice


def shown_choice(record: DeskChoice) -> ShownChoice:
    """The choice as its person reads it."""
    choice = choice_of_record(record)
    desk, features = _placed(record)
    mine = next(one for one in choice.equals if one.desk_id == record.desk_id)
    codes = {one.desk_id: one.code for one in choice.equals}
    first_left = next(one for one in choice.equals if one.desk_id not in record.missed)
    return ShownChoice(
        id=record.pk,
        person=record.person_id,
        during=Interval.of_range(record.during),
        day=record.day,
        desk=desk,
        features=features,
        reasons=_reasons(record, mine, choice, desk.area_name),
        seed=record.seed,
        equals=[
            ShownEqual(one.desk_id, one.code, str(number))
            for one, number in zip(choice.equals, choice.lots(), strict=True)
        ],
        considered=len(record.candidates),
        missed=[codes[desk_id] for desk_id in record.missed],
        recomputed=first_left.desk_id == record.desk_id,
        booking=shown([record.booking])[0] if record.booking else None,
    )


def _placed(record: DeskChoice) -> tuple[DeskPlace, list[str]]:
    """The desk as it stands on its day, by its code alone where a later layout has it no more."""
    place = placed_desk(record.desk_id, record.day)
    if place is None:
        return DeskPlace(record.desk_id, record.desk.code, 0, "", 0, ""), []
    return place_of(place), list(place.desk.features)


def _reasons(record: DeskChoice, desk: Candidate, choice: Choice, area_name: str) -> list[dict[str, Any]]:
    reasons: list[dict[str, Any]] = []
    if record.near_known and record.near is not None:
        reasons.append({"code": "near_person", "person": record.near.name, "metres": desk.metres})
    elif record.near is not None:
        reasons.append({"code": "near_unknown", "person": record.near.name})
    reasons.append({"code": AREA_REASONS.get(desk.area_rank, "overflow_area"), "area": area_name})
    if has := [feature for feature in record.features if feature not in desk.lacks]:
        reasons.append({"code": "has_features", "features": has})
    if desk.lacks:
        reasons.append({"code": "lacks_features", "features": list(desk.lacks)})
    reasons.append({"code": "sat_lately" if desk.sat_lately else "not_sat_lately", "days": WORKING_DAYS_BEFORE})
    among = len(choice.equals)
    reasons.append({"code": "drawn", "among": among} if among > 1 else {"code": "only_best", "among": 1})
    return reasons
