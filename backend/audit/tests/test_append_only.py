import pytest
from django.db import IntegrityError, connection, transaction

from audit.append_only import EVENTS_ARE_APPEND_ONLY
from audit.context import acting_as, request_from
from audit.models import Event
from audit.selectors import events_by, events_of
from audit.services import NotInTransaction, record
from core.constraints import violated_constraint


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    ["UPDATE audit_event SET kind = 'other'", "DELETE FROM audit_event", "TRUNCATE audit_event"],
)
def test_the_database_refuses_to_change_what_happened(statement: str) -> None:
    with transaction.atomic():
        record(kind="thing.made", subject_kind="thing", subject_id=1)
    with (
        pytest.raises(IntegrityError, match="append-only") as refused,
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert violated_constraint(refused.value) == EVENTS_ARE_APPEND_ONLY
    assert Event.objects.get().kind == "thing.made"


@pytest.mark.django_db
def test_an_event_says_who_did_it_for_whom_from_where_and_what_changed() -> None:
    with request_from(source_address="192.0.2.7", request_id="abc"), acting_as(actor_id=4, actor_name="高橋 一郎"):
        record(
            kind="thing.renamed",
            subject_kind="thing",
            subject_id=9,
            before={"name": "a"},
            after={"name": "b"},
            on_behalf_of=12,
        )
    event = events_of("thing", 9).get()
    assert (event.actor_id, event.actor_name, event.on_behalf_of_id) == (4, "高橋 一郎", 12)
    assert (event.before, event.after) == ({"name": "a"}, {"name": "b"})
    assert event.source_address == "192.0.2.7"
    assert list(events_by(4)) == [event]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8::1", "2001:db8::1"),
        ("fe80::1%eth0", "fe80::1"),
        ("unix:", None),
        ("", None),
    ],
)
def test_what_is_no_address_is_not_kept_as_one(said: str, kept: str | None) -> None:
    with request_from(source_address=said, request_id="abc"):
        event = record(kind="thing.made", subject_kind="thing", subject_id=1)
    event.refresh_from_db()
    assert event.source_address == kept


@pytest.mark.django_db
def test_who_acts_is_forgotten_with_the_request() -> None:
    with request_from(source_address="192.0.2.7", request_id="abc"), acting_as(actor_id=4, actor_name="高橋 一郎"):
        pass
    record(kind="thing.made", subject_kind="thing", subject_id=1)
    event = Event.objects.get()
    assert (event.actor_id, event.actor_name, event.source_address, event.request_id) == (None, "", None, "")


@pytest.mark.django_db
def test_events_of_a_subject_come_in_the_order_in_which_they_happened() -> None:
    for kind in ("thing.made", "thing.renamed", "thing.retired"):
        record(kind=kind, subject_kind="thing", subject_id=1)
    record(kind="thing.made", subject_kind="thing", subject_id=2)
    assert [event.kind for event in events_of("thing", 1)] == ["thing.made", "thing.renamed", "thing.retired"]


@pytest.mark.django_db(transaction=True)
def test_an_event_outside_a_transaction_is_refused() -> None:
    with pytest.raises(NotInTransaction):
        record(kind="thing.made", subject_kind="thing", subject_id=1)


@pytest.mark.django_db(transaction=True)
def test_an_event_vanishes_with_the_transaction_it_was_recorded_in() -> None:
    with transaction.atomic():
        record(kind="thing.made", subject_kind="thing", subject_id=1)
        transaction.set_rollback(True)
    assert not Event.objects.exists()
