"""Writing down what happened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from audit.context import current_origin
from audit.models import Event
from audit.subscribers import Subscriber, subscribers_of
from core import clock
from core.prepared import prepared_cursor

DELIVER = "audit.tasks.deliver"
"""The name of the task that brings an event to a subscriber."""

EVENTS_QUEUE = "events"

BEFORE_OTHERS = 1
"""Priority of an event that happened by itself, for whom the order does not matter."""


_COLUMNS = tuple(field for field in Event._meta.concrete_fields if not field.primary_key)
_INSERT = (
    f"INSERT INTO {Event._meta.db_table} ({', '.join(str(field.column) for field in _COLUMNS)})"  # noqa: S608 - the model's names
    f" VALUES ({', '.join(['%s'] * len(_COLUMNS))}) RETURNING id"
)


BATCH = 500


class NotInTransaction(RuntimeError):
    """An event was to be recorded outside the transaction of what it records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What an event says beside who acted and when; its members are those of `record`."""

    kind: str
    subject_kind: str
    subject_id: int
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    on_behalf_of: int | None = None


def record(
    *,
    kind: str,
    subject_kind: str,
    subject_id: int,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    on_behalf_of: int | None = None,
) -> Event:
    """Write one event in the current transaction, and a job for each of its subscribers with it.

    `kind` reads like `booking.cancelled`; `before` and `after` hold what changed (JSON; days and instants are taken);
    `on_behalf_of` is the id of the person for whom the actor acted. Who acts comes from audit.context. Costs one
    statement, and one more when somebody wants to hear of it. Raises NotInTransaction outside a transaction.

    Order per subject is the order of recording, so whoever records holds a lock on the subject until the commit.
    """
    happening = Happening(
        kind=kind,
        subject_kind=subject_kind,
        subject_id=subject_id,
        before=before,
        after=after,
        on_behalf_of=on_behalf_of,
    )
    event = _event(happening)
    _insert(event)
    if jobs := _deliveries(event, alone=True):
        app.job_manager.batch_defer_jobs(jobs)
    return event


def record_all(happenings: Sequence[Happening]) -> None:
    """Write many events of one act as `record` would, in their order and in few statements."""
    events = [_event(happening) for happening in happenings]
    for start in range(0, len(events), BATCH):
        written = Event.objects.bulk_create(events[start : start + BATCH])
        if jobs := [job for event in written for job in _deliveries(event, alone=len(events) == 1)]:
            app.job_manager.batch_defer_jobs(jobs)


def _event(happening: Happening) -> Event:
    if not connection.in_atomic_block:
        raise NotInTransaction(f"{happening.kind} has to be recorded in the transaction in which it happens")
    origin = current_origin()
    return Event(
        at=clock.now(),
        kind=happening.kind,
        subject_kind=happening.subject_kind,
        subject_id=happening.subject_id,
        actor_id=origin.actor_id,
        actor_name=origin.actor_name,
        on_behalf_of_id=happening.on_behalf_of,
        before=happening.before,
        after=happening.after,
        source_address=origin.source_address,
        request_id=origin.request_id,
        token_id=origin.token_id,
    )


def _deliveries(event: Event, *, alone: bool) -> list[Job]:
    return [_delivery(event, one, alone=alone) for one in subscribers_of(event.kind) if one.wants_to_hear(event)]


def _insert(event: Event) -> None:
    # Every booking passes here, so the row goes in by a statement kept prepared.
    with prepared_cursor() as cursor:
        cursor.execute(
            _INSERT, [column.get_db_prep_save(getattr(event, column.attname), connection) for column in _COLUMNS]
        )
        (event.pk,) = cursor.fetchone()
    event._state.adding, event._state.db = False, connection.alias


def _delivery(event: Event, subscriber: Subscriber, *, alone: bool) -> Job:
    # One lock per subscriber and subject: procrastinate hands out jobs of one lock one at a time and in order, a job
    # that waits for its next try included, and jobs of other locks meanwhile. A priority would break that order, so
    # only jobs without a lock have one.
    unordered = subscriber.any_order
    return Job(
        queue=EVENTS_QUEUE,
        lock=None if unordered else f"{subscriber.name}:{event.subject_kind}:{event.subject_id}",
        priority=BEFORE_OTHERS if unordered and alone else 0,
        queueing_lock=None,
        task_name=DELIVER,
        task_kwargs={"subscriber_name": subscriber.name, "event_id": event.pk},
    )
