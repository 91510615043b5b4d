"""One event on its way to one webhook."""

from django.db import models

from webhooks.models.webhook import Webhook
from webhooks.policies.states import DeliveryState


class Delivery(models.Model):
    """配信. `body` is what is posted, byte for byte, each time it is tried; kept as long as deliveries are."""

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    event_id = models.BigIntegerField(null=True, help_text="of the event log; null: a test")
    kind = models.CharField(max_length=64)
    body = models.TextField()
    state = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in DeliveryState], default=DeliveryState.WAITING.value
    )
    tries = models.PositiveIntegerField(default=0)
    try_at = models.DateTimeField(null=True)
    status = models.PositiveIntegerField(null=True, help_text="of the last answer")
    trouble = models.CharField(max_length=24, blank=True)
    answer = models.CharField(max_length=400, blank=True, help_text="the beginning of the last answer")
    milliseconds = models.PositiveIntegerField(null=True, help_text="that the last try took")
    made_at = models.DateTimeField()
    waits_since = models.DateTimeField(help_text="from when the days until giving up count: made, or sent again")
    tried_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["webhook", "-id"], name="delivery_of_webhook"),
            models.Index(fields=["try_at"], name="delivery_to_try", condition=models.Q(state="waiting")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["webhook", "event_id"], name="one_delivery_an_event", condition=models.Q(event_id__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"{self.webhook_id} {self.event_id} {self.state}"
