"""Who asks, as the policies take it."""

from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request

from people.policies.visibility import Viewer
from people.selectors.signed_in import SignedIn


def viewer_of(request: Request) -> Viewer:
    """Who sent the request; costs nothing beyond the sign-in check. Raises NotAuthenticated when nobody did."""
    if not isinstance(request.auth, SignedIn):
        raise NotAuthenticated
    return request.auth.viewer
