"""`/me/looks/`: who looked at where I was."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.answers import PaginatedLookListSerializer
from attendance.selectors.looks import Looks
from core.answers import ProblemSerializer
from core.paged import PAGE_PARAMETERS, page_answer
from core.pagination import page_wanted, paged
from people.api.viewer import viewer_of


class LooksView(APIView):
    """Looks at my past."""

    @extend_schema(
        operation_id="me_looks_list",
        parameters=PAGE_PARAMETERS,
        responses={200: PaginatedLookListSerializer, 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Who looked at which of my past days, and when; the latest look first."""
        looks = Looks(viewer_of(request).person_id)
        page = paged(page_wanted(request, (int,)), looks.fetch, looks.key)
        return page_answer(page, looks.told(page.results))
