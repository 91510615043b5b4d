from types import SimpleNamespace
from typing import Any

import pytest
from rest_framework.exceptions import NotAuthenticated

from people.api.permissions import SignedInOnly, has_role
from people.api.viewer import account_of, viewer_of
from people.models import Account
from people.policies.roles import Role
from people.policies.visibility import Viewer
from people.selectors.signed_in import SignedIn

NOBODY: Any = SimpleNamespace(auth=None)


def request_of(*roles) -> Any:
    viewer = Viewer(account_id=1, person_id=None, roles=frozenset(roles))
    return SimpleNamespace(auth=SignedIn(Account(pk=1, username="breakglass"), viewer, session_digest=""))


@pytest.mark.parametrize(
    ("permission", "request_", "granted"),
    [
        (SignedInOnly, NOBODY, False),
        (SignedInOnly, request_of(), True),
        (has_role(Role.FACILITIES), NOBODY, False),
        (has_role(Role.FACILITIES), request_of(), False),
        (has_role(Role.FACILITIES), request_of("it"), False),
        (has_role(Role.FACILITIES), request_of("facilities"), True),
        (has_role(Role.FACILITIES, Role.IT), request_of("it", "hr"), True),
        (has_role(), request_of(*Role), False),
    ],
)
def test_who_has_one_of_the_roles_may(permission, request_, granted):
    assert permission().has_permission(request_, None) is granted


def test_a_view_that_asks_who_nobody_is_sends_them_to_sign_in():
    for ask in (viewer_of, account_of):
        with pytest.raises(NotAuthenticated):
            ask(NOBODY)
    assert account_of(request_of()).username == "breakglass"
