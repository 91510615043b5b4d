"""Who asks for the roster, also while the database cannot say it."""

from dataclasses import dataclass

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.request import Request

from access.api.authentication import SessionAuthentication
from access.api.csrf import enforce_csrf
from audit.context import acts
from people.models import Account
from people.policies.roles import Role
from people.selectors.signed_in import SignedIn
from roster.api.silence import DatabaseSilent
from roster.services.actor import Actor
from roster.standby.roster_pass import RosterPass, pass_of
from roster.standby.silence import SILENT, heard_again, heard_nothing, is_silence, silent_lately


@dataclass(frozen=True, slots=True)
class Reader:
    """What core.words wants to know of who reads."""

    language: str


@dataclass(frozen=True, slots=True)
class PassHolder:
    """Stands in the place of the account while it cannot be read."""

    pk: int
    person: Reader
    is_authenticated: bool = True


class RosterAuthentication(SessionAuthentication):
    """The session as everywhere; while the database is silent, the pass of crisis management.

    `request.auth` is then the RosterPass. Raises DatabaseSilent for everybody else.
    """

    def authenticate(self, request: Request) -> tuple[Account, SignedIn] | None:
        if not silent_lately():
            try:
                found = super().authenticate(request)
            except SILENT as error:
                if not is_silence(error):
                    raise
                heard_nothing()
            else:
                heard_again()
                return found
        if not request.COOKIES.get(settings.SESSION_COOKIE_NAME):
            return None
        held = pass_of(request._request)
        if held is None or not held.crisis:
            raise DatabaseSilent
        enforce_csrf(request._request)
        acts(actor_id=held.account_id, actor_name=held.name)
        holder = PassHolder(held.account_id, Reader(held.language))
        return holder, held  # type: ignore[return-value]  # only views of the roster meet a pass


class RosterScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # its metaclass has no types
    """In the schema: the session, beside which the pass is never asked for alone."""

    target_class = "roster.api.authentication.RosterAuthentication"
    name = "session_or_pass"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}


def actor_of(request: Request) -> Actor:
    """Who acts, by the session or by the pass; the view's permissions have looked at the roles already."""
    if isinstance(request.auth, RosterPass):
        held = request.auth
        return Actor(held.account_id, held.name, held.person_id, crisis=held.crisis)
    found = request.auth
    if not isinstance(found, SignedIn):
        raise TypeError("nobody is signed in")
    person = found.account.person
    return Actor(
        found.account.pk,
        person.name if person else found.account.username,
        found.viewer.person_id,
        crisis=Role.CRISIS in found.viewer.roles,
        manages=found.viewer.manages,
    )
