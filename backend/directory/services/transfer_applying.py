"""Carry planned transfers out on their day: once, however many workers look."""

import logging

from django.db import InterfaceError, OperationalError, transaction

from core import clock
from core.refused import Refused
from directory.models import DirectoryRun, PlannedTransfer
from directory.policies.known import KnownRoll
from directory.policies.known_as_roll import as_roll
from directory.policies.planned_values import PlannedEntry
from directory.policies.runs import TransferState
from directory.policies.transfer_overlay import carried_out
from directory.selectors.transfers import is_due, planned_entries
from directory.services.running import apply_roll
from directory.services.transfer_loading import record_transfer
from directory.source import Roll

APPLIED = "directory.transfer_applied"
FAILED = "directory.transfer_failed"

_log = logging.getLogger(__name__)


def apply_due_transfers() -> int:
    """Carry out every transfer whose day has come, the earliest first; answers how many this call carried out.

    While a run of the directory is going on, or the database is not itself, they wait for the next minute. One that
    fails for any other reason stays failed, nothing of it having been done, and those after it wait.
    """
    applied = 0
    while is_due(clock.today()):
        rows = PlannedTransfer.objects.filter(state=TransferState.LOADED, effective_on__lte=clock.today())
        transfer = rows.order_by("effective_on", "pk").first()
        if transfer is None:
            break
        if not _apply(transfer):
            break
        applied += transfer.state == TransferState.APPLIED
    return applied


def _apply(transfer: PlannedTransfer) -> bool:
    entries = planned_entries(transfer)
    try:
        apply_roll(
            make=lambda known: _roll_of(transfer, entries, known),
            source=transfer.file_name,
            transfer=transfer,
            afterwards=lambda run: _settle(transfer, run),
        )
    except Refused as refused:
        _log.info("a transfer waits: %s", refused.code)
        return False
    except (OperationalError, InterfaceError):
        _log.exception("a transfer waits: the database is not itself")
        return False
    except Exception as error:  # noqa: BLE001 - the transfer says so, and the worker goes on
        _log.exception("a transfer failed")
        _fail(transfer, error)
        return False
    return True


def _roll_of(transfer: PlannedTransfer, entries: list[PlannedEntry], known: KnownRoll) -> Roll:
    """Called under the lock of runs: whoever comes second finds it settled, and what is known stays as it is."""
    transfer.refresh_from_db(from_queryset=PlannedTransfer.objects.select_for_update())
    known_now = as_roll(known)
    return carried_out(known_now, entries) if transfer.state == TransferState.LOADED else known_now


def _settle(transfer: PlannedTransfer, run: DirectoryRun) -> None:
    if transfer.state != TransferState.LOADED:
        run.delete()
        return
    transfer.state, transfer.settled_at = TransferState.APPLIED.value, clock.now()
    transfer.save(update_fields=["state", "settled_at"])
    record_transfer(APPLIED, transfer, run=run.pk)


@transaction.atomic
def _fail(transfer: PlannedTransfer, error: Exception) -> None:
    transfer.state, transfer.settled_at = TransferState.FAILED.value, clock.now()
    transfer.problem = {"code": "internal", "detail": type(error).__name__}
    transfer.save(update_fields=["state", "settled_at", "problem"])
    record_transfer(FAILED, transfer, problem=transfer.problem)
