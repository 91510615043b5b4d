"""Answers to requests that never reach the API: a failed CSRF check, an unknown address below /api/."""

from http import HTTPStatus

from django.http import HttpRequest, JsonResponse


def _problem(request: HttpRequest, status: HTTPStatus, code: str, detail: str) -> JsonResponse:
    body = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail, "code": code}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def csrf_failure(request: HttpRequest, reason: str = "") -> JsonResponse:
    """403 for a write whose CSRF token is missing, stale, or from a foreign origin."""
    return _problem(request, HTTPStatus.FORBIDDEN, "csrf_failed", reason)


def unknown_address(request: HttpRequest, *args: object, **kwargs: object) -> JsonResponse:
    """404 for an address that the API does not have."""
    return _problem(request, HTTPStatus.NOT_FOUND, "not_found", "There is nothing at this address.")


def bad_request(request: HttpRequest, *args: object, **kwargs: object) -> JsonResponse:
    """400 for a request that is wrong before any view sees it, such as one for a foreign host."""
    return _problem(request, HTTPStatus.BAD_REQUEST, "bad_request", "The request is not one for this server.")


def our_fault(request: HttpRequest, *args: object, **kwargs: object) -> JsonResponse:
    """500: the log has the reason under the request id that the answer carries."""
    return _problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "server_error", "Something went wrong on the server.")
