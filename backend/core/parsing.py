"""Requests as JSON, read by orjson, which knows its limits: depth, surrogates, NaN. NUL is refused here."""

from collections.abc import Mapping
from typing import IO, Any

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser

_LARGEST_INTEGER = 2**63 - 1


class BodyTooLarge(APIException):
    """413: the body is longer than the setting KYOSEKI_LARGEST_BODY."""

    status_code = 413
    default_detail = "The request is too large."
    default_code = "too_large"


class OrjsonParser(BaseParser):
    """An object or array in UTF-8; anything else is a 400 that says what is wrong."""

    media_type = "application/json"

    def parse(
        self, stream: IO[bytes], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        """The value in the body. Text with NUL, which PostgreSQL cannot keep, and integers past 64 bits are refused."""
        largest = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        try:
            body = stream.read(largest + 1)
        except RequestDataTooBig as error:
            raise BodyTooLarge from error
        if len(body) > largest:
            raise BodyTooLarge
        try:
            value = orjson.loads(body)
        except orjson.JSONDecodeError as error:
            raise ParseError(f"JSON: {error}") from error
        if trouble := _trouble(value):
            raise ParseError(f"JSON: {trouble}")
        return value


def _trouble(value: Any) -> str | None:
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text if "\0" in text:
                return "text holds a NUL character"
            case bool() | None | str():
                continue
            case int() as number if abs(number) > _LARGEST_INTEGER:
                return "a number does not fit into 64 bits"
            case float() as number if abs(number) > _LARGEST_INTEGER:
                return "a number does not fit into 64 bits"
            case dict() as members:
                waiting.extend(members)
                waiting.extend(members.values())
            case list() as items:
                waiting.extend(items)
    return None
