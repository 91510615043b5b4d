"""Tables of telework."""

from telework.models.order import TeleworkOrder
from telework.models.registration import ONE_REGISTRATION_A_YEAR, Registration
from telework.models.request import ONE_REQUEST_AT_A_TIME, TeleworkRequest
from telework.models.rule import ONE_RULE_PER_DEPARTMENT, TeleworkRule
from telework.models.work import ONE_LOG_PER_STRETCH, ONE_OPEN_STRETCH, DeviceLog, WorkReport, WorkStretch

__all__ = [
    "ONE_LOG_PER_STRETCH",
    "ONE_OPEN_STRETCH",
    "ONE_REGISTRATION_A_YEAR",
    "ONE_REQUEST_AT_A_TIME",
    "ONE_RULE_PER_DEPARTMENT",
    "DeviceLog",
    "Registration",
    "TeleworkOrder",
    "TeleworkRequest",
    "TeleworkRule",
    "WorkReport",
    "WorkStretch",
]
