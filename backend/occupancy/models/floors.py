"""People on floors, as the gates know them."""

from django.db import models

from occupancy.models.slots import slots_field
from spaces.models import Building, Floor


class FloorPresence(models.Model):
    """How many people were on a floor in each slot of a day, by the gate log; without a floor: in the building.

    A gate tells the floor and never the desk. `people` are distinct; `estimated` of them have a stay whose end is not
    in the log.
    """

    day = models.DateField()
    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="+", db_index=False)
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    present = slots_field()
    people = models.PositiveIntegerField()
    estimated = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["building", "floor", "day"], name="floor_presence_once", nulls_distinct=False
            ),
        ]
        indexes = [models.Index(fields=["day"], name="floor_presence_of_day")]

    def __str__(self) -> str:
        return f"{self.day} {self.building_id}/{self.floor_id}"
