"""Pages over HTTP: their query parameters, their shape in the schema, and the answer itself."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers
from rest_framework.response import Response

from core.pagination import LARGEST_PAGE, Page

PAGE_PARAMETERS = [
    OpenApiParameter("cursor", str, description="from `next` or `previous` of another page"),
    OpenApiParameter("page_size", {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}),
]


def page_of(row: type[serializers.Serializer[Any]]) -> type[serializers.Serializer[Any]]:
    """The serializer of a page of `row`s, named Paginated<Row>List in the schema."""
    name = row.__name__.removesuffix("Serializer")
    at_the_end = "a cursor, or null at the end of the list"
    return type(
        f"Paginated{name}ListSerializer",
        (serializers.Serializer,),
        {
            "results": row(many=True),
            "next": serializers.CharField(allow_null=True, help_text=at_the_end),
            "previous": serializers.CharField(allow_null=True, help_text=at_the_end),
        },
    )


def page_answer(page: Page[Any], results: Any) -> Response:
    """The page with its rows as they are written to the client."""
    return Response({"results": results, "next": page.next, "previous": page.previous})
