"""Feeds, linked calendars, what was sent to them, and what they propose."""

from calendars.models.choices import CalendarChoices
from calendars.models.city import CityCalendar
from calendars.models.feed import ONE_LIVE_FEED, Feed
from calendars.models.invitation import Invitation, ReadReply
from calendars.models.link import CalendarLink, SilentServer
from calendars.models.proposal import ONE_PROPOSAL_A_DAY, Proposal, SeenResource, SeenStretch
from calendars.models.sent import ONE_EVENT_A_UID, SentEvent

__all__ = [
    "ONE_EVENT_A_UID",
    "ONE_LIVE_FEED",
    "ONE_PROPOSAL_A_DAY",
    "CalendarChoices",
    "CalendarLink",
    "CityCalendar",
    "Feed",
    "Invitation",
    "Proposal",
    "ReadReply",
    "SeenResource",
    "SeenStretch",
    "SentEvent",
    "SilentServer",
]
