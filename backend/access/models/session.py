"""Sessions: browsers that are signed in, or on their way to be."""

from django.db import models

from access.policies.ways import Way
from people.models import Account


class Session(models.Model):
    """A signed-in browser. Knows its account, so that one query reads both and leavers can be signed out.

    The table holds a digest of the cookie's key: who reads the table cannot use what is in it. A session that is
    `pending` has shown its password and not yet its second factor: it opens nothing but the question for it.
    """

    key_digest = models.CharField(max_length=64, primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sessions")
    way = models.CharField(max_length=12, choices=[(way.value, way.value) for way in Way], default=Way.PASSWORD.value)
    pending = models.BooleanField(default=False)
    second_factor_at = models.DateTimeField(null=True, blank=True)
    proved_at = models.DateTimeField(null=True, blank=True, help_text="when a password or factor was shown again")
    created_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True, help_text="the last use, to some minutes")
    expires_at = models.DateTimeField(db_index=True)
    address = models.GenericIPAddressField(null=True, blank=True, help_text="where it was opened from")
    user_agent = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.account_id} until {self.expires_at}"
