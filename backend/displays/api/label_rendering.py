"""A PDF leaves as what it is; a problem as JSON."""

from collections.abc import Mapping
from typing import Any

import orjson
from rest_framework.renderers import BaseRenderer

PDF = "application/pdf"


class PdfRenderer(BaseRenderer):
    """The bytes of a PDF as they are."""

    media_type = PDF
    format = "pdf"
    charset = None
    render_style = "binary"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        return data if isinstance(data, bytes) else orjson.dumps(data)
