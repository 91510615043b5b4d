"""A program that wants to hear of events."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from people.models import Account


class Webhook(models.Model):
    """An address to which events of `kinds` about people or places of `departments` are posted, signed.

    No department means all of them. The secret is stored sealed; while it is being renewed, the old one signs too.
    """

    name = models.CharField(max_length=60)
    address = models.CharField(max_length=500)
    kinds = ArrayField(models.CharField(max_length=64))
    departments = ArrayField(models.BigIntegerField(), default=list)
    sealed_secret = models.BinaryField()
    sealed_old_secret = models.BinaryField(null=True)
    old_secret_until = models.DateTimeField(null=True)
    active = models.BooleanField(default=True)
    trouble = models.CharField(max_length=24, blank=True)
    troubled_since = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True, help_text="when IT heard last that it fails")
    last_delivered_at = models.DateTimeField(null=True)
    created_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
