"""Second factors: what an account shows besides its password."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from people.models import Account

ONE_ANSWER_PER_CHALLENGE = "one_answer_per_challenge"


class Authenticator(models.Model):
    """An app that shows six digits (TOTP, RFC 6238): one an account, unconfirmed until a code was right once."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="authenticator")
    secret = models.BinaryField(help_text="encrypted with the product's secret key")
    created_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    last_step = models.BigIntegerField(default=0, help_text="the last time step used: no code opens twice")

    def __str__(self) -> str:
        return f"authenticator of {self.account_id}"


class Passkey(models.Model):
    """A passkey (WebAuthn): a device or a key that signs a challenge."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    credential_id = models.BinaryField(unique=True)
    public_key = models.BinaryField()
    sign_count = models.BigIntegerField(default=0)
    transports = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    name = models.CharField(max_length=60)
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.name} of {self.account_id}"


class RecoveryCode(models.Model):
    """A code on paper, for the day on which the device is lost. Opens once."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "digest"], name="one_recovery_code_of_a_kind")]

    def __str__(self) -> str:
        return f"recovery code of {self.account_id}"


class SpentChallenge(models.Model):
    """A challenge that a passkey answered: it opens once, and its time is short (`access.passkey_challenge`)."""

    digest = models.CharField(max_length=64)
    spent_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest"], name=ONE_ANSWER_PER_CHALLENGE)]

    def __str__(self) -> str:
        return f"challenge spent at {self.spent_at}"
