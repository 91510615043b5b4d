"""`/planning/forecast/`: who is expected on floors in the next ten working days, and how wrong that has been."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.answers import ProblemSerializer
from core.etag import etag_of, not_modified, polled_headers, unchanged
from planning.api.desks_needed import PLANS
from planning.api.forecast_answers import ForecastSerializer, OfBuildingSerializer
from planning.policies.forecast import Errors
from planning.services.forecasting import FloorExpected, Forecast, forecast
from spaces.selectors.floors import buildings

DIGITS = 4
COUNTS = {"gate": "people", "check_in": "desks"}


class ForecastView(APIView):
    """The forecast."""

    permission_classes = [PLANS]

    @extend_schema(
        operation_id="planning_forecast_retrieve",
        parameters=[OfBuildingSerializer],
        responses={200: ForecastSerializer, 304: None, 400: ProblemSerializer, 403: ProblemSerializer},
    )
    def get(self, request: Request) -> Response:
        """Floors day by day with what naive would say, and the error of both on weeks that were held back.

        Worked out anew when facts, places, people or the day have changed. Has an ETag.
        """
        asked = OfBuildingSerializer(data=request.query_params)
        asked.is_valid(raise_exception=True)
        building: int | None = asked.validated_data.get("building")
        if building is not None and building not in {one.id for one in buildings()}:
            raise serializers.ValidationError({"building": ["unknown"]})
        found = forecast()
        etag = etag_of("forecast", found.stands_on, building)
        if unchanged(request, etag):
            return not_modified(etag)
        return Response(forecast_shape(found, building), headers=polled_headers(etag))


def forecast_shape(found: Forecast, building_id: int | None) -> dict[str, Any]:
    """A Forecast of one building, or of all."""
    error, past = found.error, found.history_days
    days = [
        {"day": day, "floors": [_floor(one) for one in floors if building_id in (None, one.building_id)]}
        for day, floors in found.days
    ]
    return {
        "source": found.source,
        "counts": None if found.source is None else COUNTS[found.source],
        "history_from": past[0] if past else None,
        "history_to": past[-1] if past else None,
        "history_days": len(past),
        "weight_of_plans": 0.0 if error is None else error.weight,
        "days": days,
        "error": {
            "held_back_weeks": 0 if error is None else error.weeks,
            "days": 0 if error is None else error.days,
            "ours": None if error is None else _errors(error.ours),
            "naive": None if error is None else _errors(error.naive),
            "better": None if error is None else _better(error.ours, error.naive),
        },
        "why_not": found.why_not,
        "facts_version": found.facts_version,
    }


def _floor(one: FloorExpected) -> dict[str, Any]:
    return {
        "floor": {"id": one.floor_id, "code": one.code, "name": one.name},
        "expected": one.expected,
        "low": one.low,
        "high": one.high,
        "in_service": one.in_service,
        "naive": one.naive,
        "booked": one.booked,
    }


def _errors(errors: Errors | None) -> dict[str, float] | None:
    return None if errors is None else {"mae": round(errors.mae, DIGITS), "wape": round(errors.wape, 6)}


def _better(ours: Errors | None, naive: Errors | None) -> str | None:
    if ours is None or naive is None:
        return None
    if round(ours.mae, DIGITS) == round(naive.mae, DIGITS):
        return "same"
    return "ours" if ours.mae < naive.mae else "naive"
