"""The transfer of 1 April 2027: loaded in advance, carried out at midnight, once, and kept by a late directory."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine

from directory.models import DirectoryRun, PlannedTransfer
from directory.policies.runs import RunPurpose, RunState, TransferState
from directory.services.running import run_directory
from directory.services.transfer_applying import apply_due_transfers
from directory.services.transfer_loading import load_transfer
from directory.source import directory_in_file
from people.models import Account, Department, Person
from tests.factories.hall import city_time

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

HALL = Path(__file__).parents[2] / "demonstration" / "hall"
APRIL = date(2027, 4, 1)
MARCH = APRIL - timedelta(days=1)
OLD, NEW = HALL / "directory.ldif", HALL / "directory-2027-04-01.ldif"


@pytest.fixture
def midnight():
    """It is noon of the last day of March; `move_to` goes on from there."""
    with time_machine.travel(city_time(MARCH, "12:00"), tick=False) as moment:
        yield moment


def sync(path):
    return run_directory(directory=directory_in_file(path))


def of_people(counts):
    return {name: count for name, count in counts.items() if name.startswith(("person", "department"))}


def test_the_first_of_april(midnight):
    assert sync(OLD).state == RunState.APPLIED
    transfer = load_transfer(
        directory=directory_in_file(NEW),
        title="令和9年4月1日付 人事異動",
        effective_on=APRIL,
        file_name=NEW.name,
        account=Account.objects.create(username="it"),
    )
    assert transfer.counts == {
        "department.added": 1,
        "department.changed": 1,
        "person.added": 140,
        "person.ended": 115,
        "person.moved": 514,
    }
    ahead = sync(NEW)
    assert (ahead.state, ahead.counts) == (RunState.UNCHANGED, {"waits_for_transfer": 771})

    midnight.move_to(city_time(MARCH, "23:59"))
    assert apply_due_transfers() == 0
    midnight.move_to(city_time(APRIL, "00:00"))
    assert apply_due_transfers() == 1
    assert apply_due_transfers() == 0

    run = DirectoryRun.objects.get(purpose=RunPurpose.TRANSFER)
    assert (run.state, run.transfer_id) == (RunState.APPLIED, transfer.pk)
    assert of_people(run.counts) == transfer.counts
    assert run.changes.filter(subject="person", did="moved").count() == 514
    assert PlannedTransfer.objects.get().state == TransferState.APPLIED
    assert Person.objects.filter(active_to=MARCH).count() == 115
    names = dict(Department.objects.filter(code__in=["010104", "020303"]).values_list("code", "name"))
    assert names == {"010104": "防災DX推進課", "020303": "働き方改革課"}

    behind = sync(OLD)
    assert (behind.state, behind.counts) == (RunState.UNCHANGED, {"lags_behind_transfer": 771})
    assert sync(NEW).state == RunState.UNCHANGED
    midnight.move_to(city_time(APRIL + timedelta(days=14), "00:15"))
    assert sync(NEW).state == RunState.UNCHANGED
