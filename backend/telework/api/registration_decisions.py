"""Deciding about a registration: `/telework/registrations/{id}/approve/` and its like."""

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.idempotency import idempotent
from people.api.viewer import viewer_of
from telework.api.registration_answers import RegistrationDecisionSerializer, RegistrationSerializer
from telework.api.registration_shapes import registration_answer, seen_or_404
from telework.policies.states import RegistrationAction
from telework.services.registrations import decide_registration

REFUSALS = {400: ProblemSerializer, 403: ProblemSerializer, 404: ProblemSerializer, 409: ProblemSerializer}


class _Decision(APIView):
    action: RegistrationAction

    def decided(self, request: Request, id: int) -> Response:
        seen_or_404(request, id)
        person_id = viewer_of(request).person_id
        if person_id is None:
            raise PermissionDenied
        wanted = RegistrationDecisionSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        decide_registration(
            registration_id=id,
            action=self.action,
            decider_id=person_id,
            comment=wanted.validated_data["comment"],
            version=wanted.validated_data.get("version"),
        )
        return Response(registration_answer(request, id))


class ApproveRegistrationView(_Decision):
    """Approving one."""

    action = RegistrationAction.APPROVE

    @extend_schema(
        operation_id="telework_registrations_approve_create",
        request=RegistrationDecisionSerializer,
        responses={200: RegistrationSerializer, **REFUSALS},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Let the person telework until 31 March of the fiscal year."""
        return self.decided(request, id)


class ReturnRegistrationView(_Decision):
    """Returning one."""

    action = RegistrationAction.RETURN

    @extend_schema(
        operation_id="telework_registrations_return_create",
        request=RegistrationDecisionSerializer,
        responses={200: RegistrationSerializer, **REFUSALS},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Give it back to be mended; `comment` says what."""
        return self.decided(request, id)


class RejectRegistrationView(_Decision):
    """Rejecting one."""

    action = RegistrationAction.REJECT

    @extend_schema(
        operation_id="telework_registrations_reject_create",
        request=RegistrationDecisionSerializer,
        responses={200: RegistrationSerializer, **REFUSALS},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Say no; `comment` says why."""
        return self.decided(request, id)


class RevokeRegistrationView(_Decision):
    """Revoking one."""

    action = RegistrationAction.REVOKE

    @extend_schema(
        operation_id="telework_registrations_revoke_create",
        request=RegistrationDecisionSerializer,
        responses={200: RegistrationSerializer, **REFUSALS},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Take an approval back from today on; `comment` says why."""
        return self.decided(request, id)
