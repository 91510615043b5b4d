"""`/booking-rules/`: read by everyone, set by facilities and IT."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.models import BookingRule
from bookings.policies.rules import DEFAULTS
from bookings.services.rules import remove_rule, set_rule
from core.answers import ProblemSerializer
from people.api.permissions import SignedInOnly, has_role
from people.policies.roles import Role

SETS_RULES = has_role(Role.FACILITIES, Role.IT)
LONGEST_MINUTES = 24 * 60


class BookingRuleSerializer(serializers.ModelSerializer[BookingRule]):
    """One row of rules: whom it is for, and what it says. What it leaves null, a less specific row says."""

    window_working_days = serializers.IntegerField(min_value=0, max_value=250, allow_null=True, required=False)
    max_live_bookings = serializers.IntegerField(min_value=0, max_value=1000, allow_null=True, required=False)
    longest_minutes = serializers.IntegerField(
        min_value=0, max_value=LONGEST_MINUTES, allow_null=True, required=False, help_text="0: no limit"
    )
    check_in_opens_minutes = serializers.IntegerField(
        min_value=0, max_value=LONGEST_MINUTES, allow_null=True, required=False, help_text="before the start"
    )
    release_after_minutes = serializers.IntegerField(
        min_value=0, max_value=LONGEST_MINUTES, allow_null=True, required=False, help_text="after the start; 0: never"
    )
    undo_minutes = serializers.IntegerField(min_value=0, max_value=LONGEST_MINUTES, allow_null=True, required=False)
    series_window_days = serializers.IntegerField(
        min_value=0, max_value=732, allow_null=True, required=False, help_text="days of the calendar after today"
    )
    max_series_dates = serializers.IntegerField(min_value=0, max_value=1000, allow_null=True, required=False)
    no_show_limit = serializers.IntegerField(
        min_value=0, max_value=100, allow_null=True, required=False, help_text="0: nothing follows from no-shows"
    )
    no_show_days = serializers.IntegerField(
        min_value=1, max_value=250, allow_null=True, required=False, help_text="working days for which one counts"
    )
    no_show_window_days = serializers.IntegerField(
        min_value=0, max_value=250, allow_null=True, required=False, help_text="working days ahead that are left"
    )

    class Meta:
        model = BookingRule
        fields = ["id", "name", "name_en", "owner", "owner_en", "area", "desk_mode", "department", *DEFAULTS]
        validators: list[Any] = []  # a scope that is taken is refused by the service, with its code


class _RulesAccess(APIView):
    def get_permissions(self) -> list[BasePermission]:
        allowed = SignedInOnly if self.request.method in SAFE_METHODS else SETS_RULES
        return [allowed()]


class BookingRulesView(_RulesAccess):
    """Every row of rules."""

    @extend_schema(operation_id="booking_rules_list", responses={200: BookingRuleSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """All rows, in the order in which they were made; the defaults stand where none says anything."""
        return Response(BookingRuleSerializer(BookingRule.objects.order_by("pk"), many=True).data)

    @extend_schema(
        operation_id="booking_rules_create",
        request=BookingRuleSerializer,
        responses={201: BookingRuleSerializer, 400: ProblemSerializer, 403: ProblemSerializer, 409: ProblemSerializer},
    )
    def post(self, request: Request) -> Response:
        """Set rules for everyone, or for an area, a desk mode, a department or their combination."""
        wanted = BookingRuleSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        rule = set_rule(rule_id=None, values=wanted.validated_data)
        return Response(BookingRuleSerializer(rule).data, status=status.HTTP_201_CREATED)


class BookingRuleView(_RulesAccess):
    """One row of rules."""

    @extend_schema(
        operation_id="booking_rules_partial_update",
        request=BookingRuleSerializer(partial=True),
        responses={
            200: BookingRuleSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            404: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    def patch(self, request: Request, id: int) -> Response:
        """Change what the row says; it holds from the next booking on."""
        rule = _rule_or_404(id)
        wanted = BookingRuleSerializer(rule, data=request.data, partial=True)
        wanted.is_valid(raise_exception=True)
        changed = set_rule(rule_id=rule.pk, values=wanted.validated_data)
        return Response(BookingRuleSerializer(changed).data)

    @extend_schema(
        operation_id="booking_rules_destroy",
        responses={204: None, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def delete(self, request: Request, id: int) -> Response:
        """Take the row away; a less specific one, or the default, says again what holds."""
        remove_rule(rule_id=_rule_or_404(id).pk)
        return Response(status=status.HTTP_204_NO_CONTENT)


def _rule_or_404(rule_id: int) -> BookingRule:
    rule: BookingRule | None = BookingRule.objects.filter(pk=rule_id).first()
    if rule is None:
        raise Http404
    return rule
