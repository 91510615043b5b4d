"""Jobs that send: at most one waiting and one at work for a webhook, so that a slow receiver holds up nobody else."""

from collections.abc import Iterable

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from core.queues import OUTSIDE

SEND = "webhooks.send"


def defer_sending(webhook_ids: Iterable[int]) -> None:
    """Have what is due for these webhooks sent, once the transaction commits; one that is to be sent already stays."""
    for pk in sorted(webhook_ids):
        one = f"{SEND}:{pk}"
        try:
            with transaction.atomic():
                app.configure_task(SEND, queue=OUTSIDE, lock=one, queueing_lock=one).defer(webhook_id=pk)
        except AlreadyEnqueued:
            continue
