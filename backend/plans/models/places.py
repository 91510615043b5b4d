"""The places a stretch of a day can have."""

from django.db import models


class Place(models.TextChoices):
    """勤務場所: where somebody is. One place at a time."""

    OFFICE = "office", "出勤"
    HOME = "home", "在宅"
    SATELLITE = "satellite", "サテライト"
    TRIP = "trip", "出張"
    LEAVE = "leave", "休暇"
