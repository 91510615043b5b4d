"""Labels for desks, to print."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.later import Later
from displays.api.label_rendering import PDF, PdfRenderer
from displays.api.requests import LabelsWantedSerializer
from displays.policies.label_sheets import SHEETS
from displays.selectors.desks_to_label import desks_to_label
from people.api.permissions import has_role
from people.policies.roles import Role

if TYPE_CHECKING:
    from displays.labels import pdf as paper
else:
    paper = Later("displays.labels.pdf")

FILE_NAME = "desk-labels.pdf"


class DeskLabelsView(APIView):
    """Sheets of desk labels."""

    permission_classes = [has_role(Role.FACILITIES)]
    renderer_classes = [PdfRenderer]

    @extend_schema(
        operation_id="desk_labels_retrieve",
        parameters=[LabelsWantedSerializer],
        responses={
            (200, PDF): OpenApiTypes.BINARY,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
        },
    )
    def get(self, request: Request) -> Response:
        """A PDF of A4 sheets: each desk's code in large type, its place, and the QR code of its own page."""
        asked = LabelsWantedSerializer(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        wanted = asked.validated_data
        labels = desks_to_label(
            wanted.get("day") or clock.today(),
            floor_id=wanted.get("floor"),
            area_id=wanted.get("area"),
            desk_ids=wanted.get("desks", ()),
        )
        if not labels:
            raise Http404
        pdf = paper.label_sheets(
            labels,
            SHEETS[wanted["sheet"]],
            address=settings.ADDRESS or request.build_absolute_uri("/").rstrip("/"),
            first=wanted["first"],
            shift=(wanted["shift_right"], wanted["shift_down"]),
        )
        return Response(pdf, headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"'})
