"""Head counts: started with a frozen list, marked by many, closed with their figures."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from audit.services import record
from core import clock
from core.locks import Locked, lock
from core.refused import Refused
from roster.models import HeadCount
from roster.policies.belief import IN_THE_BUILDING
from roster.policies.head_count import Kind
from roster.policies.refusals import RosterRefusal
from roster.selectors.head_counts import figures_of, latest_marks
from roster.selectors.roster import roster_now, written
from roster.services.actor import Actor
from roster.services.copy_keeping import keep_copy, keep_list

STARTED, CLOSED = "head_count.started", "head_count.closed"
_RUN = 3


def start_head_count(*, key: UUID, kind: Kind, minutes: int, actor: Actor) -> HeadCount:
    """Freeze who is believed in the building now, and begin. The same `key` again answers the same head count.

    Raises Refused while another of this kind is under way: a drill never keeps a real one from starting.
    """
    with transaction.atomic():
        lock((Locked.RUN, _RUN))
        if known := HeadCount.objects.filter(key=key).first():
            return known
        if HeadCount.objects.filter(kind=kind, closed_at__isnull=True).exists():
            raise Refused(RosterRefusal.HEAD_COUNT_RUNNING)
        head_count = write_head_count(
            key=key,
            kind=kind,
            minutes=minutes,
            actor=actor,
            roster=only_in_the_building(written(roster_now())),
            started_at=clock.now(),
        )
    keep_list(head_count)
    keep_copy()
    return head_count


def write_head_count(
    *, key: UUID, kind: Kind, minutes: int, actor: Actor, roster: Mapping[str, Any], started_at: datetime
) -> HeadCount:
    """Write a head count down with the list given, and say so to whoever listens."""
    head_count = HeadCount.objects.create(
        key=key,
        kind=kind.value,
        unaccounted_after_minutes=minutes,
        started_at=started_at,
        started_by=actor.name,
        started_by_account=actor.account_id,
        roster=dict(roster),
        listed=len(roster["people"]),
    )
    record(
        kind=STARTED,
        subject_kind="head_count",
        subject_id=head_count.pk,
        after={
            "kind": kind.value,
            "key": str(key),
            "at": started_at,
            "people": [one["person"] for one in roster["people"]],
        },
    )
    return head_count


def only_in_the_building(roster: Mapping[str, Any]) -> dict[str, Any]:
    """The roster without those who have left: whom a head count asks for."""
    return {**roster, "people": [one for one in roster["people"] if one["standing"] in IN_THE_BUILDING]}


def close_head_count(*, head_count_id: int, actor: Actor, note: str) -> HeadCount:
    """End a head count; its list and marks stay, and its figures go into the event. Raises Refused when it is over."""
    with transaction.atomic():
        head_count = HeadCount.objects.select_for_update().defer("roster").get(pk=head_count_id)
        if head_count.closed_at is not None:
            raise Refused(RosterRefusal.HEAD_COUNT_CLOSED)
        head_count.closed_at = clock.now()
        head_count.closed_by = actor.name
        head_count.closing_note = note
        head_count.save(update_fields=["closed_at", "closed_by", "closing_note"])
        marks = latest_marks([head_count.pk]).get(head_count.pk, [])
        record(
            kind=CLOSED,
            subject_kind="head_count",
            subject_id=head_count.pk,
            after={"kind": head_count.kind, "figures": asdict(figures_of(head_count, marks))},
        )
    keep_copy()
    return head_count
