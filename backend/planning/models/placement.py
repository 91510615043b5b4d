"""Sections placed on the floors of a hall by the optimiser."""

from django.db import models

from people.models import Person
from planning.models.scenario import Scenario
from spaces.models import Building


class PlacementState(models.TextChoices):
    WAITING = "waiting", "待機中"
    RUNNING = "running", "計算中"
    DONE = "done", "完了"
    IMPOSSIBLE = "impossible", "成り立つ配置がない"
    CANCELLED = "cancelled", "中止"
    FAILED = "failed", "失敗"


class Placement(models.Model):
    """配置: what was asked of the optimiser, how far it is, and where it put each section.

    `asked` and `result` are plain values (planning.policies.placing). `progress` holds the seconds gone, the best
    objective found, and the bound below which none can be. `attempts` counts how often a worker took it up: one that
    was killed is followed by another. `drafts` are the drafts of layouts made from it: floor, draft_id, and the
    revision in which they were left.
    """

    name = models.CharField(max_length=100)
    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="+")
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, null=True, related_name="placements")
    asked = models.JSONField()
    state = models.CharField(max_length=12, choices=PlacementState, default=PlacementState.WAITING)
    progress = models.JSONField(default=dict)
    result = models.JSONField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    drafts = models.JSONField(default=list)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    made_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    cancel_asked_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="placement_state_is_known", condition=models.Q(state__in=PlacementState.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.state}"
