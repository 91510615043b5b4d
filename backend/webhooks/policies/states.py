"""How far a delivery is, and how a webhook does."""

from enum import StrEnum


class DeliveryState(StrEnum):
    """`waiting`: to be sent, or sent again at `try_at`; `given_up`: tried for as long as is sensible."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"


class DeliveryTrouble(StrEnum):
    """Why a try came to nothing.

    `refused`: an answer other than 2xx; `gone`: 410, by which a receiver says that it wants nothing any more; `sealed`:
    the secret was stored under a key that is not among the settings any more. The others are those of the way out.
    """

    NOT_ALLOWED = "not_allowed"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    CERTIFICATE = "certificate"
    TOO_LARGE = "too_large"
    REDIRECTS = "redirects"
    REFUSED = "refused"
    GONE = "gone"
    SEALED = "sealed"


OF_THE_WAY = frozenset(set(DeliveryTrouble) - {DeliveryTrouble.REFUSED, DeliveryTrouble.GONE})
"""Troubles that the next delivery to the same address would meet too."""


class WebhookState(StrEnum):
    """`untried`: nothing was sent yet; `paused`: by somebody, or because the receiver said 410."""

    UNTRIED = "untried"
    WORKING = "working"
    FAILING = "failing"
    PAUSED = "paused"


def webhook_state(*, active: bool, trouble: str, delivered: bool) -> WebhookState:
    """How the webhook does, in one word."""
    if not active:
        return WebhookState.PAUSED
    if trouble:
        return WebhookState.FAILING
    return WebhookState.WORKING if delivered else WebhookState.UNTRIED
