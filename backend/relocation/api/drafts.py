"""What a draft would do to what is booked, and publishing it."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.idempotency import idempotent
from relocation.api.answers import DISPLACED, DraftReviewSerializer, PublishedSerializer
from relocation.api.shapes import review_shape
from relocation.selectors.review import full_review
from relocation.services.publishing import publish_and_relocate
from spaces.api.draft_requests import LARGEST_REVISION
from spaces.api.drafts import IDEMPOTENCY_KEY, KEEPS_PLACES, REFUSED, draft_or_404
from spaces.policies.layout_change import Displaced


class PublishSerializer(serializers.Serializer[Any]):
    """Which revision of the draft to publish, and what becomes of bookings that lose their desk."""

    revision = serializers.IntegerField(min_value=1, max_value=LARGEST_REVISION)
    displaced = serializers.ChoiceField(
        choices=DISPLACED,
        help_text="move: to the desks proposed, as far as there are any; cancel: given up, with desks to choose from",
    )


class DraftReviewView(APIView):
    """A draft, looked at before it is published."""

    permission_classes = [KEEPS_PLACES]

    @extend_schema(
        operation_id="layout_drafts_review_retrieve",
        responses={200: DraftReviewSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def get(self, request: Request, id: int) -> Response:
        """What has to be mended, what would change, whom that displaces, and where each could go."""
        return Response(review_shape(full_review(draft_or_404(id)), request))


class DraftPublishView(APIView):
    """A draft becomes the layout of its floor."""

    permission_classes = [KEEPS_PLACES]

    @extend_schema(
        operation_id="layout_drafts_publish_create",
        parameters=[IDEMPOTENCY_KEY],
        request=PublishSerializer,
        responses={200: PublishedSerializer, 400: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Publish from its day on, with what that displaces, in one transaction; the people are told."""
        draft = draft_or_404(id)
        wanted = PublishSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        done = publish_and_relocate(
            draft_id=draft.pk, revision=values["revision"], displaced=Displaced(values["displaced"])
        )
        return Response({"layout": done.layout.pk, "moved": done.moved, "given_up": done.given_up})
