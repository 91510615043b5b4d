"""Problems of requests that no view of the API answers: an unknown address, a failed CSRF check, a crash."""

from http import HTTPStatus

import orjson
from django.http import HttpRequest, HttpResponse

from core.problems import CONTENT_TYPE, Problem, problem
from core.words import language_of


def bad_request(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """400 for a request that is wrong before any view sees it, such as one for a foreign host."""
    return _answer(request, Problem.BAD_INPUT, HTTPStatus.BAD_REQUEST)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a write whose CSRF token is missing, stale, or from a foreign origin."""
    return _answer(request, Problem.CSRF_FAILED, HTTPStatus.FORBIDDEN)


def unknown_address(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """404 for an address that the API does not have."""
    return _answer(request, Problem.NOT_FOUND, HTTPStatus.NOT_FOUND)


def our_fault(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    """500: the log has the reason under the request id that the answer carries."""
    return _answer(request, Problem.SERVER_ERROR, HTTPStatus.INTERNAL_SERVER_ERROR)


def _answer(request: HttpRequest, code: Problem, status: HTTPStatus) -> HttpResponse:
    body = problem(code, status.value, language_of(request))
    return HttpResponse(orjson.dumps(body), status=status, content_type=CONTENT_TYPE)
