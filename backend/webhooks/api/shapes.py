"""What the API says of webhooks and their deliveries, and what it asks for."""

from typing import Any
from urllib.parse import urlsplit

from rest_framework import serializers

from core.fields import IdField
from people.api.answers import DepartmentBriefSerializer, Values, department_brief
from people.models import Department
from webhooks.models import Delivery, Webhook
from webhooks.policies.kinds import EVENTS, KINDS, PING, Group
from webhooks.policies.states import DeliveryState, DeliveryTrouble, WebhookState, webhook_state
from webhooks.selectors.webhooks import WebhookSeen

GROUPS = [one.value for one in Group]
KIND_NAMES = [one.name for one in KINDS]
SENT_KINDS = [*KIND_NAMES, PING]
DELIVERY_STATES = [one.value for one in DeliveryState]
WEBHOOK_STATES = [one.value for one in WebhookState]
TROUBLES = [one.value for one in DeliveryTrouble]
LONGEST_ADDRESS = 500
MOST_DEPARTMENTS = 100


class WebhookKindSerializer(Values):
    name = serializers.ChoiceField(choices=KIND_NAMES)
    group = serializers.ChoiceField(choices=GROUPS)
    members = serializers.ListField(child=serializers.CharField(), help_text="what `data` holds")


class WebhookSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField()
    address = serializers.CharField()
    kinds = serializers.ListField(child=serializers.CharField())
    departments = DepartmentBriefSerializer(many=True, help_text="none: every department")
    active = serializers.BooleanField()
    state = serializers.ChoiceField(choices=WEBHOOK_STATES)
    trouble = serializers.ChoiceField(choices=TROUBLES, allow_null=True)
    troubled_since = serializers.DateTimeField(allow_null=True)
    last_delivered_at = serializers.DateTimeField(allow_null=True)
    waiting = serializers.IntegerField(help_text="deliveries that are to be tried, or tried again")
    given_up = serializers.IntegerField(help_text="deliveries of the last 30 days that never arrived")
    old_secret_until = serializers.DateTimeField(allow_null=True, help_text="until when the old secret signs too")
    created_at = serializers.DateTimeField()
    created_by_name = serializers.CharField()


class WebhookWithSecretSerializer(Values):
    webhook = WebhookSerializer()
    secret = serializers.CharField(help_text="said this once")


class DeliverySerializer(Values):
    id = serializers.IntegerField()
    webhook = serializers.IntegerField()
    webhook_name = serializers.CharField()
    event = serializers.IntegerField(allow_null=True, help_text="its id; null: a test")
    kind = serializers.ChoiceField(choices=SENT_KINDS)
    state = serializers.ChoiceField(choices=DELIVERY_STATES)
    tries = serializers.IntegerField()
    try_at = serializers.DateTimeField(allow_null=True, help_text="when it is tried next")
    status = serializers.IntegerField(allow_null=True, help_text="of the last answer")
    trouble = serializers.ChoiceField(choices=TROUBLES, allow_null=True)
    answer = serializers.CharField(help_text="the beginning of the last answer, or why there was none")
    milliseconds = serializers.IntegerField(allow_null=True)
    made_at = serializers.DateTimeField()
    tried_at = serializers.DateTimeField(allow_null=True)


class DeliveryWithBodySerializer(DeliverySerializer):
    body = serializers.CharField(help_text="what is posted, byte for byte")


class ReplayedSerializer(Values):
    count = serializers.IntegerField(help_text="how many are sent again")


class AddressField(serializers.CharField):
    """An http or https address with a host and neither a name, a password nor a fragment."""

    default_error_messages = {"form": "https://…"}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_ADDRESS, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        text: str = super().to_internal_value(data)
        if not _is_address(text):
            self.fail("form")
        return text


class WebhookWantedSerializer(Values):
    name = serializers.CharField(max_length=60)
    address = AddressField()
    kinds = serializers.ListField(
        child=serializers.ChoiceField(choices=KIND_NAMES), min_length=1, max_length=len(KIND_NAMES)
    )
    departments = serializers.ListField(
        child=IdField(), max_length=MOST_DEPARTMENTS, required=False, help_text="with those below them; none: all"
    )

    def validate_departments(self, wanted: list[int]) -> list[int]:
        known = set(Department.objects.filter(pk__in=wanted).values_list("pk", flat=True))
        if known != set(wanted):
            raise serializers.ValidationError("unknown")
        return wanted


class WebhookChangeSerializer(WebhookWantedSerializer):
    active = serializers.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, partial=True, **kwargs)


class DeliveriesQuerySerializer(Values):
    webhook = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    state = serializers.ChoiceField(choices=DELIVERY_STATES, required=False)
    kind = serializers.ChoiceField(choices=SENT_KINDS, required=False)


class ReplaySinceSerializer(Values):
    since = serializers.DateTimeField(help_text="what was given up of the events since then is sent again")


def webhook_shape(seen: WebhookSeen) -> dict[str, Any]:
    """A Webhook."""
    webhook = seen.webhook
    return {
        "id": webhook.pk,
        "name": webhook.name,
        "address": webhook.address,
        "kinds": [kind for kind in webhook.kinds if kind in EVENTS],
        "departments": [department_brief(one) for one in seen.departments],
        "active": webhook.active,
        "state": webhook_state(
            active=webhook.active, trouble=webhook.trouble, delivered=webhook.last_delivered_at is not None
        ).value,
        "trouble": webhook.trouble or None,
        "troubled_since": webhook.troubled_since,
        "last_delivered_at": webhook.last_delivered_at,
        "waiting": seen.waiting,
        "given_up": seen.given_up,
        "old_secret_until": webhook.old_secret_until,
        "created_at": webhook.created_at,
        "created_by_name": _maker(webhook),
    }


def delivery_shape(delivery: Delivery) -> dict[str, Any]:
    """A Delivery; its webhook has to be at hand."""
    return {
        "id": delivery.pk,
        "webhook": delivery.webhook_id,
        "webhook_name": delivery.webhook.name,
        "event": delivery.event_id,
        "kind": delivery.kind,
        "state": delivery.state,
        "tries": delivery.tries,
        "try_at": delivery.try_at,
        "status": delivery.status,
        "trouble": delivery.trouble or None,
        "answer": delivery.answer,
        "milliseconds": delivery.milliseconds,
        "made_at": delivery.made_at,
        "tried_at": delivery.tried_at,
    }


def _maker(webhook: Webhook) -> str:
    account = webhook.created_by
    if account is None:
        return ""
    return account.person.name if account.person else account.username


def _is_address(text: str) -> bool:
    if any(not one.isprintable() or one.isspace() for one in text):
        return False
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    plain = parts.scheme in ("http", "https") and bool(parts.hostname) and port != 0
    return plain and "@" not in parts.netloc and not parts.fragment
