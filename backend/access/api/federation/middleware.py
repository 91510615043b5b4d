"""The cookie of the way to an identity provider and back, and of nothing else."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from access.api.federation.store import ROUND_TRIP_SECONDS, SessionStore

COOKIE = "kyoseki_round_trip"
FOLDER = "/accounts/"

Answer = Callable[[HttpRequest], HttpResponse]


class RoundTripMiddleware:
    """Gives requests under /accounts/ a `session` of allauth's; the rest of the product has sessions of its own."""

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(FOLDER):
            return self._answer(request)
        request.session = SessionStore(request.COOKIES.get(COOKIE))
        response = self._answer(request)
        for morsel in response.cookies.values():
            morsel["httponly"] = True  # one of allauth's own says nothing about it
        session = request.session
        if session.modified and not session.is_empty():
            session.save()
            response.set_cookie(
                COOKIE,
                session.session_key or "",
                max_age=ROUND_TRIP_SECONDS,
                path=FOLDER,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        elif COOKIE in request.COOKIES and session.is_empty():
            response.delete_cookie(COOKIE, path=FOLDER, samesite="Lax")
        return response
