"""What crisis management does while the database is silent: written into files, merged later."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import orjson

from core import clock
from core.refused import Refused
from roster.policies.head_count import Kind, due_at
from roster.policies.refusals import RosterRefusal
from roster.selectors.head_counts import CountState, in_city, plain_state
from roster.services.actor import Actor
from roster.services.head_counts import only_in_the_building
from roster.services.marking import MarkWanted, Taken, mark_entry
from roster.standby import journal
from roster.standby.folder import write_whole
from roster.standby.last_copy import LastCopy, list_file


def open_standing_by(*, actor: Actor, reason: Kind) -> datetime:
    """Note in the journal that `actor` opens the roster for `reason`; answers when."""
    now = clock.now()
    journal.write(
        {
            "id": str(uuid4()),
            "kind": "opening",
            "reason": reason.value,
            "made_at": in_city(now),
            "made_by": actor.name,
            "account": actor.account_id,
        }
    )
    return now


def start_standing_by(*, key: UUID, kind: Kind, minutes: int, actor: Actor, copy: LastCopy) -> dict[str, Any]:
    """Begin a head count on the list of the last copy; answers its state. Raises Refused as `start_head_count` does."""
    for one in copy.head_counts:
        if one["key"] == str(key):
            return one
        if one["kind"] == kind and one["closed_at"] is None:
            raise Refused(RosterRefusal.HEAD_COUNT_RUNNING)
    now = clock.now()
    state = CountState(
        key=str(key),
        kind=kind.value,
        unaccounted_after_minutes=minutes,
        started_at=in_city(now),
        started_by=actor.name,
        due_at=in_city(due_at(now, minutes)),
        closed_at=None,
        closed_by="",
        closing_note="",
        roster=only_in_the_building(copy.roster),
        added=[],
        marks=[],
    )
    write_whole(list_file(str(key)), orjson.dumps(state))
    journal.write(
        {
            "id": str(key),
            "kind": "start",
            "made_at": in_city(now),
            "made_by": actor.name,
            "account": actor.account_id,
        }
    )
    return plain_state(state)


def mark_standing_by(*, key: str, marks: Sequence[MarkWanted], actor: Actor) -> dict[UUID, Taken]:
    """Note marks in the journal. Whom they are of is looked at when they are merged."""
    now = clock.now()
    for one in marks:
        journal.write(
            mark_entry(
                key=key,
                mark=one,
                made_at=one.made_at(now),
                by=actor.name,
                account=actor.account_id,
                by_self=one.person == actor.person_id,
            )
        )
    return {one.id: Taken.KEPT for one in marks}
