"""`/me/sessions/`: where I am signed in; `/access/accounts/{id}/end-sessions/`: IT signs somebody out."""

import re
from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from access.api.answers import WAYS, Values
from access.api.session_cookie import forget_session
from access.models import Session
from access.selectors.own_sessions import ID_LENGTH, sessions_of
from access.services.ending import end_other_sessions, end_session, end_sessions
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from people.api.permissions import SignedInOnly, has_role
from people.api.viewer import account_of
from people.models import Account
from people.policies.roles import Role
from people.selectors.signed_in import SignedIn

_ID = re.compile(rf"[0-9a-f]{{{ID_LENGTH}}}")
_ID_PARAMETER = OpenApiParameter(
    "id", {"type": "string", "pattern": f"^{_ID.pattern}$"}, OpenApiParameter.PATH, description="of the list"
)


class OwnSessionSerializer(Values):
    id = serializers.CharField()
    current = serializers.BooleanField(help_text="the browser that asks")
    way = serializers.ChoiceField(choices=WAYS)
    second_factor = serializers.BooleanField(help_text="a second factor was shown")
    created_at = serializers.DateTimeField()
    seen_at = serializers.DateTimeField(help_text="the last use, to some minutes")
    address = serializers.CharField(allow_null=True, help_text="where it was opened from")
    user_agent = serializers.CharField(help_text="what the browser called itself then")


class SessionsEndedSerializer(Values):
    ended = serializers.IntegerField(help_text="how many sessions")


class OwnSessionsView(APIView):
    """The browsers I am signed in with."""

    permission_classes = [SignedInOnly]

    @extend_schema(operation_id="me_sessions_list", responses={200: OwnSessionSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """All of them, the one used last first."""
        current = _digest(request)
        return Response([_shape(session, current) for session in sessions_of(account_of(request).pk)])


class OwnSessionView(APIView):
    """One of them."""

    permission_classes = [SignedInOnly]

    @extend_schema(
        operation_id="me_sessions_destroy",
        parameters=[_ID_PARAMETER],
        request=None,
        responses={204: None, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    def delete(self, request: Request, id: str) -> Response:
        """End it. The current one too: that is signing out."""
        if not _ID.fullmatch(id) or not end_session(account=account_of(request), id=id):
            raise Http404
        response = Response(status=status.HTTP_204_NO_CONTENT)
        if _digest(request).startswith(id):
            forget_session(response)
        return response


class EndOtherSessionsView(APIView):
    """All but the one that asks."""

    permission_classes = [SignedInOnly]

    @extend_schema(
        operation_id="me_sessions_end_others",
        request=None,
        responses={200: SessionsEndedSerializer, 403: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """End them, wherever they are."""
        return Response({"ended": end_other_sessions(account=account_of(request), keep=_digest(request))})


class EndSessionsView(APIView):
    """Somebody's sessions."""

    permission_classes = [has_role(Role.IT)]

    @extend_schema(
        operation_id="access_accounts_end_sessions",
        request=None,
        responses={200: SessionsEndedSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """End all of them: a machine was lost, or somebody else sits at it."""
        if id > LARGEST_ID or not Account.objects.filter(pk=id).exists():
            raise Http404
        return Response({"ended": end_sessions(accounts=[id], because="it")})


def _digest(request: Request) -> str:
    return request.auth.session_digest if isinstance(request.auth, SignedIn) else ""


def _shape(session: Session, current: str) -> dict[str, Any]:
    return {
        "id": session.key_digest[:ID_LENGTH],
        "current": session.key_digest == current,
        "way": session.way,
        "second_factor": session.second_factor_at is not None,
        "created_at": session.created_at,
        "seen_at": session.seen_at or session.created_at,
        "address": session.address,
        "user_agent": session.user_agent,
    }
