"""Displays, as facilities look after them."""

from django.conf import settings
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from displays.api.answers import DisplayLinkSerializer, NewDisplayLinkSerializer, display_link_shape
from displays.api.requests import NewDisplaySerializer
from displays.selectors.links import display_links
from displays.services.links import revoke_display, set_up_display
from people.api.permissions import has_role
from people.api.viewer import account_of
from people.policies.roles import Role
from spaces.selectors import floors_of


class DisplayLinksView(APIView):
    """Wall screens and the floors they show."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="display_links_list",
        responses={200: DisplayLinkSerializer(many=True), 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Every display, those in use first."""
        return Response([display_link_shape(link) for link in display_links()])

    @extend_schema(
        operation_id="display_links_create",
        request=NewDisplaySerializer,
        responses={201: NewDisplayLinkSerializer, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """Set up a display. Its address is in this answer and in no other.

        An Idempotency-Key is not kept here: the answer would be, with the address in it.
        """
        wanted = NewDisplaySerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        if values["floor"] not in {floor.id for floor in floors_of()}:
            raise ValidationError({"floor": ["unknown"]})
        new = set_up_display(
            floor_id=values["floor"], name=values["name"], names=values["names"], created_by=account_of(request)
        )
        base = settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")
        shape = display_link_shape(display_links().get(pk=new.link.pk))
        return Response({**shape, "address": f"{base}/display/{new.key}"}, status=status.HTTP_201_CREATED)


class RevokeDisplayView(APIView):
    """The end of a display."""

    permission_classes = [has_role(Role.FACILITIES)]

    @extend_schema(
        operation_id="display_links_revoke_create",
        request=None,
        responses={200: DisplayLinkSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def post(self, request: Request, id: int) -> Response:
        """Its address shows nothing from now on. It cannot be had back: set up another."""
        if id > LARGEST_ID or not display_links().filter(pk=id).exists():
            raise Http404
        revoke_display(link_id=id)
        return Response(display_link_shape(display_links().get(pk=id)))
