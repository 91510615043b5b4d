"""Tables that belong to no app: named revisions, and the answers kept for Idempotency-Key."""

from django.db import models


class Revision(models.Model):
    """A number that goes up whenever slowly changing things change: places, rules, people.

    What is read often and changes seldom (a layout, the rules) is kept in the process and asked for again when its
    number has moved; the number is also part of every ETag that depends on those things.
    """

    name = models.CharField(max_length=32, primary_key=True)
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.name} {self.number}"


class KeptAnswer(models.Model):
    """The answer given to a write with an Idempotency-Key, so that the same key gets the same answer once."""

    account_id = models.BigIntegerField()
    key = models.CharField(max_length=128)
    request_digest = models.CharField(max_length=64)
    status = models.SmallIntegerField(null=True)
    body = models.JSONField(null=True)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account_id", "key"], name="one_answer_per_idempotency_key")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.key}"
