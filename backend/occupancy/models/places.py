"""Desks in use, slot by slot, of areas, floors and buildings."""

from django.db import models

from occupancy.models.slots import slots_field
from spaces.models import Area, Building, Floor


class Held(models.TextChoices):
    SHARED = "shared", "共用の席"
    ASSIGNED = "assigned", "指定席"
    WITHHELD = "withheld", "出さない指定席"


class PlaceDay(models.Model):
    """How many desks of a place were in service and in use in each slot of a day.

    A building has neither floor nor area here, a floor no area. Desks assigned to somebody are counted apart from the
    shared ones, and those that the place's figures leave out apart again, because few of them say who was there
    (docs/decisions/0058, occupancy.policies.held_desks): figures are of `shared` and `assigned`. `booked` are held by a
    booking that was not released, `checked_in` by somebody known to be there, `sensed` have a reading and `occupied`
    are those that it calls taken; none of them is more than `in_service`.
    """

    day = models.DateField()
    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="+", db_index=False)
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    held = models.CharField(max_length=8, choices=Held)
    desks = models.PositiveSmallIntegerField(help_text="desks of the layout in force, closed ones too")
    in_service = slots_field()
    booked = slots_field()
    checked_in = slots_field()
    sensed = slots_field()
    occupied = slots_field()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["building", "floor", "area", "day", "held"], name="place_day_once", nulls_distinct=False
            ),
        ]
        indexes = [models.Index(fields=["day"], name="place_day_of_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.building_id}/{self.floor_id}/{self.area_id} {self.held}"
