"""Who may set up second factors: whoever is signed in, and who is on the way and has to set one up first."""

from django.conf import settings
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from access.api.authentication import SessionAuthentication
from access.api.csrf import enforce_csrf
from access.api.session import DirectoryAway, TooManySignIns
from access.policies.factor_refusals import FactorRefusal
from access.selectors.second_factors import FactorHolder, has_second_factor, may_change_factors, pending_sign_in
from access.services.passkeys import Site
from access.services.signing_in import SignInThrottled
from access.sign_in import DirectoryDown
from audit.context import acts
from core.refused import Refused
from people.models import Account
from people.selectors.signed_in import SignedIn


class PendingAuthentication(BaseAuthentication):
    """The account whose sign-in waits for its second factor; writes need the CSRF token. `request.auth` says so."""

    def authenticate(self, request: Request) -> tuple[Account, FactorHolder] | None:
        key = session_key(request)
        holder = pending_sign_in(key) if key else None
        if holder is None:
            return None
        enforce_csrf(request._request)
        account = holder.account
        person = account.person
        acts(actor_id=account.pk, actor_name=person.name if person else account.username)
        return account, holder

    def authenticate_header(self, request: Request) -> str:
        """Makes the answer to nobody a 401 and not a 403."""
        return "Session"


class PendingScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # its metaclass has no types
    """How the schema describes it."""

    target_class = "access.api.factor_holder.PendingAuthentication"
    name = "pending_session"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "apiKey", "in": "cookie", "name": settings.SESSION_COOKIE_NAME}


class _Known(BasePermission):
    def has_permission(self, request: Request, view: APIView) -> bool:
        return isinstance(request.auth, SignedIn | FactorHolder)


class FactorView(APIView):
    """A view about one's own second factors. No token opens it, only a browser."""

    authentication_classes = [SessionAuthentication, PendingAuthentication]
    permission_classes = [_Known]

    def handle_exception(self, exc: Exception) -> Response:
        """Too many tries are a 429 here as they are at the password, and a silent directory a 503."""
        match exc:
            case SignInThrottled(wait_seconds):
                return super().handle_exception(TooManySignIns(wait_seconds))
            case DirectoryDown():
                return super().handle_exception(DirectoryAway())
            case _:
                return super().handle_exception(exc)


def signed_in_holder(request: Request) -> FactorHolder:
    """Whoever is signed in. Raises NotAuthenticated, also for one whose second factor is still to come."""
    if not isinstance(request.auth, SignedIn):
        raise NotAuthenticated
    return FactorHolder(request.auth.account, request.auth.session_digest, pending=False)


def changing_holder(request: Request) -> FactorHolder:
    """As `signed_in_holder`; raises Refused(PROOF_NEEDED) unless it was shown lately who sits there."""
    return _proved(signed_in_holder(request))


def adding_holder(request: Request) -> FactorHolder:
    """Whoever may add a factor: as `changing_holder`, and who has none and may not enter without one."""
    if isinstance(request.auth, SignedIn):
        return changing_holder(request)
    if not isinstance(request.auth, FactorHolder) or has_second_factor(request.auth.account.pk):
        raise NotAuthenticated
    return request.auth


def pending_holder(request: Request) -> FactorHolder:
    """Whose sign-in waits for its second factor. Raises Refused(SECOND_FACTOR_OVER) when none waits any more."""
    key = session_key(request)
    holder = pending_sign_in(key) if key else None
    if holder is None:
        raise Refused(FactorRefusal.SECOND_FACTOR_OVER)
    return holder


def session_key(request: Request) -> str:
    """The key in the session's cookie, or nothing."""
    return str(request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""))


def site_of(request: Request) -> Site:
    """Where the browser believes to be; the host is one of the settings' own."""
    host = request.get_host()
    return Site(host=host.rpartition(":")[0] if _has_port(host) else host, origin=f"{request.scheme}://{host}")


def _proved(holder: FactorHolder) -> FactorHolder:
    if not may_change_factors(holder):
        raise Refused(FactorRefusal.PROOF_NEEDED)
    return holder


def _has_port(host: str) -> bool:
    return host.rpartition(":")[2].isdigit() and not host.endswith("]") and ":" in host
