"""Bringing what was said while the database was silent back into it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from audit.context import acting_as
from core import clock
from people.models import Person
from roster.models import HeadCount, SafetyMark
from roster.policies.head_count import Kind
from roster.services.actor import Actor
from roster.services.head_counts import only_in_the_building, write_head_count
from roster.services.opening import note_opening
from roster.standby import journal
from roster.standby.last_copy import head_count_list


def merge_journal() -> int:
    """Keep in the database what the journal holds, and set it aside; answers how many entries there were.

    May be done any number of times and by several processes: each entry counts once, by its id. It was said under a
    pass that was good then, so nobody's rights are asked for again.
    """
    return journal.merge(_keep) if journal.is_waiting() else 0


@transaction.atomic
def _keep(entries: Sequence[dict[str, Any]]) -> None:
    for entry in entries:
        actor = Actor(entry["account"], entry["made_by"], None, crisis=True)
        with acting_as(actor_id=actor.account_id, actor_name=actor.name):
            if entry["kind"] == "opening":
                at = datetime.fromisoformat(entry["made_at"])
                note_opening(actor=actor, reason=Kind(entry["reason"]), at=at, from_copy=True)
            elif entry["kind"] == "start":
                _start(entry, actor)
    _mark([entry for entry in entries if entry["kind"] == "mark"])


def _start(entry: dict[str, Any], actor: Actor) -> None:
    listed = head_count_list(entry["id"])
    if listed is None or HeadCount.objects.filter(key=entry["id"]).exists():
        return
    write_head_count(
        key=UUID(entry["id"]),
        kind=Kind(listed["kind"]),
        minutes=listed["unaccounted_after_minutes"],
        actor=actor,
        roster=only_in_the_building(listed["roster"]),
        started_at=datetime.fromisoformat(listed["started_at"]),
    )


def _mark(entries: Sequence[dict[str, Any]]) -> None:
    counts = {
        str(one.key): one
        for one in HeadCount.objects.defer("roster").filter(key__in={e["head_count"] for e in entries})
    }
    people = set(Person.objects.filter(pk__in={one["person"] for one in entries}).values_list("pk", flat=True))
    now = clock.now()
    SafetyMark.objects.bulk_create(
        [
            SafetyMark(
                head_count=counts[entry["head_count"]],
                person_id=entry["person"],
                status=entry["status"],
                note=entry["note"],
                made_at=datetime.fromisoformat(entry["made_at"]),
                made_by=entry["made_by"],
                made_by_account=entry["account"],
                by_self=entry["by_self"],
                client_id=UUID(entry["id"]),
                kept_at=now,
            )
            for entry in entries
            if entry["head_count"] in counts and entry["person"] in people
        ],
        ignore_conflicts=True,
    )
