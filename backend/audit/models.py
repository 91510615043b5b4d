"""The append-only event log: what happened, who did it, and who looked."""

from django.contrib.postgres.indexes import GinIndex
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Event(models.Model):
    """One thing that happened, written in the transaction in which it happened.

    Nothing here points at other tables by foreign key: an event outlives what it speaks of, and this app knows none
    of the apps above it. The database refuses UPDATE, DELETE and TRUNCATE (see the first migration).
    """

    at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=64)
    subject_kind = models.CharField(max_length=32)
    subject_id = models.BigIntegerField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=150, blank=True)
    on_behalf_of_id = models.BigIntegerField(null=True)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    source_address = models.GenericIPAddressField(null=True)
    request_id = models.CharField(max_length=64, blank=True)
    token_id = models.BigIntegerField(null=True, help_text="the API token by which a program acted as the actor")

    class Meta:
        indexes = [
            models.Index(fields=["subject_kind", "subject_id", "id"], name="event_of_subject"),
            models.Index(fields=["actor_id", "id"], name="event_of_actor"),
            GinIndex(
                fields=["after"],
                name="event_department_looked_at",
                opclasses=["jsonb_path_ops"],
                condition=models.Q(kind="department.past_viewed"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_kind} {self.subject_id}"
