"""Who sent a request, by the cookie of the session."""

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from access.api.csrf import enforce_csrf
from access.policies.idle import note_due
from access.policies.ways import Way
from access.proxied import proxied_name
from access.selectors.live_session import LiveSession, live_session
from access.services.sessions import note_session_use
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
        found = live_session(key, now=clock.now(), today=clock.today()) if key else None
        if found is None or _is_somebody_elses(request, found):
            return None
        enforce_csrf(request._request)
        signed_in = found.signed_in
        person = signed_in.account.person
        acts(
            actor_id=signed_in.account.pk,
            actor_name=person.name if person else signed_in.account.username,
            actor_person_id=signed_in.account.person_id,
        )
        _note_use(request, found)
        return signed_in.account, signed_in

    def authenticate_header(self, request: Request) -> str:
        """Makes the answer to nobody a 401 and not a 403."""
        return "Session"


def _is_somebody_elses(request: Request, found: LiveSession) -> bool:
    """Whether the proxy, by whose word the session was opened, names somebody else by now: a shared machine."""
    if found.way is not Way.PROXY or settings.PROXY_HEADER not in request.META:
        return False
    return proxied_name(request.META) != found.signed_in.account.username


def _note_use(request: Request, found: LiveSession) -> None:
    # A screen left open asks again and again with the tag it holds: that is nobody at the keys.
    asked_by_itself = "HTTP_IF_NONE_MATCH" in request.META
    if not asked_by_itself and note_due(last_noted=found.last_noted, now=clock.now()):
        note_session_use(digest=found.signed_in.session_digest)


class SessionScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # its metaclass has no types
    """How the schema describes it."""

    target_class = "access.api.authentication.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}
