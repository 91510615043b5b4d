"""Answers of the API travel compressed: a floor of 200 desks in plain JSON is mostly repetition."""

import zlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

WORTH_IT_BYTES = 1_000
# The lowest level: on two cores the higher ones cost more time than the smaller answer saves.
_LEVEL = 1
_GZIP_WINDOW = 31


class CompressionMiddleware:
    """gzip for JSON of more than a kilobyte, where the client takes it. An ETag becomes a weak one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._answer(request)
        if response.streaming or len(response.content) < WORTH_IT_BYTES or response.has_header("Content-Encoding"):
            return response
        if "json" not in response.get("Content-Type", ""):
            return response
        patch_vary_headers(response, ("Accept-Encoding",))
        if "gzip" not in request.META.get("HTTP_ACCEPT_ENCODING", ""):
            return response
        compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP_WINDOW)
        response.content = compressor.compress(response.content) + compressor.flush()
        response["Content-Encoding"] = "gzip"
        response["Content-Length"] = str(len(response.content))
        etag = response.get("ETag", "")
        if etag and not etag.startswith("W/"):
            response["ETag"] = f"W/{etag}"
        return response
