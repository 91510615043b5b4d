"""Who is believed in the building, when several sources speak: the latest word wins, as long as it is worth something.

What each word is worth, and why:

- Check-in and walk-up: somebody sat down at a desk we know. Worth it until 3 hours after the desk's stretch ends, for
  people forget to check out and some stay on; without that end every evening would count the whole day's people.
- Gate in: somebody passed a gate, and where is known to the floor. Worth it for 16 hours: a night duty from 17:00 to
  8:30 is covered, and an exit that was never logged is forgotten the next day.
- Gate out and check-out: the person has left that floor or desk. Told for 16 hours too, until somebody says otherwise.
- Plan: a desk is booked for now and nobody checked in. It is a word about intentions: anything seen outweighs it,
  except that somebody who left before the booked stretch began is expected back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REMEMBERED = timedelta(hours=16)
CHECK_IN_OUTLASTS_DESK = timedelta(hours=3)


class Source(StrEnum):
    """Who says it."""

    CHECK_IN = "check_in"
    WALK_UP = "walk_up"
    GATE_IN = "gate_in"
    PLAN = "plan"
    GATE_OUT = "gate_out"
    CHECK_OUT = "check_out"


class Standing(StrEnum):
    """Seen in the building, expected there by plan alone, or left."""

    SEEN = "seen"
    EXPECTED = "expected"
    LEFT = "left"


IN_THE_BUILDING = (Standing.SEEN, Standing.EXPECTED)
_AT_A_DESK = (Source.CHECK_IN, Source.WALK_UP)
_LEAVING = (Source.GATE_OUT, Source.CHECK_OUT)
# Of words said at one instant the more useful one counts: presence before absence, a desk before a floor.
_RANK = {
    Source.CHECK_IN: 4,
    Source.WALK_UP: 4,
    Source.GATE_IN: 3,
    Source.GATE_OUT: 2,
    Source.CHECK_OUT: 1,
    Source.PLAN: 0,
}


@dataclass(frozen=True, slots=True)
class Word:
    """What one source says: `at` is when, `until` the end of the desk's stretch; a gate may know no floor."""

    source: Source
    at: datetime
    until: datetime | None = None
    floor_id: int | None = None
    area_id: int | None = None
    desk: str = ""


@dataclass(frozen=True, slots=True)
class Belief:
    """What is believed of a person: on whose word, since when, and where as far as known."""

    standing: Standing
    source: Source
    since: datetime
    floor_id: int | None
    area_id: int | None
    desk: str


def belief(words: Sequence[Word], now: datetime) -> Belief | None:
    """What all that was said of one person comes to at `now`; None when nothing says the person came or will."""
    heard = [word for word in words if word.at <= now]
    seen = [word for word in heard if word.source is not Source.PLAN]
    plan = next((word for word in heard if _is_plan_for(word, now)), None)
    worth = [word for word in seen if _is_worth_something(word, now)]
    if not worth:
        over = max(seen, key=_weight, default=None)
        if plan is not None and (over is None or over.at < plan.at):
            return _of(Standing.EXPECTED, plan)
        return None if over is None or now - over.at >= REMEMBERED else _of(Standing.LEFT, over)
    latest = max(worth, key=_weight)
    if latest.source in _LEAVING:
        back = plan is not None and plan.at > latest.at
        return _of(Standing.EXPECTED, plan) if plan is not None and back else _of(Standing.LEFT, latest)
    if latest.source in _AT_A_DESK:
        return _of(Standing.SEEN, latest)
    return _through_a_gate(latest, worth, plan)


def _through_a_gate(gate: Word, worth: Sequence[Word], plan: Word | None) -> Belief:
    """Seen at a gate: on its floor, and at the desk last known there unless the desk was left."""
    desk = max((word for word in worth if word.source in (*_AT_A_DESK, Source.CHECK_OUT)), key=_weight, default=plan)
    if desk is None or desk.source is Source.CHECK_OUT:
        desk = plan
    if desk is None or gate.floor_id not in (None, desk.floor_id):
        return _of(Standing.SEEN, gate)
    return Belief(Standing.SEEN, gate.source, gate.at, desk.floor_id, desk.area_id, desk.desk)


def _is_plan_for(word: Word, now: datetime) -> bool:
    return word.source is Source.PLAN and (word.until is None or now < word.until)


def _is_worth_something(word: Word, now: datetime) -> bool:
    if word.source in _AT_A_DESK:
        return word.until is None or now < word.until + CHECK_IN_OUTLASTS_DESK
    return now - word.at < REMEMBERED


def _weight(word: Word) -> tuple[datetime, int]:
    return word.at, _RANK[word.source]


def _of(standing: Standing, word: Word) -> Belief:
    return Belief(standing, word.source, word.at, word.floor_id, word.area_id, word.desk)
