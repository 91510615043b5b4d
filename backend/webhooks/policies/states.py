"""How far a delivery is."""

from enum import StrEnum


class DeliveryState(StrEnum):
    """`waiting`: to be sent, or sent again at `try_at`; `given_up`: tried for as long as is sensible."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"
