"""Drawings leave as what they are, with headers that let them be nothing else."""

from collections.abc import Mapping
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer

SVG = "image/svg+xml"
ONE_YEAR_SECONDS = 31_536_000

PLAN_HEADERS = {
    # Opened by itself, a drawing may style itself and nothing more, whatever the importer let through.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
    "Cache-Control": f"private, max-age={ONE_YEAR_SECONDS}, immutable",
}


class PlanRenderer(BaseRenderer):
    """SVG text as UTF-8; a problem as JSON."""

    media_type = SVG
    format = "svg"
    charset = "utf-8"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        return data.encode() if isinstance(data, str) else orjson.dumps(data)
