"""Load a planned transfer from a file, and withdraw it."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from audit.services import record
from core import clock
from core.constraints import violated_constraint
from core.refused import Refused
from directory.models import PlannedTransfer, TransferEntry
from directory.policies.known_as_roll import as_roll, numbers_of_leavers
from directory.policies.planned_values import PlannedEntry, counts_of
from directory.policies.runs import TransferState
from directory.policies.transfer_entries import transfer_entries
from directory.policies.transfer_refusals import TransferRefusal, day_refused, withdrawal_refused
from directory.selectors.known_roll import known_roll
from directory.source import Directory, Finding, Roll
from people.models import Account

SUBJECT = "transfer"
LOADED = "directory.transfer_loaded"
WITHDRAWN = "directory.transfer_withdrawn"
ONE_A_DAY = "one_loaded_transfer_a_day"
_ROWS_AT_ONCE = 1000


class FileMakesNoSense(Exception):
    """Entries of the file make no sense: each with where and what. Nothing was loaded."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def load_transfer(
    *, directory: Directory, title: str, effective_on: date, file_name: str, account: Account
) -> PlannedTransfer:
    """Read the file, which holds the whole roll as it will be, and keep what differs from what is known now.

    Raises DirectoryUnavailable, DirectoryFaulty or FileMakesNoSense for a file that cannot be taken, and Refused:
    `transfer_day_is_past`, `transfer_day_taken`, `transfer_changes_nothing`.
    """
    if refused := day_refused(effective_on, clock.today()):
        raise refused
    return _keep(directory.read(), title, effective_on, file_name, account)


@transaction.atomic
def withdraw_transfer(*, transfer_id: int) -> PlannedTransfer:
    """Let it not be carried out. Raises Refused (`transfer_is_settled`) where it was, or was withdrawn before."""
    transfer = PlannedTransfer.objects.select_for_update().get(pk=transfer_id)
    if refused := withdrawal_refused(TransferState(transfer.state)):
        raise refused
    transfer.state, transfer.settled_at = TransferState.WITHDRAWN.value, clock.now()
    transfer.save(update_fields=["state", "settled_at"])
    record_transfer(WITHDRAWN, transfer)
    return transfer


def record_transfer(kind: str, transfer: PlannedTransfer, **more: Any) -> None:
    """Write an event about the transfer."""
    record(
        kind=kind,
        subject_kind=SUBJECT,
        subject_id=transfer.pk,
        after={
            "title": transfer.title,
            "effective_on": transfer.effective_on,
            "state": transfer.state,
            "counts": transfer.counts,
            **more,
        },
    )


@transaction.atomic
def _keep(roll: Roll, title: str, effective_on: date, file_name: str, account: Account) -> PlannedTransfer:
    unclear = tuple(one for one in roll.findings if not one.warns)
    if unclear:
        raise FileMakesNoSense(unclear)
    known = known_roll(clock.today())
    entries = transfer_entries(as_roll(known), roll, left=numbers_of_leavers(known))
    if not entries:
        raise Refused(TransferRefusal.TRANSFER_CHANGES_NOTHING)
    transfer = PlannedTransfer(
        title=title,
        effective_on=effective_on,
        file_name=file_name,
        loaded_at=clock.now(),
        loaded_by=account,
        loaded_by_name=str(account.person.name if account.person else account.username),
        counts=counts_of(entries),
    )
    try:
        with transaction.atomic():
            transfer.save()
    except IntegrityError as error:
        if violated_constraint(error) != ONE_A_DAY:
            raise
        raise Refused(TransferRefusal.TRANSFER_DAY_TAKEN) from error
    rows = [_row(transfer, position, entry) for position, entry in enumerate(entries, start=1)]
    TransferEntry.objects.bulk_create(rows, batch_size=_ROWS_AT_ONCE)
    record_transfer(LOADED, transfer)
    return transfer


def _row(transfer: PlannedTransfer, position: int, entry: PlannedEntry) -> TransferEntry:
    values = {**asdict(entry), "subject": entry.subject.value, "did": entry.did.value}
    return TransferEntry(transfer=transfer, position=position, **values)
