"""Who may use an endpoint."""

from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from people.policies.roles import Role
from people.selectors.signed_in import SignedIn


class SignedInOnly(BasePermission):
    """Anybody who is signed in."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.auth, SignedIn)


class _HasOneOf(BasePermission):
    roles: frozenset[Role] = frozenset()

    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.auth, SignedIn) and not self.roles.isdisjoint(request.auth.viewer.roles)


def has_role(*roles: Role) -> type[BasePermission]:
    """A permission class: whoever has one of `roles`."""
    return type("HasRole", (_HasOneOf,), {"roles": frozenset(roles)})
