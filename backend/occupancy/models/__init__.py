"""Facts of past days, and what people and sensors counted."""

from occupancy.models.counted import FloorCount, SensorSlot
from occupancy.models.day import OccupancyDay
from occupancy.models.demand import DemandDay
from occupancy.models.departments import DepartmentDay
from occupancy.models.desks import DeskDay
from occupancy.models.floors import FloorPresence
from occupancy.models.places import PlaceDay
from occupancy.models.subscription import ReportSubscription

__all__ = [
    "DemandDay",
    "DepartmentDay",
    "DeskDay",
    "FloorCount",
    "FloorPresence",
    "OccupancyDay",
    "PlaceDay",
    "ReportSubscription",
    "SensorSlot",
]
