"""The halves of a day that somebody speaks of, by that person's shift class of the day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from core import clock
from core.interval import Interval
from core.revision import Slow
from plans.policies.claims import Stretch
from plans.policies.own_days import HalfWanted, Word, let_go_for
from plans.policies.shifts import half_hours
from plans.selectors.days import halves_with
from plans.selectors.halves import half_days
from plans.selectors.ledger import held_within


def halves_wanted(
    person_id: int, day: date, am: Word | None, pm: Word | None, slow: Mapping[Slow, int]
) -> list[HalfWanted]:
    """The halves that are spoken of, in order of time."""
    if am is None and pm is None:
        return []
    shift = halves_with({}, [person_id], day, day, slow)[person_id][day].shift
    morning, afternoon = half_hours(day, shift, half_days(slow), clock.city_zone())
    wanted = [HalfWanted(am, morning, afternoon)] if am else []
    return [*wanted, HalfWanted(pm, afternoon, morning)] if pm else wanted


def would_let_go(
    person_id: int, day: date, am: Word | None, pm: Word | None, slow: Mapping[Slow, int]
) -> list[Stretch]:
    """What would have to give way for these words; changes nothing."""
    held = held_within(person_id, Interval(clock.day_start(day), clock.day_end(day)))
    wanted = halves_wanted(person_id, day, am, pm, slow)
    return [one for one in held if any(one in let_go_for(half, held) for half in wanted)]


def let_go_shape(one: Stretch) -> dict[str, Any]:
    """A stretch that would give way, as refusals and previews name it."""
    return {
        "kind": one.holder_kind,
        "id": one.holder_id,
        "start": one.start.astimezone(clock.city_zone()),
        "end": one.end.astimezone(clock.city_zone()),
        "place": one.place,
    }
