"""`/webhooks/`: programs that hear of events, for IT."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from people.api.permissions import has_role
from people.policies.roles import Role
from webhooks.api.shapes import (
    DeliverySerializer,
    ReplayedSerializer,
    ReplaySinceSerializer,
    WebhookChangeSerializer,
    WebhookKindSerializer,
    WebhookSerializer,
    WebhookWantedSerializer,
    WebhookWithSecretSerializer,
    delivery_shape,
    webhook_shape,
)
from webhooks.policies.kinds import KINDS
from webhooks.selectors.webhooks import WebhookSeen, webhooks_seen
from webhooks.services.keeping_secrets import renew_secret
from webhooks.services.replaying import replay_given_up, send_test
from webhooks.services.setting_up import change_webhook, make_webhook, remove_webhook

READ = {403: ProblemSerializer, 404: ProblemSerializer}
WRITTEN = {400: ProblemSerializer, **READ, 409: ProblemSerializer}


class ForIT(APIView):
    """What only IT may ask. None of it takes an Idempotency-Key: an answer that is kept would keep a secret."""

    permission_classes = [has_role(Role.IT)]


class WebhooksView(ForIT):
    """All webhooks."""

    @extend_schema(operation_id="webhooks_list", responses={200: WebhookSerializer(many=True), 403: ProblemSerializer})
    def get(self, _request: Request) -> Response:
        """All of them, by name; there are twenty at most."""
        return Response([webhook_shape(one) for one in webhooks_seen()])

    @extend_schema(
        operation_id="webhooks_create",
        request=WebhookWantedSerializer,
        responses={
            201: WebhookWithSecretSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Set one up. Its secret is in this answer and in no other."""
        wanted = WebhookWantedSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        webhook, secret = make_webhook(**wanted.validated_data)
        said = {"webhook": webhook_shape(seen_at(webhook.pk)), "secret": secret}
        return Response(said, status=status.HTTP_201_CREATED, headers=NOT_KEPT)


class WebhookKindsView(ForIT):
    """What webhooks may hear of."""

    @extend_schema(
        operation_id="webhooks_kinds", responses={200: WebhookKindSerializer(many=True), 403: ProblemSerializer}
    )
    def get(self, _request: Request) -> Response:
        """The kinds of events that may leave, and which members of each do."""
        return Response([{"name": one.name, "group": one.group.value, "members": one.members} for one in KINDS])


class WebhookView(ForIT):
    """One webhook."""

    @extend_schema(operation_id="webhooks_retrieve", responses={200: WebhookSerializer, **READ})
    def get(self, _request: Request, id: int) -> Response:
        """The webhook, and how it does."""
        return Response(webhook_shape(seen_at(id)))

    @extend_schema(
        operation_id="webhooks_partial_update",
        request=WebhookChangeSerializer,
        responses={200: WebhookSerializer, **WRITTEN},
    )
    def patch(self, request: Request, id: int) -> Response:
        """Change what is given; `active` pauses and resumes."""
        seen = seen_at(id)
        wanted = WebhookChangeSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        change_webhook(webhook_id=seen.webhook.pk, **wanted.validated_data)
        return Response(webhook_shape(seen_at(id)))

    @extend_schema(operation_id="webhooks_destroy", responses={204: None, **READ})
    def delete(self, _request: Request, id: int) -> Response:
        """Remove it. What waits is not sent any more."""
        remove_webhook(webhook_id=seen_at(id).webhook.pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


class TestWebhookView(ForIT):
    """A test."""

    @extend_schema(operation_id="webhooks_test", request=None, responses={200: DeliverySerializer, **READ})
    def post(self, _request: Request, id: int) -> Response:
        """Post a `ping` now, and answer what became of it: a failed test is an answer too."""
        return Response(delivery_shape(send_test(webhook_id=seen_at(id).webhook.pk)))


class RenewWebhookSecretView(ForIT):
    """A new secret."""

    @extend_schema(
        operation_id="webhooks_renew_secret", request=None, responses={200: WebhookWithSecretSerializer, **READ}
    )
    def post(self, _request: Request, id: int) -> Response:
        """Make a new secret, said in this answer alone. The old one signs too for 24 hours."""
        webhook, secret = renew_secret(webhook_id=seen_at(id).webhook.pk)
        return Response({"webhook": webhook_shape(seen_at(webhook.pk)), "secret": secret}, headers=NOT_KEPT)


class ReplayWebhookView(ForIT):
    """What was given up, again."""

    @extend_schema(
        operation_id="webhooks_replay",
        request=ReplaySinceSerializer,
        responses={200: ReplayedSerializer, **WRITTEN},
    )
    def post(self, request: Request, id: int) -> Response:
        """Send again what was given up of the events since a moment."""
        seen = seen_at(id)
        wanted = ReplaySinceSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        return Response({"count": replay_given_up(webhook_id=seen.webhook.pk, **wanted.validated_data)})


NOT_KEPT = {"Cache-Control": "no-store"}


def seen_at(id: int) -> WebhookSeen:
    """The webhook of the address; 404 where there is none."""
    found = webhooks_seen(id) if id <= LARGEST_ID else []
    if not found:
        raise Http404
    return found[0]
