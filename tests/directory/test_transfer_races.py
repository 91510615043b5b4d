"""A transfer is carried out once: by one of several workers, at the next minute where nobody was there at midnight."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, OperationalError, connection

from audit.models import Event
from core import clock
from core.locks import Locked
from directory.models import DirectoryRun, PlannedTransfer
from directory.policies.runs import RunPurpose, RunState, TransferState
from directory.selectors.transfers import planned_entries
from directory.services import transfer_applying
from directory.services.running import run_directory
from directory.services.transfer_applying import apply_due_transfers
from directory.services.transfer_loading import load_transfer, withdraw_transfer
from directory.tasks import apply_planned_transfers
from integrations.directory.memory import MemoryDirectory
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS
from people.models import Account, Person, Post
from tests.fixtures.cast import MONDAY, TUESDAY, at

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("monday_morning")]

WORKERS = 4


@pytest.fixture
def loaded():
    """A transfer of Tuesday: 我妻 leaves."""
    run_directory(directory=MemoryDirectory(DEPARTMENTS, PEOPLE, POSTS))
    return load_transfer(
        directory=MemoryDirectory(DEPARTMENTS, PEOPLE[:2], ()),
        title="異動",
        effective_on=TUESDAY,
        file_name="memory",
        account=Account.objects.create(username="it"),
    )


def together(act):
    start = threading.Barrier(WORKERS)

    def run(_number):
        try:
            start.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=WORKERS) as pool:
        return list(pool.map(run, range(WORKERS)))


def left():
    return set(Person.objects.filter(active_to__isnull=False).values_list("number", "active_to"))


def test_of_several_workers_one_carries_it_out(loaded, monday_morning):
    monday_morning.move_to(at("0:00", TUESDAY))
    assert sorted(together(apply_due_transfers)) == [0, 0, 0, 1]
    assert left() == {("000003", MONDAY)}
    assert DirectoryRun.objects.filter(purpose=RunPurpose.TRANSFER).count() == 1
    assert Event.objects.filter(kind="directory.transfer_applied").count() == 1
    assert Post.objects.filter(person__number="000003", active_to=MONDAY).count() == 2


def test_a_worker_that_was_down_at_midnight_does_it_at_the_next_minute(loaded, monday_morning):
    monday_morning.move_to(at("23:59"))
    apply_planned_transfers(timestamp=0)
    assert left() == set()
    monday_morning.move_to(at("7:12", TUESDAY))
    apply_planned_transfers(timestamp=0)
    assert left() == {("000003", MONDAY)}


def test_while_another_run_is_going_on_it_waits_for_the_next_minute(loaded, monday_morning):
    monday_morning.move_to(at("0:00", TUESDAY))

    def as_another_process():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, 1)", [int(Locked.RUN)])
        held.set()
        done.wait(timeout=30)
        connection.close()

    held, done = threading.Event(), threading.Event()
    other = threading.Thread(target=as_another_process)
    other.start()
    held.wait(timeout=30)
    try:
        assert apply_due_transfers() == 0
    finally:
        done.set()
        other.join()
    assert PlannedTransfer.objects.get().state == TransferState.LOADED
    assert apply_due_transfers() == 1


def test_a_database_that_is_not_itself_costs_a_minute_and_no_transfer(loaded, monday_morning, monkeypatch):
    monday_morning.move_to(at("0:00", TUESDAY))

    def gone(*_args, **_named):
        raise OperationalError

    monkeypatch.setattr(transfer_applying, "carried_out", gone)
    assert apply_due_transfers() == 0
    monkeypatch.undo()
    assert PlannedTransfer.objects.get().state == TransferState.LOADED
    assert apply_due_transfers() == 1


def test_withdrawn_in_the_last_moment_it_is_not_carried_out(loaded, monday_morning, monkeypatch):
    monday_morning.move_to(at("0:00", TUESDAY))

    def withdrawn_meanwhile(transfer):
        withdraw_transfer(transfer_id=transfer.pk)
        return planned_entries(transfer)

    monkeypatch.setattr(transfer_applying, "planned_entries", withdrawn_meanwhile)
    apply_due_transfers()
    assert left() == set()
    assert PlannedTransfer.objects.get().state == TransferState.WITHDRAWN
    assert not DirectoryRun.objects.filter(purpose=RunPurpose.TRANSFER).exists()


def test_one_that_fails_leaves_nothing_half_done_and_says_so(loaded, monday_morning, monkeypatch):
    monday_morning.move_to(at("0:00", TUESDAY))

    def broken(*_args, **_named):
        raise ZeroDivisionError

    monkeypatch.setattr(transfer_applying, "record_transfer", broken)
    with pytest.raises(ZeroDivisionError):  # the failure cannot be recorded either, in this test
        apply_due_transfers()
    assert left() == set()
    monkeypatch.undo()

    def contradicts(*_args, **_named):
        raise IntegrityError

    monkeypatch.setattr(transfer_applying, "carried_out", contradicts)
    assert apply_due_transfers() == 0
    transfer = PlannedTransfer.objects.get()
    assert (transfer.state, transfer.problem) == ("failed", {"code": "internal", "detail": "IntegrityError"})
    assert DirectoryRun.objects.filter(purpose=RunPurpose.TRANSFER, state=RunState.FAILED).count() == 2
    assert Event.objects.filter(kind="directory.transfer_failed").count() == 1
    assert clock.today() - timedelta(days=1) == MONDAY
