"""Marking people in a head count: safe, needs help, was not there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import transaction

from core import clock
from people.models import Person
from people.policies.visibility import Viewer, is_manager_of
from people.selectors.seen import seen_people
from roster.models import HeadCount, SafetyMark
from roster.policies.head_count import Status
from roster.services.actor import Actor
from roster.standby.last_copy import echo

LONGEST_AGO = timedelta(hours=24)


class Taken(StrEnum):
    """What became of a mark that was sent."""

    KEPT = "kept"
    KNOWN = "known"
    NOT_YOURS = "not_yours"
    UNKNOWN_PERSON = "unknown_person"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class MarkWanted:
    """A mark as it is sent: `id` is the client's own, `seconds_ago` how long ago it was made there."""

    id: UUID
    person: int
    status: Status
    note: str = ""
    seconds_ago: int = 0

    def made_at(self, now: datetime) -> datetime:
        """When it was made by our clock: the client's may be wrong, the time it counted is not."""
        return now - min(timedelta(seconds=self.seconds_ago), LONGEST_AGO)


def mark_people(*, head_count: HeadCount, marks: Sequence[MarkWanted], actor: Actor) -> dict[UUID, Taken]:
    """Keep the marks that `actor` may make; says of each what became of it, and keeps one sent twice once.

    Crisis management marks everybody, managers the people of their sections, everybody themselves. A mark made while
    the head count was open is kept also when it arrives after its end.
    """
    now = clock.now()
    with transaction.atomic():
        known = set(
            SafetyMark.objects.filter(client_id__in=[one.id for one in marks]).values_list("client_id", flat=True)
        )
        people = {one.pk: one for one in Person.objects.filter(pk__in={one.person for one in marks})}
        own = _may_mark(actor, people.values())
        taken: dict[UUID, Taken] = {}
        for one in marks:
            taken.setdefault(one.id, _taken(one, head_count, known, own, people.keys(), now))
        kept = {one.id: one for one in marks if taken[one.id] is Taken.KEPT}
        rows = [_row(head_count, one, actor, now) for one in kept.values()]
        SafetyMark.objects.bulk_create(rows, ignore_conflicts=True)
        transaction.on_commit(lambda: echo(entry_of(head_count, row) for row in rows))
    return taken


def entry_of(head_count: HeadCount, row: SafetyMark) -> dict[str, Any]:
    """A mark as the files beside the copy hold it."""
    return mark_entry(
        key=str(head_count.key),
        mark=MarkWanted(row.client_id, row.person_id, Status(row.status), row.note),
        made_at=row.made_at,
        by=row.made_by,
        account=row.made_by_account,
        by_self=row.by_self,
    )


def mark_entry(
    *, key: str, mark: MarkWanted, made_at: datetime, by: str, account: int | None, by_self: bool
) -> dict[str, Any]:
    """The line of a mark."""
    return {
        "id": str(mark.id),
        "kind": "mark",
        "head_count": key,
        "person": mark.person,
        "status": mark.status.value,
        "note": mark.note,
        "made_at": made_at.astimezone(clock.city_zone()).isoformat(),
        "made_by": by,
        "account": account,
        "by_self": by_self,
    }


def _taken(
    one: MarkWanted,
    head_count: HeadCount,
    known: Collection[UUID],
    own: Collection[int],
    people: Collection[int],
    now: datetime,
) -> Taken:
    if one.id in known:
        return Taken.KNOWN
    if one.person not in people:
        return Taken.UNKNOWN_PERSON
    if one.person not in own:
        return Taken.NOT_YOURS
    if head_count.closed_at is not None and one.made_at(now) > head_count.closed_at:
        return Taken.CLOSED
    return Taken.KEPT


def _may_mark(actor: Actor, people: Collection[Person]) -> set[int]:
    if actor.crisis:
        return {one.pk for one in people}
    today = clock.today()
    viewer = Viewer(actor.account_id, actor.person_id, manages=frozenset(actor.manages))
    seen = seen_people(people, first=today, last=today)
    return {pk for pk, one in seen.items() if pk == actor.person_id or is_manager_of(viewer, one.lineage)}


def _row(head_count: HeadCount, one: MarkWanted, actor: Actor, now: datetime) -> SafetyMark:
    return SafetyMark(
        head_count=head_count,
        person_id=one.person,
        status=one.status.value,
        note=one.note,
        made_at=one.made_at(now),
        made_by=actor.name,
        made_by_account=actor.account_id,
        by_self=one.person == actor.person_id,
        client_id=one.id,
        kept_at=now,
    )
