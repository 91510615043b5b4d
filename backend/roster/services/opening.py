"""Opening the roster leaves a trace: who, when, and why."""

from datetime import datetime

from django.db import transaction

from audit.services import record
from core import clock
from roster.policies.head_count import Kind
from roster.services.actor import Actor
from roster.services.copy_keeping import keep_copy

ROSTER_OPENED = "roster.opened"


def open_roster(*, actor: Actor, reason: Kind) -> datetime:
    """Record that `actor` opens the roster for `reason`, and keep a fresh copy; answers when."""
    now = clock.now()
    note_opening(actor=actor, reason=reason, at=now)
    keep_copy()
    return now


@transaction.atomic
def note_opening(*, actor: Actor, reason: Kind, at: datetime, from_copy: bool = False) -> None:
    """Write the event `roster.opened`; `from_copy` where it was opened while the database was silent."""
    record(
        kind=ROSTER_OPENED,
        subject_kind="roster",
        subject_id=0,
        after={
            "reason": reason.value,
            "at": at,
            "account": actor.account_id,
            "sections": None if actor.crisis else sorted(actor.manages),
            "from_copy": from_copy,
        },
    )
