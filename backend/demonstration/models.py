"""Which days the demonstration has filled, so that what people do themselves is left alone."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class FilledDay(models.Model):
    """A working day with made-up bookings, and which ones these are. `settled`: the day is over and played through."""

    day = models.DateField(unique=True)
    booking_ids = ArrayField(models.BigIntegerField(), default=list)
    settled = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.day.isoformat()


class TeleworkDay(models.Model):
    """A working day with made-up telework, and which requests these are. `settled`: all is reported and confirmed."""

    day = models.DateField(unique=True)
    request_ids = ArrayField(models.BigIntegerField(), default=list)
    settled = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.day.isoformat()
