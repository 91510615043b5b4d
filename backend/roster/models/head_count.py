"""A head count with its frozen list, and the marks made in it."""

from django.db import models

from people.models import Person
from roster.policies.head_count import LEAST_MINUTES, MOST_MINUTES, USUAL_MINUTES, Kind, Status


class HeadCount(models.Model):
    """安否確認. `roster` is who was believed in the building at its start, as roster.selectors.shapes writes it.

    `key` is chosen by whoever starts it, so that it can begin while the database does not answer.
    """

    key = models.UUIDField(unique=True)
    kind = models.CharField(max_length=8, choices=[(kind.value, kind.value) for kind in Kind])
    unaccounted_after_minutes = models.PositiveSmallIntegerField(default=USUAL_MINUTES)
    started_at = models.DateTimeField()
    started_by = models.CharField(max_length=150)
    started_by_account = models.BigIntegerField(null=True)
    roster = models.JSONField()
    listed = models.PositiveIntegerField(help_text="how many people the frozen list has")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=150, blank=True)
    closing_note = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes = [models.Index(fields=["-started_at", "-id"], name="head_count_newest_first")]
        constraints = [
            models.CheckConstraint(
                name="head_count_minutes_in_bounds",
                condition=models.Q(unaccounted_after_minutes__range=(LEAST_MINUTES, MOST_MINUTES)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.started_at}"


class SafetyMark(models.Model):
    """安否: what somebody said of a person in a head count. Never changed: the latest by `made_at` holds.

    `client_id` is chosen where the mark is made, so that one sent twice, or kept in the journal meanwhile, counts once.
    """

    head_count = models.ForeignKey(HeadCount, on_delete=models.PROTECT, related_name="marks", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    status = models.CharField(max_length=12, choices=[(status.value, status.value) for status in Status])
    note = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=150)
    made_by_account = models.BigIntegerField(null=True)
    by_self = models.BooleanField(default=False)
    client_id = models.UUIDField(unique=True)
    kept_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["head_count", "person", "-made_at", "-id"], name="safety_mark_latest")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.status}"
