"""Scenarios and placements."""

from planning.models.placement import Placement
from planning.models.scenario import Scenario

__all__ = ["Placement", "Scenario"]
