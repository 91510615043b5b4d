"""`/webhooks/deliveries/`: what was sent, or is to be, for IT."""

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from core.answers import ProblemSerializer
from core.fields import LARGEST_ID
from core.paged import PAGE_PARAMETERS, page_answer, page_of
from core.pagination import page_wanted, paged
from webhooks.api.shapes import (
    DeliveriesQuerySerializer,
    DeliverySerializer,
    DeliveryWithBodySerializer,
    delivery_shape,
)
from webhooks.api.webhooks import READ, ForIT
from webhooks.models import Delivery
from webhooks.selectors.deliveries import DeliveryPages, delivery_at
from webhooks.services.replaying import replay


class DeliveriesView(ForIT):
    """Deliveries of the last 30 days."""

    @extend_schema(
        operation_id="webhooks_deliveries_list",
        parameters=[DeliveriesQuerySerializer, *PAGE_PARAMETERS],
        responses={200: page_of(DeliverySerializer), 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """The newest first, of all webhooks or of one, in all states or in one."""
        query = DeliveriesQuerySerializer(data=request.query_params)
        query.is_valid(raise_exception=True)
        pages = DeliveryPages(**query.validated_data)
        page = paged(page_wanted(request, (int,)), pages.fetch, pages.key)
        return page_answer(page, [delivery_shape(one) for one in page.results])


class DeliveryView(ForIT):
    """One delivery."""

    @extend_schema(operation_id="webhooks_deliveries_retrieve", responses={200: DeliveryWithBodySerializer, **READ})
    def get(self, _request: Request, id: int) -> Response:
        """The delivery with what is posted."""
        delivery = _at(id)
        return Response({**delivery_shape(delivery), "body": delivery.body})


class ReplayDeliveryView(ForIT):
    """One delivery, again."""

    @extend_schema(
        operation_id="webhooks_deliveries_replay",
        request=None,
        responses={200: DeliverySerializer, **READ, 409: ProblemSerializer},
    )
    def post(self, _request: Request, id: int) -> Response:
        """Send it again, whatever became of it: under the same ids, so that the receiver knows it again."""
        replay(delivery_id=_at(id).pk)
        return Response(delivery_shape(_at(id)))


def _at(id: int) -> Delivery:
    found = delivery_at(id) if id <= LARGEST_ID else None
    if found is None:
        raise Http404
    return found
