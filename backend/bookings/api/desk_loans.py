"""`/desk-loans/`: lending one's assigned desk for a day."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from bookings.api.answers import DeskLoanSerializer
from bookings.api.asking import own_loan, person_of
from bookings.api.bookings import IDEMPOTENCY_KEY, REFUSED
from bookings.api.requests import NewDeskLoanSerializer
from bookings.models import DeskLoan
from bookings.selectors.loans import coming_loans
from bookings.selectors.shown import place_of
from bookings.services.loans import lend_desk, withdraw_loan
from core.answers import ProblemSerializer
from core.idempotency import idempotent
from spaces.api.answers import DeskPlaceSerializer
from spaces.selectors import placed_desk


class DeskLoansView(APIView):
    """The days on which one's assigned desk is lent."""

    @extend_schema(operation_id="desk_loans_list", responses={200: DeskLoanSerializer(many=True)})
    def get(self, request: Request) -> Response:
        """My loans from today on, in order of the day."""
        return Response([_loan(loan) for loan in coming_loans(person_of(request))])

    @extend_schema(
        operation_id="desk_loans_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewDeskLoanSerializer,
        responses={201: DeskLoanSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Lend my assigned desk for a day."""
        wanted = NewDeskLoanSerializer(data=request.data)
        wanted.is_valid(raise_exception=True)
        values = wanted.validated_data
        loan = lend_desk(person_id=person_of(request), desk_id=values["desk"], day=values["day"])
        return Response(_loan(loan), status=status.HTTP_201_CREATED)


class WithdrawLoanView(APIView):
    """Taking it back."""

    @extend_schema(
        operation_id="desk_loans_withdraw_create",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: DeskLoanSerializer, 404: ProblemSerializer, 409: ProblemSerializer},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Take my desk back, while nobody has booked it."""
        return Response(_loan(withdraw_loan(loan_id=own_loan(request, id).pk)))


def _loan(loan: DeskLoan) -> dict[str, Any]:
    place = placed_desk(loan.desk_id, loan.day)
    return {
        "id": loan.pk,
        "desk": DeskPlaceSerializer(place_of(place)).data if place else None,
        "day": loan.day,
        "withdrawn": loan.withdrawn_at is not None,
    }
