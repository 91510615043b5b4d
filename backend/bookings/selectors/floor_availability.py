"""Who has which desk of a floor in a stretch of a day.

Many people look at one floor every few seconds, and what they see differs in few desks: their own, and those of people
who do not show themselves to everyone. So a floor's state is worked out once for each revision of its bookings and kept
in the process; a viewer's answer is that state with those few desks written anew.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import orjson

from bookings.policies.desk_state import DeskState, desk_state
from bookings.selectors.holdings import Holding, holdings
from bookings.selectors.loans import lent_desks
from bookings.selectors.revision import BookingsRevision
from core import clock
from core.interval import Interval
from core.revision import KeptByRevision, Slow
from people.policies.visibility import Viewer
from spaces.policies.closed_places import ClosedPlace, closed_desks
from spaces.policies.floor_plan import FloorPlan, PlacedDesk
from spaces.selectors import closures_overlapping

UNCONCERNED = Viewer(account_id=0, person_id=None)
"""Somebody who holds nothing and is told only what everyone may know."""


@dataclass(frozen=True, slots=True)
class FloorState:
    """A floor in a stretch of a day: each desk's row as the unconcerned see it, and which rows concern whom."""

    plan: FloorPlan
    day: date
    today: date
    during: Interval
    held: Mapping[int, Sequence[Holding]]
    closed: Mapping[int, tuple[ClosedPlace, ...]]
    lent: frozenset[int]
    rows: list[orjson.Fragment]
    concerns: Mapping[int, Sequence[int]]
    hidden: Sequence[int]

    def seen_by(self, viewer: Viewer) -> list[orjson.Fragment]:
        """The rows of all desks in the order of the plan, as JSON, as `viewer` may see them."""
        mine = self.concerns.get(viewer.person_id, ()) if viewer.person_id is not None else ()
        if not mine and not self.hidden:
            return self.rows
        rows = list(self.rows)
        for place in {*mine, *self.hidden}:
            rows[place] = self.row(self.plan.desks[place], viewer)
        return rows

    def row(self, desk: PlacedDesk, viewer: Viewer) -> orjson.Fragment:
        """One desk as `viewer` may see it."""
        found = self.held.get(desk.id, ())
        own = next((held for held in found if held.person_id == viewer.person_id and not held.offered), None)
        holding = own or (found[0] if found else None)
        state = desk_state(
            mode=desk.mode,
            mine=own is not None,
            taken=holding is not None,
            offered=holding is not None and holding.offered,
            closed=desk.id in self.closed,
            lent=desk.id in self.lent,
            own=desk.assigned_to_id is not None and desk.assigned_to_id == viewer.person_id,
        )
        row: dict[str, Any] = {"desk": desk.id, "state": state.value}
        if holding is not None and state in (DeskState.TAKEN, DeskState.MINE):
            row["holder"] = holding.holder(viewer, self.day, self.today)
            if holding.visitor:
                row["visitor"] = True
            if own is not None:
                row["booking"] = own.booking_id
            if not holding.during.covers(self.during):
                row["partly"] = True
        if state is DeskState.OFFERED and holding is not None and holding.person_id == viewer.person_id:
            row["to_me"] = True
        if state is DeskState.CLOSED:
            row["reason"] = self.closed[desk.id][0].reason
        return orjson.Fragment(orjson.dumps(row))


def floor_state(plan: FloorPlan, during: Interval, revision: BookingsRevision) -> FloorState:
    """The floor's state in `during`; at most one query, and none while `revision` is the one it was read under.

    `revision` has to be read before: then what is kept is never older than what it says.
    """
    day, today = clock.city_day(during.start), clock.today()
    key = (plan.floor.id, during.start, during.end, today)
    return _states.get(key, revision.key, lambda: _read(plan, day, today, during, revision.slow))


def _read(plan: FloorPlan, day: date, today: date, during: Interval, slow: Mapping[Slow, int]) -> FloorState:
    held: dict[int, list[Holding]] = defaultdict(list)
    for holding in holdings(day, during, today=today, floor_id=plan.floor.id):
        held[holding.desk_id].append(holding)
    concerns: dict[int, list[int]] = defaultdict(list)
    hidden = []
    for place, desk in enumerate(plan.desks):
        if desk.assigned_to_id is not None:
            concerns[desk.assigned_to_id].append(place)
        for holding in held.get(desk.id, ()):
            concerns[holding.person_id].append(place)
        if any(holding.seen is not None for holding in held.get(desk.id, ())):
            hidden.append(place)
    state = FloorState(
        plan=plan,
        day=day,
        today=today,
        during=during,
        held=held,
        closed=closed_desks(plan, closures_overlapping(during, revision=slow[Slow.PLACES])),
        lent=lent_desks(day, slow[Slow.LOANS]),
        rows=[],
        concerns=concerns,
        hidden=hidden,
    )
    state.rows.extend(state.row(desk, UNCONCERNED) for desk in plan.desks)
    return state


_states: KeptByRevision[tuple[int, datetime, datetime, date], FloorState] = KeptByRevision()
