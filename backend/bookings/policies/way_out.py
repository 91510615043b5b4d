"""What a person can do about each refusal of a desk."""

from collections.abc import Mapping
from enum import StrEnum

from bookings.policies.refusals import BookingRefusal


class WayOut(StrEnum):
    """The next step that is most likely to help."""

    ANOTHER_DESK = "another_desk"
    ANOTHER_TIME = "another_time"
    ANOTHER_DAY = "another_day"
    SHORTER = "shorter"
    LATER = "later"
    GIVE_UP_ONE = "give_up_one"
    CHANGE_THAT_BOOKING = "change_that_booking"
    CHANGE_THE_PLAN = "change_the_plan"
    SIT_DOWN = "sit_down"
    ASK_HOLDER = "ask_holder"
    NEARER_AREA = "nearer_area"


WAY_OUT: Mapping[str, WayOut] = {
    BookingRefusal.DESK_TAKEN: WayOut.ANOTHER_DESK,
    BookingRefusal.DESK_UNAVAILABLE: WayOut.ANOTHER_DESK,
    BookingRefusal.DESK_NOT_IN_LAYOUT: WayOut.ANOTHER_DESK,
    BookingRefusal.CLOSED: WayOut.ANOTHER_DESK,
    BookingRefusal.AREA_NOT_YOURS: WayOut.NEARER_AREA,
    BookingRefusal.OWN_AREA_HAS_ROOM: WayOut.NEARER_AREA,
    BookingRefusal.DROP_IN_ONLY_NOW: WayOut.SIT_DOWN,
    BookingRefusal.ASSIGNED_TO_ANOTHER: WayOut.ASK_HOLDER,
    BookingRefusal.IN_THE_PAST: WayOut.ANOTHER_TIME,
    BookingRefusal.OUTSIDE_HOURS: WayOut.ANOTHER_TIME,
    BookingRefusal.NOT_IN_STEPS: WayOut.ANOTHER_TIME,
    BookingRefusal.CROSSES_MIDNIGHT: WayOut.ANOTHER_TIME,
    BookingRefusal.NOT_A_WORKING_DAY: WayOut.ANOTHER_DAY,
    BookingRefusal.NOT_DURING_VISIT: WayOut.ANOTHER_DAY,
    BookingRefusal.BEYOND_WINDOW: WayOut.LATER,
    BookingRefusal.BEYOND_SERIES_WINDOW: WayOut.LATER,
    BookingRefusal.NO_SHOW_LIMITED: WayOut.LATER,
    BookingRefusal.TOO_LONG: WayOut.SHORTER,
    BookingRefusal.QUOTA_REACHED: WayOut.GIVE_UP_ONE,
    BookingRefusal.SERIES_DATES_REACHED: WayOut.GIVE_UP_ONE,
    "already_booked": WayOut.CHANGE_THAT_BOOKING,
    "in_another_place": WayOut.CHANGE_THE_PLAN,
}
