"""Which form an answer has: the one its view speaks, whatever the client says it would like."""

from collections.abc import Iterable

from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request


class OneForm(BaseContentNegotiation):
    """Each view of the API has one renderer, so there is nothing to weigh; weighing cost as much as a small query."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser | None:
        """The parser for the body's media type, or None: a 415."""
        named = (request.content_type or "").split(";", 1)[0].strip().lower()
        return next((parser for parser in parsers if named == parser.media_type), None)

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The view's first renderer and its media type."""
        renderer = next(iter(renderers))
        return renderer, str(renderer.media_type)
