"""`/seating/departments/`: whose desks I may draw, and whom I may call into the office."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from people.api.answers import DepartmentBriefSerializer, department_brief
from people.api.viewer import viewer_of
from seating.selectors.departments import departments_to_draw


class DepartmentsView(APIView):
    """Departments whose desks one may draw."""

    @extend_schema(operation_id="seating_departments_list", responses={200: DepartmentBriefSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """The departments I manage with all below them, or every one for facilities, in order of their codes."""
        return Response([department_brief(department) for department in departments_to_draw(viewer_of(request))])
