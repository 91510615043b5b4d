"""Misaki, whose account has a password, and a clock that moves on."""

from datetime import timedelta

import pytest

from access.tests.factor_steps import PASSWORD
from core import clock


@pytest.fixture
def quick_hashes(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def misaki(hall):
    account = hall.account("agatsuma")
    account.set_password(PASSWORD)
    account.save()
    return account


@pytest.fixture
def later(time_machine):
    """`later(seconds)` moves the clock on."""

    def move(seconds):
        time_machine.move_to(clock.now() + timedelta(seconds=seconds), tick=False)

    return move
