"""My feeds: the secret addresses under which calendars read my days."""

from typing import Any

from django.conf import settings
from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from calendars.api.feed_answers import FEED_KINDS, FeedSerializer, FeedsSerializer, Values, feed_shape
from calendars.api.own import person_of
from calendars.models import Feed
from calendars.policies.choices import FeedKind
from calendars.selectors.feeds import feeds_of, secret_of, sections_managed
from calendars.services.feeds import make_feed, renew_feed, revoke_feed
from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID, IdField
from people.api.answers import department_brief
from people.api.viewer import viewer_of
from people.policies.visibility import is_manager_of


class NewFeedSerializer(Values):
    """A feed to be made."""

    kind = serializers.ChoiceField(choices=FEED_KINDS)
    department = IdField(required=False, allow_null=True, help_text="of a section's feed: a section I manage")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if (attrs["kind"] == FeedKind.SECTION) != (attrs.get("department") is not None):
            raise serializers.ValidationError({"department": ["of a section's feed, and of no other"]})
        return attrs


class FeedsView(APIView):
    """My feeds."""

    @extend_schema(operation_id="calendar_feeds_list", responses={200: FeedsSerializer, 403: ProblemSerializer})
    def get(self, request: Request) -> Response:
        """Those in use with their addresses, and the sections of which I may have one. Browsers only, no tokens."""
        viewer, person = viewer_of(request), person_of(request)
        feeds = [_shape(request, feed) for feed in feeds_of(person.pk)]
        sections = [department_brief(one) for one in sections_managed(viewer.manages, clock.today())]
        return Response({"feeds": feeds, "sections": sections})

    @extend_schema(
        operation_id="calendar_feeds_create",
        request=NewFeedSerializer,
        responses={
            200: FeedSerializer,
            201: FeedSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Make one. Where there is one of that kind already, it is that one (200).

        Takes no Idempotency-Key: an answer kept to be given again would keep the address.
        """
        person = person_of(request)
        wanted = NewFeedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        kind, department_id = FeedKind(wanted.validated_data["kind"]), wanted.validated_data.get("department")
        managed = sections_managed(viewer_of(request).manages, clock.today())
        if department_id is not None and not managed.filter(pk=department_id).exists():
            raise ValidationError({"department": ["unknown"]})
        feed, made = make_feed(person_id=person.pk, kind=kind, department_id=department_id)
        return Response(_shape(request, feed), status=status.HTTP_201_CREATED if made else status.HTTP_200_OK)


class FeedView(APIView):
    """One of my feeds."""

    @extend_schema(
        operation_id="calendar_feeds_destroy",
        responses={204: None, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def delete(self, request: Request, id: int) -> Response:
        """Revoke it: its address shows nothing from now on."""
        try:
            revoke_feed(feed_id=_known(id), person_id=person_of(request).pk)
        except Feed.DoesNotExist as error:
            raise Http404 from error
        return Response(status=status.HTTP_204_NO_CONTENT)


class RenewFeedView(APIView):
    """Another address for one of my feeds."""

    @extend_schema(
        operation_id="calendar_feeds_renew",
        request=None,
        responses={200: FeedSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def post(self, request: Request, id: int) -> Response:
        """The address before shows nothing any more; calendars that read it have to be given the new one."""
        try:
            feed = renew_feed(feed_id=_known(id), person_id=person_of(request).pk)
        except Feed.DoesNotExist as error:
            raise Http404 from error
        return Response(_shape(request, feed))


def _known(id: int) -> int:
    if id > LARGEST_ID:
        raise Http404
    return id


def _shape(request: Request, feed: Feed) -> dict[str, Any]:
    base = settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")
    secret = secret_of(feed)
    lineage = (feed.department.lineage or [feed.department.pk]) if feed.department else []
    return feed_shape(
        feed,
        address=f"{base}/calendar/{secret}.ics" if secret else "",
        served=feed.kind == FeedKind.PERSONAL or is_manager_of(viewer_of(request), lineage),
    )
