"""What people hear of their linked calendars."""

from collections.abc import Sequence

from notifications.policies.groups import NoticeGroup
from notifications.policies.happened import says
from notifications.policies.kind import NoticeKind

CALENDARS = "/calendar"
PLAN = "/plan"
MENDED = frozenset({"calendar.resumed", "calendar.ended"})
PROPOSED = "calendar.proposed"


CALENDAR_KINDS: Sequence[NoticeKind] = (
    NoticeKind(
        "calendar_wants_password",
        "calendar.paused",
        NoticeGroup.BOOKINGS,
        (),
        CALENDARS,
        when=says("trouble", "password"),
        tells_actor=True,
        settled_by=MENDED,
    ),
    NoticeKind(
        "calendar_gone",
        "calendar.paused",
        NoticeGroup.BOOKINGS,
        (),
        CALENDARS,
        when=says("trouble", "calendar_gone"),
        tells_actor=True,
        settled_by=MENDED,
    ),
    NoticeKind(
        "calendar_full",
        "calendar.paused",
        NoticeGroup.BOOKINGS,
        (),
        CALENDARS,
        when=says("trouble", "quota"),
        tells_actor=True,
        settled_by=MENDED,
    ),
    NoticeKind(
        "calendar_paused",
        "calendar.paused",
        NoticeGroup.BOOKINGS,
        (),
        CALENDARS,
        tells_actor=True,
        settled_by=MENDED,
    ),
    NoticeKind(
        "calendar_decline_refused", "calendar.decline_refused", NoticeGroup.BOOKINGS, ("day",), PLAN, tells_actor=True
    ),
    NoticeKind(
        "calendar_proposed",
        PROPOSED,
        NoticeGroup.BOOKINGS,
        ("days_count", "days_first", "days_last"),
        PLAN,
        tells_actor=True,
        replaces=frozenset({PROPOSED}),
    ),
    NoticeKind("calendar_declined", "calendar.declined", NoticeGroup.BOOKINGS, ("day",), PLAN, tells_actor=True),
    NoticeKind("calendar_silent", "calendar.silent_day", NoticeGroup.BOOKINGS, ("since",), CALENDARS, tells_actor=True),
)
