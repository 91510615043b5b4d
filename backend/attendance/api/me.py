"""Who I am and what I decided."""

from datetime import date
from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from attendance.api.answers import MeSerializer
from attendance.api.requests import MeChangeSerializer
from attendance.api.shapes import my_person_shape
from attendance.selectors.home_areas import home_areas
from core import clock
from core.answers import ProblemSerializer
from core.revision import Slow, revisions
from core.words import language_of
from people.api.viewer import account_of, viewer_of
from people.policies.roles import Role
from people.policies.visibility import Viewer, Visibility
from people.selectors.delegations import approves_for_somebody
from people.selectors.signed_in import role_list
from people.services.preferences import set_preferences
from plans.selectors.working_days import city_calendar

WORKING_DAYS_AHEAD = 30


class MeView(APIView):
    """The person who is signed in."""

    @extend_schema(operation_id="me_retrieve", responses={200: MeSerializer})
    def get(self, request: Request) -> Response:
        """My name, section, roles and choices, today's date in the city, and the working days to come."""
        return Response(_me(request))

    @extend_schema(
        operation_id="me_partial_update",
        request=MeChangeSerializer,
        responses={200: MeSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def patch(self, request: Request) -> Response:
        """Choose my language and who may see where I am."""
        person = account_of(request).person
        if person is None:
            raise PermissionDenied
        wanted = MeChangeSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        visibility = wanted.validated_data.get("visibility")
        chosen = set_preferences(
            person_id=person.pk,
            language=wanted.validated_data.get("language"),
            visibility=Visibility(visibility) if visibility else None,
        )
        person.language, person.visibility = chosen.language, chosen.visibility
        return Response(_me(request))


def _me(request: Request) -> dict[str, Any]:
    viewer, account, today, slow = viewer_of(request), account_of(request), clock.today(), revisions()
    return {
        "username": account.username,
        "person": my_person_shape(account.person) if account.person else None,
        "roles": role_list(viewer),
        "approves": _approves(viewer, today),
        "language": language_of(request),
        "home_areas": home_areas(
            viewer.person_id, account.person.department_id if account.person else None, today, slow
        ),
        "demonstration": settings.DEMONSTRATION,
        "today": today,
        "working_days": city_calendar(slow[Slow.CALENDAR]).working_days_from(today, WORKING_DAYS_AHEAD),
    }


def _approves(viewer: Viewer, today: date) -> bool:
    if viewer.person_id is None:
        return False
    return Role.MANAGER in viewer.roles or approves_for_somebody(viewer.person_id, today)
