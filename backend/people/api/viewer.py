"""Who asks, as the policies take it."""

from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request

from people.models import Account
from people.policies.visibility import Viewer
from people.selectors.signed_in import SignedIn


def viewer_of(request: Request) -> Viewer:
    """Who sent the request; costs nothing beyond the sign-in check. Raises NotAuthenticated when nobody did."""
    return _signed_in(request).viewer


def account_of(request: Request) -> Account:
    """The account that sent the request, its person and department at hand. Raises NotAuthenticated as `viewer_of`."""
    return _signed_in(request).account


def _signed_in(request: Request) -> SignedIn:
    if not isinstance(request.auth, SignedIn):
        raise NotAuthenticated
    return request.auth
