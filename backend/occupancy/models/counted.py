"""What people counted on a walk, and what sensors say."""

from django.db import models
from django.db.models import Q

from people.models import Person
from spaces.models import Area, Desk, Floor


class FloorCount(models.Model):
    """巡回カウント: how many desks of an area were in use at an instant, counted by eye.

    One taken back stays, with the time. Whoever counted is forgotten with other personal detail.
    """

    day = models.DateField()
    at = models.DateTimeField()
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, related_name="+", db_index=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", db_index=False)
    in_use = models.PositiveSmallIntegerField(help_text="desks with somebody or somebody's things")
    in_service = models.PositiveSmallIntegerField(help_text="desks that could have been in use then")
    counted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["day", "floor"], name="floor_count_of_day")]
        constraints = [
            models.CheckConstraint(name="count_within_desks", condition=Q(in_use__lte=models.F("in_service"))),
        ]

    def __str__(self) -> str:
        return f"{self.at} {self.area_id}: {self.in_use}"


class SensorSlot(models.Model):
    """What a sensor said of a desk, or of an area, at one slot of a day: the last reading before the slot's instant.

    `occupied` is 0 or 1 for a desk, a number of desks in use for an area.
    """

    day = models.DateField()
    slot = models.PositiveSmallIntegerField()
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    occupied = models.PositiveSmallIntegerField()
    read_at = models.DateTimeField()
    source = models.CharField(max_length=100, help_text="the name of the token that told of it")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "slot", "desk", "area"], name="sensor_slot_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="sensor_of_desk_or_area",
                condition=Q(desk__isnull=True, area__isnull=False) | Q(desk__isnull=False, area__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.slot} {self.desk_id or self.area_id}"
