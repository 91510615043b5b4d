"""`/session/second-factor/`, `/session/passkey/`: the second step of signing in, and signing in by a passkey alone."""

from django.middleware.csrf import rotate_token
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from access.api.answers import SessionStateSerializer
from access.api.csrf import enforce_csrf
from access.api.factor_answers import PasskeyAnswerSerializer, PasskeyOptionsSerializer, ShownFactorSerializer
from access.api.factor_holder import FactorView, pending_holder, session_key, site_of
from access.api.session_cookie import keep_session
from access.api.session_state import session_state
from access.passkey_challenge import Purpose
from access.services.entering import Entered
from access.services.passkeys import assertion_options
from access.services.second_factor import Said, show_second_factor, sign_in_by_passkey
from core.answers import ProblemSerializer

_TRIED = {400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer, 429: ProblemSerializer}


class SecondFactorView(FactorView):
    """The second factor of a sign-in that waits for it."""

    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="session_second_factor",
        request=ShownFactorSerializer,
        responses={200: SessionStateSerializer, **_TRIED},
    )
    def post(self, request: Request) -> Response:
        """Show one: the session gets a new key and the CSRF token changes, as at the password."""
        enforce_csrf(request._request)
        said = said_in(request, ShownFactorSerializer)
        holder, key = pending_holder(request), session_key(request)
        return _signed_in(request, show_second_factor(holder=holder, key=key, said=said, site=site_of(request)))


class SecondFactorOptionsView(FactorView):
    """Asking for the account's passkey as a second factor."""

    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="session_second_factor_options",
        request=None,
        responses={200: PasskeyOptionsSerializer, **_TRIED},
    )
    def post(self, request: Request) -> Response:
        """What to ask the browser for."""
        enforce_csrf(request._request)
        holder = pending_holder(request)
        options = assertion_options(
            site=site_of(request),
            purpose=Purpose.SECOND_FACTOR,
            session_digest=holder.session_digest,
            account=holder.account,
        )
        return Response({"options": options})


class PasskeyOptionsView(FactorView):
    """Asking for any passkey of this site."""

    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="session_passkey_options",
        request=None,
        responses={200: PasskeyOptionsSerializer, 403: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """What to ask the browser for: it says nothing about any account, and writes nothing down."""
        enforce_csrf(request._request)
        return Response({"options": assertion_options(site=site_of(request), purpose=Purpose.SIGN_IN)})


class PasskeySignInView(FactorView):
    """Signing in by a passkey alone."""

    permission_classes = [AllowAny]

    @extend_schema(
        operation_id="session_passkey",
        request=PasskeyAnswerSerializer,
        responses={200: SessionStateSerializer, **_TRIED},
    )
    def post(self, request: Request) -> Response:
        """Sign in whoever's passkey answered."""
        enforce_csrf(request._request)
        wanted = PasskeyAnswerSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        entered = sign_in_by_passkey(
            answer=wanted.validated_data["credential"], site=site_of(request), leaving=session_key(request) or None
        )
        return _signed_in(request, entered)


def said_in(request: Request, serializer: type[ShownFactorSerializer]) -> Said:
    """What the request shows. Raises ValidationError unless it is exactly one thing."""
    wanted = serializer(data=request.data)
    wanted.is_valid(raise_exception=True)
    return Said(**wanted.validated_data)


def enters(request: Request, response: Response, entered: Entered) -> Response:
    """`response` with the cookie of the session that was opened, and the CSRF token changed."""
    rotate_token(request._request)
    keep_session(response, entered)
    return response


def _signed_in(request: Request, entered: Entered) -> Response:
    rotate_token(request._request)
    response = Response(session_state(request, signed_in=True))
    keep_session(response, entered)
    return response
