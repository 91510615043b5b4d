"""A question about desks that somebody wants to keep."""

from django.db import models

from people.models import Person


class Scenario(models.Model):
    """シナリオ: what was supposed, the answer, and the facts on which it stood.

    `supposed` and `answer` are plain values (planning.policies.supposed, planning.policies.needed). An answer stays as
    it was worked out; `facts_version` tells whether the facts have moved since. One taken away stays, with the time.
    `revision` counts what people changed, so that of two who change one the second is told.
    """

    name = models.CharField(max_length=100)
    supposed = models.JSONField()
    answer = models.JSONField(null=True)
    answered_at = models.DateTimeField(null=True)
    facts_version = models.BigIntegerField(null=True, help_text="of occupancy's facts, when it was answered")
    facts_from = models.DateField(null=True)
    facts_to = models.DateField(null=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["name"], name="scenario_name_once", condition=models.Q(removed_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name
