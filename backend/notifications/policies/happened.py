"""An event as the table of kinds reads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Happened:
    """What was recorded. `acted` tells whether an account acted, and not the product by the clock."""

    kind: str
    subject_id: int
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    acted: bool = False
    on_behalf_of: int | None = None


def those_named(happened: Happened) -> list[int]:
    """The people an event is about: `person`, and everybody in `people`."""
    one, many = happened.after.get("person"), happened.after.get("people") or []
    return list(dict.fromkeys([*([one] if isinstance(one, int) else []), *(pk for pk in many if isinstance(pk, int))]))


def named_in(member: str) -> Callable[[Happened], list[int]]:
    """The people whose ids are listed in the event's `member`, such as `approvers`."""

    def named(happened: Happened) -> list[int]:
        return [pk for pk in happened.after.get(member) or [] if isinstance(pk, int)]

    return named


def the_one_in(member: str) -> Callable[[Happened], list[int]]:
    """The person whose id is the event's `member`, such as `delegator`."""

    def named(happened: Happened) -> list[int]:
        pk = happened.after.get(member)
        return [pk] if isinstance(pk, int) else []

    return named


def nobody_named(_happened: Happened) -> list[int]:
    """None of those whom the event names."""
    return []


def the_subject(happened: Happened) -> list[int]:
    """The person who is the event's subject."""
    return [happened.subject_id]


def always(_happened: Happened) -> bool:
    """Every event of the kind."""
    return True


def for_another(happened: Happened) -> bool:
    """Somebody acted for somebody else."""
    return happened.acted and happened.on_behalf_of is not None


def anyone(_happened: Happened, _person_id: int) -> bool:
    """Every hearer."""
    return True


def has_one_of(what: str) -> Callable[[Happened, int], bool]:
    """Those who have something in the event's mapping `what`, which goes from people's ids (as text) to values."""

    def has(happened: Happened, person_id: int) -> bool:
        return str(person_id) in (happened.after.get(what) or {})

    return has


def has_none_of(what: str) -> Callable[[Happened, int], bool]:
    """Those who have nothing in the event's mapping `what`."""
    has = has_one_of(what)
    return lambda happened, person_id: not has(happened, person_id)


def says(name: str, *values: object) -> Callable[[Happened], bool]:
    """Events whose member `name` of `after` is one of `values`."""
    return lambda happened: happened.after.get(name) in values


def has_some(member: str) -> Callable[[Happened], bool]:
    """Events whose member of `after` is there and neither empty, null nor false."""
    return lambda happened: bool(happened.after.get(member))


def has_no(member: str) -> Callable[[Happened], bool]:
    """Events whose member of `after` is missing, empty, null or false."""
    return lambda happened: not happened.after.get(member)


def all_of(*conditions: Callable[[Happened], bool]) -> Callable[[Happened], bool]:
    """Events for which every condition holds."""
    return lambda happened: all(condition(happened) for condition in conditions)
