"""Addresses of what is answered and kept about desks needed."""

from django.urls import path

from planning.api.desks_needed import DesksNeededView
from planning.api.forecast import ForecastView
from planning.api.recorded_days import RecordedDaysView
from planning.api.scenarios import ScenarioAnswerView, ScenarioExportView, ScenariosView, ScenarioView

need_urls = [
    path("occupancy/desks-needed/", DesksNeededView.as_view(), name="desks-needed"),
    path("planning/forecast/", ForecastView.as_view(), name="forecast"),
    path("planning/recorded-days/", RecordedDaysView.as_view(), name="recorded-days"),
    path("planning/scenarios/", ScenariosView.as_view(), name="scenarios"),
    path("planning/scenarios/export/", ScenarioExportView.as_view(), name="scenarios-export"),
    path("planning/scenarios/<int:id>/", ScenarioView.as_view(), name="scenario"),
    path("planning/scenarios/<int:id>/answer/", ScenarioAnswerView.as_view(), name="scenario-answer"),
]
