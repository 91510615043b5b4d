"""Every error leaves as RFC 9457 `application/problem+json`, in the reader's language, with a code."""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.response import Response

from core.refusals_heard import tell_of
from core.refused import Refused
from core.words import Language, language_of, sentence

CONTENT_TYPE = "application/problem+json"


class Problem(StrEnum):
    """Codes of errors that are no rule's refusal."""

    BAD_INPUT = "bad_input"
    NOT_JSON = "not_json"
    TOO_LARGE = "too_large"
    NOT_SIGNED_IN = "not_signed_in"
    CSRF_FAILED = "csrf_failed"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    NOT_ACCEPTABLE = "not_acceptable"
    UNSUPPORTED_MEDIA_TYPE = "unsupported_media_type"
    THROTTLED = "throttled"
    IDEMPOTENCY_KEY_REUSED = "idempotency_key_reused"
    SERVER_ERROR = "server_error"


_BY_STATUS = {
    status.HTTP_400_BAD_REQUEST: Problem.BAD_INPUT,
    status.HTTP_401_UNAUTHORIZED: Problem.NOT_SIGNED_IN,
    status.HTTP_403_FORBIDDEN: Problem.FORBIDDEN,
    status.HTTP_404_NOT_FOUND: Problem.NOT_FOUND,
    status.HTTP_405_METHOD_NOT_ALLOWED: Problem.METHOD_NOT_ALLOWED,
    status.HTTP_406_NOT_ACCEPTABLE: Problem.NOT_ACCEPTABLE,
    status.HTTP_413_REQUEST_ENTITY_TOO_LARGE: Problem.TOO_LARGE,
    status.HTTP_415_UNSUPPORTED_MEDIA_TYPE: Problem.UNSUPPORTED_MEDIA_TYPE,
    status.HTTP_429_TOO_MANY_REQUESTS: Problem.THROTTLED,
}


def problem(code: str, http_status: int, language: Language, **facts: Any) -> dict[str, Any]:
    """The body of a problem: `type`, `title`, `status`, `detail`, `code` and what helps to recover."""
    words = sentence(code, language)
    return {
        "type": f"urn:kyoseki:problem:{code}",
        "title": words,
        "status": http_status,
        "detail": words,
        "code": str(code),
        **{name: _plain(value, language) for name, value in facts.items() if value is not None},
    }


def refusal_problem(refused: Refused, language: Language) -> dict[str, Any]:
    """The problem of a refusal by a rule or a rival: 409."""
    return problem(refused.code, status.HTTP_409_CONFLICT, language, **refused.facts)


def problem_response(error: Exception, context: Mapping[str, Any]) -> Response | None:
    """Django REST Framework's exception handler. Anything it does not know is left to become a 500."""
    language = language_of(context.get("request"))
    if isinstance(error, Refused):
        tell_of(error)
        return _respond(refusal_problem(error, language))
    if isinstance(error, Http404):
        return _respond(problem(Problem.NOT_FOUND, status.HTTP_404_NOT_FOUND, language))
    if isinstance(error, PermissionDenied):
        return _respond(problem(Problem.FORBIDDEN, status.HTTP_403_FORBIDDEN, language))
    if isinstance(error, DataError):
        # A number past what a column holds or a character PostgreSQL cannot store got past the serializer.
        return _respond(problem(Problem.BAD_INPUT, status.HTTP_400_BAD_REQUEST, language))
    if isinstance(error, exceptions.APIException):
        return _respond(_api_problem(error, language), _headers(error))
    return None


def _api_problem(error: exceptions.APIException, language: Language) -> dict[str, Any]:
    if isinstance(error, exceptions.ValidationError):
        return problem(Problem.BAD_INPUT, error.status_code, language, fields=_fields(error.detail))
    if isinstance(error, exceptions.ParseError):
        return problem(Problem.NOT_JSON, error.status_code, language)
    code = _BY_STATUS.get(error.status_code, Problem.SERVER_ERROR)
    own = getattr(error, "problem_code", None)
    wait = getattr(error, "wait", None)
    return problem(own or code, error.status_code, language, retry_after_seconds=None if wait is None else round(wait))


def _headers(error: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if challenge := getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if (wait := getattr(error, "wait", None)) is not None:
        headers["Retry-After"] = str(round(wait))
    return headers


def _fields(detail: Any, prefix: str = "") -> dict[str, list[str]]:
    """What is wrong, flat, by the field's path: `{"days.3": ["…"]}`."""
    if isinstance(detail, Mapping):
        found: dict[str, list[str]] = {}
        for name, inner in detail.items():
            found.update(_fields(inner, f"{prefix}.{name}" if prefix else str(name)))
        return found
    if isinstance(detail, list) and any(isinstance(item, Mapping | list) for item in detail):
        found = {}
        for number, inner in enumerate(detail):
            found.update(_fields(inner, f"{prefix}.{number}" if prefix else str(number)))
        return found
    items = detail if isinstance(detail, list) else [detail]
    return {prefix or "non_field_errors": [str(item) for item in items]} if items else {}


def _plain(value: Any, language: Language) -> Any:
    """Facts as JSON takes them; a value that has words in two languages gives those of the reader."""
    if isinstance(value, Refused):
        return refusal_problem(value, language)
    if isinstance(value, Mapping):
        return {name: _plain(inner, language) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner, language) for inner in value]
    if hasattr(value, "in_language"):
        return _plain(value.in_language(language), language)
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value), language)
    return value


def _respond(body: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return Response(body, status=body["status"], headers=headers, content_type=CONTENT_TYPE)
