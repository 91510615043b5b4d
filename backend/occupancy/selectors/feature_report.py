"""Desks by what they have."""

from typing import Any

from occupancy.policies.figures import share_of
from occupancy.policies.sources import PlaceKind
from occupancy.selectors.desk_use import placed_use, tells_of_desks
from occupancy.selectors.report_days import ReportDays, report_days
from occupancy.selectors.report_scope import scope_of
from occupancy.selectors.reported import Reported
from spaces.models import DeskPlacement, Feature

NONE = "none"


def features_report(reported: Reported) -> dict[str, Any]:
    """`{scope, rows}`: shared desks with each feature, by the layout of each day, beside those without it."""
    days = report_days(reported.period)
    tells = len(days) and reported.place.kind is not PlaceKind.DEPARTMENT and tells_of_desks(reported.source)
    return {"scope": scope_of(reported, days), "rows": _rows(reported, days) if tells else []}


def _rows(reported: Reported, days: ReportDays) -> list[dict[str, Any]]:
    uses = placed_use(reported.place, days, reported.source)
    layouts = {one.layout_id for one in uses}
    placed = DeskPlacement.objects.filter(layout__in=layouts).values_list("layout", "desk", "features")
    features_of = {(layout, desk): frozenset(features) for layout, desk, features in placed}
    rows = []
    for feature in (*Feature.values, NONE):
        having = [one for one in uses if _has(feature, features_of.get((one.layout_id, one.desk_id), frozenset()))]
        service, used = sum(one.service_slots for one in having), sum(one.used_slots for one in having)
        all_service, all_used = sum(one.service_slots for one in uses), sum(one.used_slots for one in uses)
        rows.append(
            {
                "feature": feature,
                "desks": len({one.desk_id for one in having}),
                "average_utilisation": share_of(used, service),
                "others": share_of(all_used - used, all_service - service),
            }
        )
    return rows


def _has(feature: str, features: frozenset[str]) -> bool:
    return feature in features or (feature == NONE and not features)
