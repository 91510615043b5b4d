"""Departments: a tree of bureaus, divisions and sections."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Department(models.Model):
    """所属: a node of the tree, from bureau to unit. One that ended stays, with its last day."""

    class Kind(models.TextChoices):
        BUREAU = "bureau", "局"
        DIVISION = "division", "部"
        SECTION = "section", "課"
        UNIT = "unit", "係"

    code = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=Kind)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    lineage = ArrayField(models.BigIntegerField(), default=list, help_text="ids from the root down to this one")
    counter_duty = models.BooleanField(default=False)
    minimum_on_site = models.PositiveSmallIntegerField(default=0)
    active_from = models.DateField(null=True, blank=True)
    active_to = models.DateField(null=True, blank=True, help_text="its last day")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
