"""Who sent a request, by the cookie of the session."""

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from access.api.csrf import enforce_csrf
from access.selectors.live_session import signed_in_by
from audit.context import acts
from core import clock
from people.models import Account
from people.selectors.signed_in import SignedIn


class SessionAuthentication(BaseAuthentication):
    """The account behind the session cookie, in one query; writes need the CSRF token.

    `request.user` is the Account with its person and department, `request.auth` the SignedIn (see people.api.viewer).
    """

    def authenticate(self, request: Request) -> tuple[Account, SignedIn] | None:
        key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
        found = signed_in_by(key, now=clock.now(), today=clock.today()) if key else None
        if found is None:
            return None
        enforce_csrf(request._request)
        person = found.account.person
        acts(
            actor_id=found.account.pk,
            actor_name=person.name if person else found.account.username,
            actor_person_id=found.account.person_id,
        )
        return found.account, found

    def authenticate_header(self, request: Request) -> str:
        """Makes the answer to nobody a 401 and not a 403."""
        return "Session"


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # its metaclass has no types
    """How the schema describes it."""

    target_class = "access.api.authentication.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}
