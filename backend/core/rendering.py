"""Answers as JSON, written by orjson: the one renderer of the API."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import orjson
from django.utils.functional import Promise
from rest_framework.renderers import BaseRenderer

from core import clock

_OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATETIME


def _other(value: object) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(clock.city_zone()).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no form in JSON")


class OrjsonRenderer(BaseRenderer):
    """UTF-8 JSON; instants carry the city's offset, days are YYYY-MM-DD. Bytes are taken as JSON already written."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """`data` as bytes; None is an empty body."""
        if data is None:
            return b""
        if isinstance(data, bytes):
            return data
        return orjson.dumps(data, default=_other, option=_OPTIONS)
