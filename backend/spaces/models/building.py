"""Buildings with their hours, and floors."""

import datetime as dt

from django.db import models
from django.db.models import F, Q


class Building(models.Model):
    """庁舎, with the hours in which a desk can be held and the hours of the parts of a day."""

    code = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=100)
    opens_at = models.TimeField(default=dt.time(7, 0))
    closes_at = models.TimeField(default=dt.time(22, 0))
    day_starts_at = models.TimeField(default=dt.time(8, 30), help_text="全日 and 午前 begin")
    am_ends_at = models.TimeField(default=dt.time(12, 0))
    pm_starts_at = models.TimeField(default=dt.time(13, 0))
    day_ends_at = models.TimeField(default=dt.time(17, 15), help_text="全日 and 午後 end")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="building_hours_in_order",
                condition=Q(
                    opens_at__lte=F("day_starts_at"),
                    day_starts_at__lt=F("am_ends_at"),
                    am_ends_at__lte=F("pm_starts_at"),
                    pm_starts_at__lt=F("day_ends_at"),
                    day_ends_at__lte=F("closes_at"),
                ),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Floor(models.Model):
    """階. `level` orders the floors; sizes are those of its newest layout's plan, in metres."""

    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="floors")
    code = models.CharField(max_length=8)
    name = models.CharField(max_length=50)
    level = models.SmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["building", "code"], name="one_floor_per_code")]

    def __str__(self) -> str:
        return f"{self.building_id} {self.name}"
