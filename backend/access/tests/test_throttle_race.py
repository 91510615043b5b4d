"""Guessing with many hands at once is not guessing more often."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from access.models import SignInCount
from access.services.entering import SignInFailed
from access.services.signing_in import SignInThrottled, sign_in
from audit.context import request_from


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_of_forty_guesses_at_once_ten_are_looked_at(monkeypatch):
    looked_at: list[str] = []

    def who_vouches(account, *, username, password):
        looked_at.append(password)

    monkeypatch.setattr("access.services.signing_in.who_vouches", who_vouches)

    def guess(number):
        try:
            with request_from(source_address="192.0.2.7", request_id="guess"):
                sign_in(username="agatsuma", password=str(number))
        except (SignInFailed, SignInThrottled) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as hands:
        outcomes = list(hands.map(guess, range(40)))
    assert len(looked_at) == 10
    assert sorted(outcome.__name__ for outcome in outcomes) == ["SignInFailed"] * 10 + ["SignInThrottled"] * 30
    assert SignInCount.objects.get(key="account:agatsuma").failures == 12
