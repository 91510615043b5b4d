"""Tables of the ledger, of the city's calendar, and of what people say of their own days."""

from plans.models.calendar import ONE_TEAM_DAY_A_DAY, CityEvent, ClosingDay, TeamDay
from plans.models.ledger import ONE_PLACE_AT_A_TIME, AttendancePlan
from plans.models.places import Place
from plans.models.week import ONE_SHIFT_A_DAY, ONE_WEEK_FROM_A_DAY, DayShift, OwnPlan, WeeklyPattern

__all__ = [
    "ONE_PLACE_AT_A_TIME",
    "ONE_SHIFT_A_DAY",
    "ONE_TEAM_DAY_A_DAY",
    "ONE_WEEK_FROM_A_DAY",
    "AttendancePlan",
    "CityEvent",
    "ClosingDay",
    "DayShift",
    "OwnPlan",
    "Place",
    "TeamDay",
    "WeeklyPattern",
]
