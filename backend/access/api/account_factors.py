"""`/access/accounts/`: whom IT helps to sign in again."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from access.api.factor_answers import AccountSerializer
from access.selectors.factor_holders import AccountPages, account_with_counts
from access.selectors.second_factors import is_demanded_of
from access.services.factor_removal import reset_factors
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from people.api.answers import person_brief
from people.api.permissions import has_role
from people.api.viewer import account_of
from people.models import Account
from people.policies.roles import GRANTED, Role

LONGEST_SEARCH = 100


class AccountsView(APIView):
    """All accounts."""

    permission_classes = [has_role(Role.IT)]

    @extend_schema(
        operation_id="access_accounts_list",
        parameters=[
            *PAGE_PARAMETERS,
            OpenApiParameter(
                "q", {"type": "string", "maxLength": LONGEST_SEARCH}, description="in the user name, name or number"
            ),
        ],
        responses={200: page_of(AccountSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Accounts by user name, with how many browsers are signed in and which second factors are set up."""
        sought = request.query_params.get("q", "")
        if len(sought) > LONGEST_SEARCH or "\x00" in sought:
            raise ValidationError({"q": [f"0-{LONGEST_SEARCH}"]})
        pages = AccountPages(sought)
        page = paged(page_wanted(request, (str,)), pages.fetch, pages.key)
        return page_answer(page, [_shape(account) for account in page.results])


class ResetFactorsView(APIView):
    """Somebody who has lost their second factors."""

    permission_classes = [has_role(Role.IT)]

    @extend_schema(
        operation_id="access_accounts_reset_factors",
        request=None,
        responses={200: AccountSerializer, 403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Take them all and end the account's sessions. Nobody's own: that is refused."""
        if id > LARGEST_ID:
            raise Http404
        account = Account.objects.filter(pk=id).first()
        if account is None:
            raise Http404
        reset_factors(account=account, actor_id=account_of(request).pk)
        return Response(_shape(account_with_counts(id)))


def _shape(account: Any) -> dict[str, Any]:
    return {
        "id": account.pk,
        "username": account.username,
        "person": person_brief(account.person) if account.person else None,
        "roles": [role.value for role in GRANTED if role.value in account.roles],
        "in_use": account.is_active,
        "sessions": account.session_count,
        "authenticator": account.has_authenticator,
        "passkeys": account.passkey_count,
        "demanded": is_demanded_of(account),
    }
