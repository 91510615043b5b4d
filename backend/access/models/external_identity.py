"""Accounts as identity providers know them."""

from django.db import models

from people.models import Account


class ExternalIdentity(models.Model):
    """Who an account is at an identity provider (OIDC `sub`, SAML NameID): once known, a renamed person stays found."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="external_identities")
    provider = models.CharField(max_length=255, help_text="the issuer (OIDC) or entity id (SAML)")
    subject = models.CharField(max_length=255)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["provider", "subject"], name="one_account_per_external_identity"),
            models.UniqueConstraint(fields=["account", "provider"], name="one_identity_of_an_account_per_provider"),
        ]

    def __str__(self) -> str:
        return f"{self.provider}: {self.subject}"
