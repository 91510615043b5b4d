"""Tokens with which programs ask."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from access.policies.scopes import Scope
from people.models import Account


class ApiToken(models.Model):
    """A token of an account: it opens what the account may open, as far as its scopes go, until it ends.

    The table holds a digest; `hint` is the token's beginning, by which a person tells one from another.
    """

    digest = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=16)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="api_tokens")
    name = models.CharField(max_length=60, help_text="what the program is for")
    scopes = ArrayField(models.CharField(max_length=24, choices=[(scope.value, scope.value) for scope in Scope]))
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True, help_text="the last use, to some minutes")
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.hint}… {self.name}"
