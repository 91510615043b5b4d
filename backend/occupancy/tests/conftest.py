"""Who keeps the building, to whom reports are told."""

import pytest


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("kudo")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)
