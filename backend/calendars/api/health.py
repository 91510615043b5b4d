"""How calendars do, for IT."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from calendars.api.link_answers import LINK_STATES, TROUBLES
from calendars.selectors.health import calendar_health
from core.answers import ProblemSerializer
from people.api.permissions import has_role
from people.policies.roles import Role

Values = serializers.Serializer[Any]


class LinksInStateSerializer(Values):
    state = serializers.ChoiceField(choices=LINK_STATES)
    count = serializers.IntegerField()


class LinksInTroubleSerializer(Values):
    trouble = serializers.ChoiceField(choices=TROUBLES)
    count = serializers.IntegerField()


class SilentServerSerializer(Values):
    host = serializers.CharField(help_text="with its port")
    trouble = serializers.ChoiceField(choices=TROUBLES)
    since = serializers.DateTimeField()
    try_at = serializers.DateTimeField()
    links = serializers.IntegerField()


class RepliesOfOutcomeSerializer(Values):
    outcome = serializers.CharField()
    count = serializers.IntegerField()


class RepliesSerializer(Values):
    last_read_at = serializers.DateTimeField(allow_null=True, help_text="of the last thirty days")
    by_outcome = RepliesOfOutcomeSerializer(many=True)


class CalendarHealthSerializer(Values):
    links = serializers.IntegerField()
    by_state = LinksInStateSerializer(many=True)
    by_trouble = LinksInTroubleSerializer(many=True, help_text="of those that are paused")
    silent_servers = SilentServerSerializer(many=True)
    waiting = serializers.IntegerField(help_text="changes that are not yet in the calendars they belong into")
    oldest_waiting_at = serializers.DateTimeField(allow_null=True)
    feeds = serializers.IntegerField()
    feeds_read_last_day = serializers.IntegerField()
    invitations_due = serializers.IntegerField()
    replies = RepliesSerializer()


class CalendarHealthView(APIView):
    """Counts, and nothing of anybody's."""

    permission_classes = [has_role(Role.IT)]

    @extend_schema(
        operation_id="calendar_health_retrieve", responses={200: CalendarHealthSerializer, 403: ProblemSerializer}
    )
    def get(self, request: Request) -> Response:
        """Links by state and trouble, servers that are silent, what waits, and whether feeds are read."""
        return Response(calendar_health())
