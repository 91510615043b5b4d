"""Conditional reads: a screen that polls pays for an answer only when it changed."""

import hashlib
from typing import Any

from django.http import HttpRequest
from rest_framework import status
from rest_framework.response import Response


def etag_of(*parts: Any) -> str:
    """A weak tag over everything the answer depends on. Weak, because compression changes the bytes."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode(), digest_size=12).hexdigest()
    return f'W/"{digest}"'


def unchanged(request: HttpRequest | Any, etag: str) -> bool:
    """Whether the client already holds the answer tagged `etag`, by the weak comparison of RFC 9110, 8.8.3.2."""
    known: str = request.META.get("HTTP_IF_NONE_MATCH", "")  # `headers` would first copy every variable
    if known == etag:
        return True
    return etag.removeprefix("W/") in (tag.strip().removeprefix("W/") for tag in known.split(","))


def not_modified(etag: str) -> Response:
    """304 without a body."""
    return Response(status=status.HTTP_304_NOT_MODIFIED, headers=polled_headers(etag))


def polled_headers(etag: str) -> dict[str, str]:
    """The browser keeps the answer for this person only, and asks each time whether it is still true."""
    return {"ETag": etag, "Cache-Control": "private, no-cache"}
