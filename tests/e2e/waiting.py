"""What the product does by itself, in its own time."""

import time
from collections.abc import Callable

import pytest

A_MINUTE = 60
LOOKS_EVERY_SECONDS = 0.2


def until(comes_true: Callable[[], bool]) -> None:
    """Within the minute that is promised."""
    give_up_at = time.monotonic() + A_MINUTE
    while not comes_true():
        if time.monotonic() > give_up_at:
            pytest.fail("it did not happen within a minute")
        time.sleep(LOOKS_EVERY_SECONDS)
