"""What the tests of webhooks share."""

from collections.abc import Callable

import pytest

from audit.models import Event
from tests.fixtures.receiver import Receiver
from webhooks.models import Webhook
from webhooks.services.making import make_deliveries
from webhooks.services.setting_up import make_webhook

Sets = Callable[..., tuple[Webhook, str]]


@pytest.fixture
def set_up(receiver: Receiver) -> Sets:
    """Set a webhook up at the receiver: for bookings and of all departments unless said otherwise."""

    def webhook(
        kinds: tuple[str, ...] = ("booking.booked", "booking.cancelled"), departments: tuple[int, ...] = ()
    ) -> tuple[Webhook, str]:
        return make_webhook(name="座席表示", address=receiver.address, kinds=kinds, departments=departments)

    return webhook


@pytest.fixture
def heard() -> Callable[[str], Event]:
    """Bring the newest event of a kind to webhooks, as the worker does."""

    def hear(kind: str) -> Event:
        event = Event.objects.filter(kind=kind).latest("pk")
        make_deliveries(event)
        return event

    return hear
