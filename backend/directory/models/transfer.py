"""Planned transfers (人事異動): what the directory will say from a day on."""

from django.db import models
from django.db.models import Q

from directory.policies.runs import Did, Subject, TransferState
from people.models import Account


class PlannedTransfer(models.Model):
    """Changes loaded in advance and carried out at the midnight that begins `effective_on`, once."""

    title = models.CharField(max_length=100)
    effective_on = models.DateField()
    state = models.CharField(
        max_length=9, choices=[(one.value, one.value) for one in TransferState], default=TransferState.LOADED.value
    )
    file_name = models.CharField(max_length=200)
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    loaded_by_name = models.CharField(max_length=150, blank=True)
    counts = models.JSONField(default=dict, help_text="changes by subject and deed: {'person.moved': 510}")
    settled_at = models.DateTimeField(null=True, help_text="when it was applied, withdrawn or failed")
    problem = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["effective_on"],
                condition=Q(state=TransferState.LOADED.value),
                name="one_loaded_transfer_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.effective_on} {self.title}"


class TransferEntry(models.Model):
    """One department or person of a transfer, as the directory has it before and will have it after.

    `before` null: new; `after` null: gone. The values are those of the directory port, by field.
    """

    transfer = models.ForeignKey(PlannedTransfer, on_delete=models.CASCADE, related_name="entries")
    position = models.PositiveIntegerField()
    subject = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Subject])
    did = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Did])
    key = models.CharField(max_length=80, help_text="a person's number or a department's code")
    label = models.CharField(max_length=120, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["transfer", "position"], name="one_entry_a_position")]

    def __str__(self) -> str:
        return f"{self.subject} {self.key} {self.did}"
