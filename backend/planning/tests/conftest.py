"""Facilities, who plan."""

from collections.abc import Callable

import pytest
from rest_framework.test import APIClient

from people.models import Account
from tests.factories.hall import Hall


@pytest.fixture
def planner(hall: Hall, client_of: Callable[[Account], APIClient]) -> APIClient:
    """工藤 as facilities."""
    account = hall.account("kudo")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)
