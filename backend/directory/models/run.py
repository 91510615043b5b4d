"""Runs: each time the directory was read, what it would have changed and what became of it."""

from django.db import models
from django.db.models import Q

from directory.models.transfer import PlannedTransfer
from directory.policies.runs import Did, RunPurpose, RunState, Subject
from people.models import Account, Person


class DirectoryRun(models.Model):
    """One reading of the directory: read, compared, planned, and applied or not.

    `fingerprint` is that of the plan: who confirms a held run, or applies a preview, applies what was shown.
    `problem` says why a run failed, as code and facts; `held_because` which limits stopped it.
    """

    purpose = models.CharField(max_length=8, choices=[(one.value, one.value) for one in RunPurpose])
    state = models.CharField(max_length=9, choices=[(one.value, one.value) for one in RunState])
    source = models.CharField(max_length=200, help_text="which directory, as its settings name it")
    started_at = models.DateTimeField(db_index=True)
    finished_at = models.DateTimeField(null=True)
    started_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    started_by_name = models.CharField(max_length=150, blank=True, help_text="empty: the clock")
    decided_by_name = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True)
    read = models.JSONField(default=dict, help_text="how many departments, people and posts the directory listed")
    counts = models.JSONField(default=dict, help_text="changes by subject and deed: {'person.added': 3}")
    held_because = models.JSONField(default=list)
    problem = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64, blank=True)
    transfer = models.ForeignKey(PlannedTransfer, on_delete=models.PROTECT, null=True, related_name="runs")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state"], condition=Q(state=RunState.RUNNING.value), name="one_directory_run_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.pk} {self.state}"


class RunChange(models.Model):
    """One thing that a run changed, or would: `key` is a person's number or a department's code.

    `fields` gives for each field that differs the old value and the new one.
    """

    run = models.ForeignKey(DirectoryRun, on_delete=models.CASCADE, related_name="changes")
    position = models.PositiveIntegerField()
    subject = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Subject])
    did = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Did])
    key = models.CharField(max_length=80)
    label = models.CharField(max_length=120, blank=True, help_text="the name of the person or department")
    department_code = models.CharField(max_length=64, blank=True, help_text="where, after the change or before an end")
    fields = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="one_change_a_position")]

    def __str__(self) -> str:
        return f"{self.subject} {self.key} {self.did}"


class RunFinding(models.Model):
    """An entry of the directory that makes no sense: what is known of it stayed as it was, and the rest went on."""

    run = models.ForeignKey(DirectoryRun, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    entry = models.CharField(max_length=500, help_text="its DN, or the line of a file")
    code = models.CharField(max_length=40)
    facts = models.JSONField(default=dict)
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "position"], name="one_finding_a_position")]

    def __str__(self) -> str:
        return f"{self.entry}: {self.code}"
