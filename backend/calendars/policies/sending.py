"""What has to be written into a linked calendar and what taken out of it. Knows no Django."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Wanted:
    """An event that belongs there: its UID, its day, and the digest of what it says."""

    uid: str
    day: date
    digest: str


@dataclass(frozen=True, slots=True)
class There:
    """An event as we wrote it last; `deleted` by the person since."""

    uid: str
    day: date
    digest: str
    deleted: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do there: put the event, or take it away."""

    uid: str
    day: date
    removes: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, the nearest day first, and the UIDs of what needs no keeping in mind any more."""

    steps: tuple[Step, ...]
    forgotten: tuple[str, ...]


def plan_of(wanted: Collection[Wanted], there: Collection[There], today: date) -> Plan:
    """What makes `there` as it is `wanted`.

    What the person deleted there is not put back, and once it is wanted no more it is forgotten. Days that are to come
    go first, then those that have been.
    """
    known: Mapping[str, There] = {one.uid: one for one in there}
    belongs = {one.uid for one in wanted}
    steps = [Step(one.uid, one.day, removes=False) for one in wanted if _has_to_be_put(one, known.get(one.uid))]
    gone = [one for one in there if one.uid not in belongs]
    steps += [Step(one.uid, one.day, removes=True) for one in gone if not one.deleted]
    steps.sort(key=lambda step: (step.day < today, abs((step.day - today).days), not step.removes, step.uid))
    return Plan(tuple(steps), tuple(one.uid for one in gone if one.deleted))


def _has_to_be_put(one: Wanted, known: There | None) -> bool:
    return known is None or (not known.deleted and known.digest != one.digest)
