"""The column that holds a day, slot by slot."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from occupancy.policies.slots import SLOTS_A_DAY


def slots_field() -> "ArrayField[Any, Any]":
    """48 counts, one for each slot of the day."""
    return ArrayField(models.PositiveSmallIntegerField(), size=SLOTS_A_DAY)
