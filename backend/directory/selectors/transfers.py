"""Planned transfers and their entries."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet

from core.pagination import Key
from directory.models import DirectoryRun, PlannedTransfer, TransferEntry
from directory.policies.planned_values import PlannedEntry
from directory.policies.runs import Did, RunState, Subject, TransferState
from directory.policies.transfer_overlay import Transfer

_CARRIED_OUT = (RunState.APPLIED.value, RunState.UNCHANGED.value)


def transfers_in_question(today: date) -> list[Transfer]:
    """Those that a sync of today has to know: loaded ones, and those carried out within the grace. Two reads."""
    grace_days = settings.DIRECTORY_TRANSFER_GRACE_DAYS
    since = today - timedelta(days=grace_days)
    rows = PlannedTransfer.objects.filter(
        Q(state=TransferState.LOADED) | Q(state=TransferState.APPLIED, effective_on__gt=since)
    )
    return [
        Transfer(
            effective_on=one.effective_on,
            applied=one.state == TransferState.APPLIED,
            entries=[planned(entry) for entry in one.entries.all()],
            grace_days=grace_days,
        )
        for one in rows.order_by("effective_on", "pk").prefetch_related("entries")
    ]


def planned_entries(transfer: PlannedTransfer) -> list[PlannedEntry]:
    """The entries of a transfer as the policies take them, in order."""
    return [planned(entry) for entry in transfer.entries.order_by("position")]


def planned(entry: TransferEntry) -> PlannedEntry:
    """One entry as the policies take it."""
    return PlannedEntry(
        subject=Subject(entry.subject),
        did=Did(entry.did),
        key=entry.key,
        label=entry.label,
        before=entry.before,
        after=entry.after,
    )


def runs_of(transfer_ids: Collection[int]) -> dict[int, int]:
    """The run that carried each of these transfers out, by transfer; one read."""
    rows = DirectoryRun.objects.filter(transfer_id__in=list(transfer_ids), state__in=_CARRIED_OUT).order_by("pk")
    return {transfer: run for transfer, run in rows.values_list("transfer_id", "pk") if transfer is not None}


def is_due(today: date) -> bool:
    """Whether a transfer waits to be carried out; what the worker asks every minute."""
    return PlannedTransfer.objects.filter(state=TransferState.LOADED, effective_on__lte=today).exists()


@dataclass(frozen=True, slots=True)
class TransferPages:
    """Every transfer, the latest day first; core.pagination's fetch."""

    key_types = (date, int)

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[PlannedTransfer]:
        rows = PlannedTransfer.objects.all()
        if after is not None:
            day, pk = after
            beyond = Q(effective_on__gt=day) | Q(effective_on=day, pk__gt=pk)
            onward = Q(effective_on__lt=day) | Q(effective_on=day, pk__lt=pk)
            rows = rows.filter(beyond if backwards else onward)
        return list(rows.order_by(*(("effective_on", "pk") if backwards else ("-effective_on", "-pk")))[:limit])

    @staticmethod
    def key(transfer: PlannedTransfer) -> Key:
        return transfer.effective_on, transfer.pk


@dataclass(frozen=True, slots=True)
class EntryPages:
    """The entries of a transfer in order; of one subject, of one deed, or in whose number, code or name `q` stands."""

    transfer_id: int
    subject: str | None = None
    did: str | None = None
    q: str = ""

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[TransferEntry]:
        rows = self._rows()
        if after is not None:
            rows = rows.filter(position__lt=after[0]) if backwards else rows.filter(position__gt=after[0])
        return list(rows.order_by("-position" if backwards else "position")[:limit])

    def _rows(self) -> "QuerySet[TransferEntry]":
        rows = TransferEntry.objects.filter(transfer_id=self.transfer_id)
        if self.subject:
            rows = rows.filter(subject=self.subject)
        if self.did:
            rows = rows.filter(did=self.did)
        if typed := self.q.strip():
            rows = rows.filter(Q(key__icontains=typed) | Q(label__icontains=typed))
        return rows

    @staticmethod
    def key(entry: TransferEntry) -> Key:
        return (entry.position,)
