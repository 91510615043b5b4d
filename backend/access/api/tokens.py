"""`/me/tokens/`: tokens for my programs; `/access/tokens/`: everybody's, for IT."""

from typing import Any

from django.conf import settings
from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from access.api.answers import SCOPES, Values
from access.models import ApiToken
from access.policies.scopes import Scope
from access.selectors.tokens import TokenPages, tokens_of
from access.services.tokens import create_token, revoke_token
from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from people.api.answers import PersonBriefSerializer, person_brief
from people.api.permissions import SignedInOnly, has_role
from people.api.viewer import account_of
from people.policies.roles import Role


class ApiTokenSerializer(Values):
    id = serializers.IntegerField()
    name = serializers.CharField(help_text="what the program is for")
    hint = serializers.CharField(help_text="how the token begins")
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=SCOPES))
    created_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    used_at = serializers.DateTimeField(allow_null=True, help_text="the last use, to some minutes")
    revoked_at = serializers.DateTimeField(allow_null=True)
    live = serializers.BooleanField(help_text="it opens something: neither over nor revoked")


class AnyApiTokenSerializer(ApiTokenSerializer):
    account = serializers.IntegerField()
    username = serializers.CharField()
    person = PersonBriefSerializer(allow_null=True)


class CreatedApiTokenSerializer(ApiTokenSerializer):
    token = serializers.CharField(help_text="shown this once: keep it where the program finds it")


class NewApiTokenSerializer(Values):
    name = serializers.CharField(max_length=60)
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=SCOPES), min_length=1, max_length=len(SCOPES))
    days = serializers.IntegerField(min_value=1, max_value=3650, help_text="until it is over; the setting has a most")

    def validate_days(self, days: int) -> int:
        if days > settings.TOKEN_DAYS:
            raise serializers.ValidationError(f"1-{settings.TOKEN_DAYS}")
        return days


class OwnTokensView(APIView):
    """The tokens of my programs."""

    permission_classes = [SignedInOnly]

    @extend_schema(operation_id="me_tokens_list", responses={200: ApiTokenSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """Those that open something and those that ended in the last 30 days, the newest first."""
        return Response([_shape(token) for token in tokens_of(account_of(request).pk)])

    @extend_schema(
        operation_id="me_tokens_create",
        request=NewApiTokenSerializer,
        responses={
            201: CreatedApiTokenSerializer,
            400: ProblemSerializer,
            403: ProblemSerializer,
            409: ProblemSerializer,
        },
    )
    def post(self, request: Request) -> Response:
        """Make one; `token` is in this answer and nowhere else. It never opens more than I may.

        Takes no Idempotency-Key: an answer kept to be given again would keep the token.
        """
        wanted = NewApiTokenSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        made = create_token(
            account=account_of(request),
            name=values["name"],
            scopes=[Scope(scope) for scope in values["scopes"]],
            days=values["days"],
        )
        return Response({**_shape(made.row), "token": made.token}, status=status.HTTP_201_CREATED)


class RevokeOwnTokenView(APIView):
    """One of my tokens."""

    permission_classes = [SignedInOnly]

    @extend_schema(
        operation_id="me_tokens_revoke",
        request=None,
        responses={200: ApiTokenSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Revoke it: from now on it opens nothing."""
        return Response(_shape(_revoked(id, account=account_of(request))))


class AllTokensView(APIView):
    """Everybody's tokens."""

    permission_classes = [has_role(Role.IT)]

    @extend_schema(
        operation_id="access_tokens_list",
        parameters=[*PAGE_PARAMETERS, OpenApiParameter("live", bool, description="only those that open something")],
        responses={200: page_of(AnyApiTokenSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """All there ever were, the newest first."""
        pages = TokenPages(live=request.query_params.get("live", "").lower() in ("1", "true"))
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        return page_answer(page, [_shape_for_it(token) for token in page.results])


class RevokeTokenView(APIView):
    """Somebody's token."""

    permission_classes = [has_role(Role.IT)]

    @extend_schema(
        operation_id="access_tokens_revoke",
        request=None,
        responses={200: AnyApiTokenSerializer, 403: ProblemSerializer, 404: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Revoke it: from now on it opens nothing."""
        return Response(_shape_for_it(_revoked(id, by="it")))


def _revoked(id: int, **who: Any) -> ApiToken:
    if id > LARGEST_ID:
        raise Http404
    try:
        return revoke_token(id=id, **who)
    except ApiToken.DoesNotExist as error:
        raise Http404 from error


def _shape(token: ApiToken) -> dict[str, Any]:
    return {
        "id": token.pk,
        "name": token.name,
        "hint": token.hint,
        "scopes": token.scopes,
        "created_at": token.created_at,
        "expires_at": token.expires_at,
        "used_at": token.used_at,
        "revoked_at": token.revoked_at,
        "live": token.revoked_at is None and token.expires_at > clock.now(),
    }


def _shape_for_it(token: ApiToken) -> dict[str, Any]:
    person = token.account.person
    return {
        **_shape(token),
        "account": token.account_id,
        "username": token.account.username,
        "person": person_brief(person) if person else None,
    }
