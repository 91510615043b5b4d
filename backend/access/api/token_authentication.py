"""Which program sent a request, by the token in its Authorization header."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.http import Http404
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework import status
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import APIException
from rest_framework.request import Request
from rest_framework.throttling import UserRateThrottle

from access.policies.idle import note_due
from access.policies.operations import SCOPE_OF
from access.policies.scopes import Scope
from access.policies.throttle import ThrottlePolicy
from access.policies.tokens import is_token
from access.selectors.live_token import live_token
from access.services.throttle import Counted, count_try
from access.services.tokens import note_token_use
from access.words import SignInProblem
from audit.context import acts, current_origin
from core import clock
from core.problems import Problem
from people.models import Account
from people.selectors.signed_in import SignedIn

if TYPE_CHECKING:  # views import what authenticates them
    from rest_framework.views import APIView

SCHEME = "Bearer"


class TokenUnknown(APIException):
    """401: no such token, or it is over, revoked, or its account may not enter: which is nobody's business."""

    status_code = status.HTTP_401_UNAUTHORIZED
    problem_code = SignInProblem.TOKEN_NOT_VALID
    auth_header = SCHEME


class OutOfScope(APIException):
    """403: the token is not for this operation."""

    status_code = status.HTTP_403_FORBIDDEN
    problem_code = SignInProblem.TOKEN_OUT_OF_SCOPE


class TooManyTokens(APIException):
    """429: too many tokens from this address that open nothing."""

    status_code = status.HTTP_429_TOO_MANY_REQUESTS
    problem_code = Problem.THROTTLED

    def __init__(self, wait: int) -> None:
        super().__init__()
        self.wait = wait


class TokenAuthentication(BaseAuthentication):
    """The account behind `Authorization: Bearer kys_…`, in one query, where a scope of the token opens the operation.

    No cookie counts beside it and no CSRF token is needed: no browser sends this header of its own accord.
    """

    def authenticate(self, request: Request) -> tuple[Account, SignedIn] | None:
        scheme, _, token = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != SCHEME.lower() or not is_token(token):
            return None
        now = clock.now()
        found = live_token(token.strip(), now=now, today=clock.today())
        if found is None:
            _count_failure()
            raise TokenUnknown
        scope = scope_of(request)
        if scope is None or scope not in (found.signed_in.scopes or ()):
            raise OutOfScope
        account = found.signed_in.account
        acts(
            actor_id=account.pk,
            actor_name=account.person.name if account.person else account.username,
            actor_person_id=account.person_id,
            token_id=found.id,
        )
        if note_due(last_noted=found.last_noted, now=now):
            note_token_use(id=found.id)
        return account, found.signed_in

    def authenticate_header(self, request: Request) -> str:
        """What a client without any session or token is asked for: screens have a session."""
        return "Session"


class TokenThrottle(UserRateThrottle):
    """How often one account's programs may ask, in each process; browsers are not counted."""

    scope = "token"

    def get_cache_key(self, request: Request, view: "APIView") -> str | None:
        if isinstance(request.auth, SignedIn) and request.auth.scopes is not None:
            return self.cache_format % {"scope": self.scope, "ident": request.auth.account.pk}
        return None


def scope_of(request: Request) -> Scope | None:
    """The scope that opens the operation asked for; None where no token may."""
    match = request._request.resolver_match
    if match is None:
        raise Http404
    method = "GET" if request.method == "HEAD" else request.method
    return SCOPE_OF.get(f"{method} {_address(match.route)}")


@lru_cache(maxsize=1024)
def _address(route: str) -> str:
    """A route as the schema writes it: `api/v1/bookings/<int:id>/` is `/bookings/{id}/`."""
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route.removeprefix("api/v1/"))


def _count_failure() -> None:
    address, policy = current_origin().source_address, ThrottlePolicy()
    if address:
        count = Counted(f"token:{address}", policy.address_failures)
        wait = count_try(counts=[count], policy=policy, now=clock.now())
        if wait is not None:
            raise TooManyTokens(wait)


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # its metaclass has no types
    """How the schema describes it."""

    target_class = "access.api.token_authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, Any]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "kys_…"}
