"""`/telework/orders/`: telework that is ordered, with no request needed."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.answers import ProblemSerializer
from core.fields import LARGEST_ID, DayField, IdField
from core.idempotency import idempotent
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from core.revision import revisions
from people.api.answers import DepartmentBriefSerializer, PersonBriefSerializer, department_brief, person_brief
from people.api.viewer import viewer_of
from people.models import Department, Person
from people.policies.roles import Role
from telework.api.answers import Values, words_of
from telework.api.requests import IDEMPOTENCY_KEY, REFUSED
from telework.models import TeleworkOrder
from telework.policies.forms import OrderReason
from telework.policies.request_orders import LONGEST_ORDER_DAYS, period_refused
from telework.selectors.ordering import OrderPages, OrderWish, may_order, orders_seen, people_ordered, reach_of
from telework.services.orders import order_telework, withdraw_order

MOST_EXCEPTIONS = 1000


class TeleworkOrderSerializer(Values):
    id = serializers.IntegerField()
    department = DepartmentBriefSerializer(allow_null=True, help_text="null: everybody")
    first_day = serializers.DateField()
    last_day = serializers.DateField()
    reason_kind = serializers.ChoiceField(choices=words_of(OrderReason))
    reason = serializers.CharField()
    except_people = PersonBriefSerializer(many=True)
    people = serializers.IntegerField(help_text="how many it reached")
    ordered_by = PersonBriefSerializer(allow_null=True)
    ordered_at = serializers.DateTimeField()
    withdrawn_at = serializers.DateTimeField(allow_null=True)
    may_withdraw = serializers.BooleanField()


class OrderReachSerializer(Values):
    people = serializers.IntegerField()
    days = serializers.IntegerField(help_text="days of people")
    desks_let_go = serializers.IntegerField(help_text="bookings that are given up, whole or in part")


class OrderPeriodSerializer(serializers.Serializer[dict[str, Any]]):
    """For whom and when."""

    department = IdField(required=False, allow_null=True, default=None, help_text="null: the whole hall")
    first_day = DayField()
    last_day = DayField(help_text=f"at most {LONGEST_ORDER_DAYS} days after the first")
    except_people = serializers.ListField(
        child=IdField(), required=False, default=list, max_length=MOST_EXCEPTIONS, help_text="who comes all the same"
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not 0 <= (attrs["last_day"] - attrs["first_day"]).days <= LONGEST_ORDER_DAYS:
            raise serializers.ValidationError({"last_day": [f"0-{LONGEST_ORDER_DAYS} days after first_day"]})
        known = set(Person.objects.filter(pk__in=attrs["except_people"]).values_list("pk", flat=True))
        if set(attrs["except_people"]) - known:
            raise serializers.ValidationError({"except_people": ["unknown"]})
        return attrs

    def wish(self) -> OrderWish:
        values = self.validated_data
        people = frozenset(values["except_people"])
        return OrderWish(values["department"], values["first_day"], values["last_day"], people)


class NewOrderSerializer(OrderPeriodSerializer):
    """An order with its reason."""

    reason_kind = serializers.ChoiceField(choices=words_of(OrderReason))
    reason = serializers.CharField(max_length=400)


class OrdersView(APIView):
    """Orders."""

    @extend_schema(
        operation_id="telework_orders_list",
        parameters=PAGE_PARAMETERS,
        responses={200: page_of(TeleworkOrderSerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Orders for departments I manage and for the whole hall, the latest first; HR and crisis see all."""
        _whoever_orders(request)
        pages = OrderPages(orders_seen(viewer_of(request)))
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        people = people_ordered([one.pk for one in page.results])
        return page_answer(page, [_shape(one, request, people.get(one.pk, 0)) for one in page.results])

    @extend_schema(
        operation_id="telework_orders_create",
        parameters=[IDEMPOTENCY_KEY],
        request=NewOrderSerializer,
        responses={201: TeleworkOrderSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request) -> Response:
        """Order telework at home: at once, for every working day; people are told and desks given up."""
        _whoever_orders(request)
        asked = NewOrderSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        wish = _allowed(request, asked)
        order = order_telework(
            wish=wish,
            reason_kind=OrderReason(asked.validated_data["reason_kind"]),
            reason=asked.validated_data["reason"],
            ordered_by_id=viewer_of(request).person_id,
        )
        return _answer(request, order.pk, code=status.HTTP_201_CREATED)


class PreviewOrderView(APIView):
    """Before ordering."""

    @extend_schema(
        operation_id="telework_orders_preview",
        request=OrderPeriodSerializer,
        responses={200: OrderReachSerializer, **REFUSED},
    )
    def post(self, request: Request) -> Response:
        """Whom the order would reach, and how many desks would be given up. Writes nothing."""
        _whoever_orders(request)
        asked = OrderPeriodSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        wish = _allowed(request, asked)
        if refused := period_refused(wish.first, wish.last, clock.today()):
            raise refused
        reach = reach_of(wish, revisions())
        return Response({"people": len(reach.people), "days": len(reach.days), "desks_let_go": reach.desks_let_go})


class WithdrawOrderView(APIView):
    """One order."""

    @extend_schema(
        operation_id="telework_orders_withdraw",
        parameters=[IDEMPOTENCY_KEY],
        request=None,
        responses={200: TeleworkOrderSerializer, 404: ProblemSerializer, **REFUSED},
    )
    @idempotent
    def post(self, request: Request, id: int) -> Response:
        """Withdraw it: days that have not begun are office days again; whoever lost a desk is offered it."""
        _whoever_orders(request)
        order = orders_seen(viewer_of(request)).filter(pk=id).first() if id <= LARGEST_ID else None
        if order is None:
            raise Http404
        if not may_order(viewer_of(request), order.department):
            raise PermissionDenied
        withdraw_order(order_id=order.pk, withdrawn_by_id=viewer_of(request).person_id)
        return _answer(request, order.pk)


def _whoever_orders(request: Request) -> None:
    if viewer_of(request).roles.isdisjoint({Role.MANAGER, Role.HR, Role.CRISIS}):
        raise PermissionDenied


def _allowed(request: Request, asked: OrderPeriodSerializer) -> OrderWish:
    wish = asked.wish()
    department = None
    if wish.department_id is not None:
        department = Department.objects.filter(pk=wish.department_id).first()
        if department is None:
            raise serializers.ValidationError({"department": ["unknown"]})
    if not may_order(viewer_of(request), department):
        raise PermissionDenied
    return wish


def _answer(request: Request, order_id: int, *, code: int = status.HTTP_200_OK) -> Response:
    order = orders_seen(viewer_of(request)).get(pk=order_id)
    return Response(_shape(order, request, people_ordered([order_id]).get(order_id, 0)), status=code)


def _shape(order: TeleworkOrder, request: Request, people: int) -> dict[str, Any]:
    standing = order.withdrawn_at is None and order.last_day >= clock.today()
    return {
        "id": order.pk,
        "department": department_brief(order.department),
        "first_day": order.first_day,
        "last_day": order.last_day,
        "reason_kind": order.reason_kind,
        "reason": order.reason,
        "except_people": [person_brief(one) for one in order.except_people.all()],
        "people": people,
        "ordered_by": None if order.ordered_by is None else person_brief(order.ordered_by),
        "ordered_at": order.ordered_at,
        "withdrawn_at": order.withdrawn_at,
        "may_withdraw": standing and may_order(viewer_of(request), order.department),
    }
