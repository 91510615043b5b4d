"""Closures: a place cannot be used for a time."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Q

from spaces.models.building import Building, Floor
from spaces.models.place import Area, Desk


class Closure(models.Model):
    """利用停止 of one building, floor, area or desk. One taken back stays, with the time it was lifted."""

    building = models.ForeignKey(Building, on_delete=models.PROTECT, null=True, blank=True, related_name="closures")
    floor = models.ForeignKey(Floor, on_delete=models.PROTECT, null=True, blank=True, related_name="closures")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="closures")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, null=True, blank=True, related_name="closures")
    during = DateTimeRangeField(default_bounds="[)")
    reason = models.CharField(max_length=200)
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [GistIndex(fields=["during"], name="closure_during", condition=Q(lifted_at__isnull=True))]
        constraints = [
            models.CheckConstraint(
                name="closure_of_exactly_one_place",
                condition=(
                    Q(building__isnull=False, floor=None, area=None, desk=None)
                    | Q(building=None, floor__isnull=False, area=None, desk=None)
                    | Q(building=None, floor=None, area__isnull=False, desk=None)
                    | Q(building=None, floor=None, area=None, desk__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="closure_has_both_ends",
                condition=Q(during__isempty=False, during__lower_inf=False, during__upper_inf=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason} {self.during}"
