"""Areas and desks as lasting things: what they are called for ever, whatever layout they stand in."""

from django.db import models

from spaces.models.building import Building


class Area(models.Model):
    """エリア: its name, bounds and departments belong to a layout; its code lasts."""

    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="areas")
    code = models.CharField(max_length=16)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["building", "code"], name="one_area_per_code")]

    def __str__(self) -> str:
        return self.code


class Desk(models.Model):
    """席: the thing with a code on it. Where it stands and how it is used belongs to a layout.

    The code is unique in the city and not only in the building, because the QR label carries nothing else.
    """

    building = models.ForeignKey(Building, on_delete=models.PROTECT, related_name="desks")
    code = models.CharField(max_length=24, unique=True)

    def __str__(self) -> str:
        return self.code
