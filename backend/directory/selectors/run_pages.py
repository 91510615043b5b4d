"""Runs, what they changed and what they found, page by page."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from core.pagination import Key
from directory.models import DirectoryRun, RunChange, RunFinding
from directory.policies.runs import RunState
from people.models import Department


@dataclass(frozen=True, slots=True)
class RunPages:
    """Runs with the newest first, all or those that changed something; core.pagination's fetch."""

    changed: bool = False

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[DirectoryRun]:
        rows = DirectoryRun.objects.annotate(finding_count=Count("findings"))
        if self.changed:
            rows = rows.filter(state=RunState.APPLIED.value)
        if after is not None:
            rows = rows.filter(pk__gt=after[0]) if backwards else rows.filter(pk__lt=after[0])
        return list(rows.order_by("pk" if backwards else "-pk")[:limit])

    @staticmethod
    def key(run: DirectoryRun) -> Key:
        return (run.pk,)


@dataclass(frozen=True, slots=True)
class ChangePages:
    """What a run changed, or would, in its order; `q` is looked for in number, code, name."""

    run_id: int
    subject: str | None = None
    did: str | None = None
    q: str = ""

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[RunChange]:
        rows = RunChange.objects.filter(run_id=self.run_id)
        if self.subject:
            rows = rows.filter(subject=self.subject)
        if self.did:
            rows = rows.filter(did=self.did)
        if typed := self.q.strip():
            rows = rows.filter(Q(key__icontains=typed) | Q(label__icontains=typed))
        if after is not None:
            rows = rows.filter(position__lt=after[0]) if backwards else rows.filter(position__gt=after[0])
        return list(rows.order_by("-position" if backwards else "position")[:limit])

    @staticmethod
    def key(change: RunChange) -> Key:
        return (change.position,)


@dataclass(frozen=True, slots=True)
class FindingPages:
    """The entries that made no sense to a run, in its order, with whom they are about."""

    run_id: int

    def fetch(self, after: Key | None, backwards: bool, limit: int) -> Sequence[RunFinding]:
        rows = RunFinding.objects.filter(run_id=self.run_id).select_related("person__department")
        if after is not None:
            rows = rows.filter(position__lt=after[0]) if backwards else rows.filter(position__gt=after[0])
        return list(rows.order_by("-position" if backwards else "position")[:limit])

    @staticmethod
    def key(finding: RunFinding) -> Key:
        return (finding.position,)


def run_counted(run_id: int) -> DirectoryRun | None:
    """The run with its `finding_count`, if there is one."""
    return DirectoryRun.objects.annotate(finding_count=Count("findings")).filter(pk=run_id).first()


def run_going_on() -> DirectoryRun | None:
    """The run that is going on, as far as anybody can see from outside."""
    rows = DirectoryRun.objects.filter(state=RunState.RUNNING.value)
    return rows.annotate(finding_count=Count("findings")).first()


def department_names(codes: Collection[str]) -> dict[str, str]:
    """The names of departments, by code; one query."""
    return dict(Department.objects.filter(code__in=list(codes)).values_list("code", "name"))
