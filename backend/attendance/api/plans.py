"""My days."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.answers import MyPlanSerializer
from attendance.api.requests import OwnPeriodSerializer
from attendance.api.shapes import my_day_shape
from attendance.selectors.my_days import my_days
from core.answers import ProblemSerializer
from core.revision import revisions
from core.words import language_of
from people.api.viewer import account_of, viewer_of


class MyPlanView(APIView):
    """Where I was, am and will be."""

    @extend_schema(
        operation_id="attendance_me_retrieve",
        parameters=[OwnPeriodSerializer],
        responses={200: MyPlanSerializer, 400: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """My days in a period of at most 62 days, weekends and 祝日 included and named."""
        wanted = OwnPeriodSerializer(data=request.query_params)
        wanted.is_valid(raise_exception=True)
        first, last = wanted.validated_data["from"], wanted.validated_data["to"]
        person, language = account_of(request).person, language_of(request)
        department = person.department if person else None
        days = my_days(viewer_of(request), department, first, last, revisions())
        return Response({"days": [my_day_shape(day, language) for day in days]})
