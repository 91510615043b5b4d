"""Who passed which gate when, as the gate system wrote it down."""

from django.db import models

from people.models import Person
from spaces.models import Floor


class Direction(models.TextChoices):
    IN = "in", "入"
    OUT = "out", "退"


class GatePassage(models.Model):
    """ゲート通過: raw, as it was logged. Cards read twice, missing exits and the like are cleaned by whoever reads.

    `floor` is the floor that the gate leads to, none for an entrance of the building. The same passage is kept once,
    however often its file is imported; `source_file` and `source_line` say where it was read first.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="gate_passages", db_index=False)
    gate = models.CharField(max_length=16)
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    direction = models.CharField(max_length=3, choices=Direction)
    at = models.DateTimeField()
    source_file = models.CharField(max_length=200)
    source_line = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["at", "person"], name="gate_passage_at")]
        constraints = [
            # The person's passages in order of time; the last of somebody is one step in it.
            models.UniqueConstraint(fields=["person", "at", "gate", "direction"], name="gate_passage_once"),
            models.CheckConstraint(
                name="gate_passage_direction_known", condition=models.Q(direction__in=Direction.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.direction} {self.gate} {self.at}"
