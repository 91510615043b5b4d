"""The check that a write comes from our own screens."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from rest_framework.exceptions import APIException
from rest_framework.status import HTTP_403_FORBIDDEN

from core.problems import Problem


class CsrfFailed(APIException):
    """The token is missing or stale, or the request comes from a foreign origin."""

    status_code = HTTP_403_FORBIDDEN
    default_detail = "The CSRF check failed."
    problem_code = Problem.CSRF_FAILED


class _Check(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> Any:
        return reason


def _no_view(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


_check = _Check(_no_view)
_READS_ONLY = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


def enforce_csrf(request: HttpRequest) -> None:
    """Raise CsrfFailed unless `request` reads only or carries its token. API views are exempt from the middleware."""
    if request.method in _READS_ONLY:
        return
    _check.process_request(request)
    if _check.process_view(request, _no_view, (), {}) is not None:
        raise CsrfFailed
