"""`/closures/past/`: what was closed, page by page."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from people.api.permissions import has_role
from people.policies.roles import Role
from relocation.api.closures import ClosureSerializer, closure_shape
from spaces.selectors.past_closures import past_closures


class PastClosureSerializer(ClosureSerializer):
    """`lifted` ones were opened before they began; others ended, perhaps sooner than was said first."""

    place_name = serializers.CharField(help_text="what the place was called last")


class PastClosuresView(APIView):
    """Closures that are over."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="closures_past_list",
        parameters=PAGE_PARAMETERS,
        responses={200: page_of(PastClosureSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Closures that have ended or were lifted, the one entered last first."""
        pages = past_closures()
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        results: list[dict[str, Any]] = [
            {**closure_shape(row.closure), "place_name": row.place_name} for row in page.results
        ]
        return page_answer(page, results)
