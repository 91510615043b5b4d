"""Signing in and out over HTTP."""

from django.conf import settings
from django.middleware.csrf import rotate_token
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import APIException
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from access.api.answers import SessionStateSerializer, SignInSerializer
from access.api.csrf import enforce_csrf
from access.api.session_cookie import forget_session, keep_session
from access.api.session_state import session_state
from access.services.entering import SignInFailed
from access.services.signing_in import DirectoryUnavailable, SignInThrottled, sign_in, sign_out
from access.sign_in import DirectoryDown
from access.words import SignInProblem
from core.answers import ProblemSerializer
from core.problems import Problem
from people.selectors.signed_in import SignedIn


class WrongCredentials(APIException):
    """401: the user name and the password do not go together."""

    status_code = status.HTTP_401_UNAUTHORIZED
    problem_code = SignInProblem.SIGN_IN_FAILED
    auth_header = "Session"


class TooManySignIns(APIException):
    """429: too many failures; `wait` is in seconds."""

    status_code = status.HTTP_429_TOO_MANY_REQUESTS
    problem_code = Problem.THROTTLED

    def __init__(self, wait: int) -> None:
        super().__init__()
        self.wait = wait


class DirectoryAway(APIException):
    """503: the directory cannot be asked for the password now."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    problem_code = SignInProblem.DIRECTORY_UNAVAILABLE


class SessionView(APIView):
    """The browser's session."""

    permission_classes = [AllowAny]

    def handle_exception(self, exc: Exception) -> Response:
        """Give the ways in which a sign-in fails their status."""
        return super().handle_exception(_over_http(exc))

    @extend_schema(operation_id="session_retrieve", responses={200: SessionStateSerializer})
    def get(self, request: Request) -> Response:
        """Whether somebody is signed in. Sets the CSRF cookie and says its token, for clients that are no browser."""
        return Response(
            session_state(
                request,
                signed_in=isinstance(request.auth, SignedIn),
                key=request.COOKIES.get(settings.SESSION_COOKIE_NAME),
            )
        )

    @extend_schema(
        operation_id="session_create",
        request=SignInSerializer,
        responses={
            200: SessionStateSerializer,
            400: ProblemSerializer,
            401: ProblemSerializer,
            403: ProblemSerializer,
            429: ProblemSerializer,
            503: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Sign in. The session gets a new key and the CSRF token changes, so both have to be read from this answer."""
        enforce_csrf(request._request)
        wanted = SignInSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        entered = sign_in(leaving=request.COOKIES.get(settings.SESSION_COOKIE_NAME), **wanted.validated_data)
        rotate_token(request._request)
        response = Response(session_state(request, signed_in=not entered.pending, key=entered.key))
        keep_session(response, entered)
        return response

    @extend_schema(operation_id="session_destroy", request=None, responses={204: None, 403: ProblemSerializer})
    def delete(self, request: Request) -> Response:
        """Sign out; nothing happens when nobody was signed in."""
        if isinstance(request.auth, SignedIn):
            sign_out(account=request.auth.account, key=request.COOKIES[settings.SESSION_COOKIE_NAME])
            rotate_token(request._request)
        response = Response(status=status.HTTP_204_NO_CONTENT)
        forget_session(response)
        return response


def _over_http(error: Exception) -> Exception:
    match error:
        case SignInFailed():
            return WrongCredentials()
        case DirectoryUnavailable() | DirectoryDown():
            return DirectoryAway()
        case SignInThrottled(wait_seconds):
            return TooManySignIns(wait_seconds)
        case _:
            return error
