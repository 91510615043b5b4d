"""Addresses from which the city's own calendar is read."""

from django.db import models

from people.models import Account


class CityCalendar(models.Model):
    """An ICS address whose all-day events are the city's closing days, or its events (行事)."""

    address = models.CharField(max_length=500)
    holds = models.CharField(max_length=12, choices=[("closing_days", "閉庁日"), ("events", "行事")])
    etag = models.CharField(max_length=255, blank=True)
    trouble = models.CharField(max_length=24, blank=True)
    troubled_since = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    added_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.address
