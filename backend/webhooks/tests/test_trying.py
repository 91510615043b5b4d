"""When a delivery is tried again, and what an answer means."""

from datetime import UTC, datetime, timedelta

import pytest

from webhooks.policies.states import DeliveryTrouble, WebhookState, webhook_state
from webhooks.policies.trying import next_try, trouble_in

BEGAN = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("tries", "minutes"), [(1, 1), (2, 5), (3, 30), (4, 120), (5, 360), (6, 720), (7, 720), (40, 720)]
)
def test_each_failed_try_waits_longer_up_to_half_a_day(tries, minutes):
    assert next_try(tries=tries, waits_since=BEGAN, now=BEGAN) == BEGAN + timedelta(minutes=minutes)


def test_a_delivery_is_given_up_after_three_days():
    almost, over = BEGAN + timedelta(days=3, seconds=-1), BEGAN + timedelta(days=3)
    assert next_try(tries=9, waits_since=BEGAN, now=almost) is not None
    assert next_try(tries=9, waits_since=BEGAN, now=over) is None


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (200, None),
        (204, None),
        (301, DeliveryTrouble.REDIRECTS),
        (307, DeliveryTrouble.REDIRECTS),
        (400, DeliveryTrouble.REFUSED),
        (410, DeliveryTrouble.GONE),
        (503, DeliveryTrouble.REFUSED),
    ],
)
def test_only_an_answer_of_2xx_is_an_arrival(status, trouble):
    assert trouble_in(status) == trouble


@pytest.mark.parametrize(
    ("active", "trouble", "delivered", "state"),
    [
        (False, "gone", True, WebhookState.PAUSED),
        (True, "refused", True, WebhookState.FAILING),
        (True, "", True, WebhookState.WORKING),
        (True, "", False, WebhookState.UNTRIED),
    ],
)
def test_how_a_webhook_does_is_one_word(active, trouble, delivered, state):
    assert webhook_state(active=active, trouble=trouble, delivered=delivered) == state
