"""The rules, closing days and events of the fictional hall."""

import datetime as dt

from bookings.models import BookingRule
from core import clock
from core.revision import Slow, bump
from plans.models import CityEvent, ClosingDay
from spaces.models import Area, Building

RELEASING_FLOOR = "6"
RELEASE_AFTER_MINUTES = 60
TURN_OF_THE_YEAR = ((12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3))
YEARS_AHEAD = 2
# Days from today: the first, and how many more.
EVENTS = (
    (3, 0, "総合防災訓練", "City-wide drill"),
    (9, 18, "市議会 定例会", "Session of the city council"),
    (38, 1, "新年あいさつ回り", "New year's greetings"),
)


def set_rules(building: Building) -> None:
    """One rule for everyone, and one for the areas of a floor that frees desks nobody came to."""
    BookingRule.objects.get_or_create(
        area=None,
        desk_mode="",
        department=None,
        defaults={
            "name": "予約の標準ルール",
            "name_en": "Usual booking rule",
            "owner": "庁舎管理課",
            "owner_en": "Facilities Section",
            "window_working_days": 14,
            "max_live_bookings": 10,
            "who_may_book": "own_first",
            "closed_days_bookable": False,
            "check_in_opens_minutes": 60,
            "release_after_minutes": 0,
            "undo_minutes": 15,
        },
    )
    for area in Area.objects.filter(building=building, placements__layout__floor__code=RELEASING_FLOOR).distinct():
        BookingRule.objects.get_or_create(
            area=area,
            desk_mode="",
            department=None,
            defaults={
                "name": f"{RELEASING_FLOOR}階 自動解放ルール",
                "name_en": f"Floor {RELEASING_FLOOR}: release of desks nobody came to",
                "owner": "庁舎管理課",
                "owner_en": "Facilities Section",
                "release_after_minutes": RELEASE_AFTER_MINUTES,
            },
        )
    bump(Slow.RULES)


def set_closing_days() -> None:
    """29 December to 3 January of the last year, this one and the next two."""
    this_year = clock.today().year
    ClosingDay.objects.bulk_create(
        (
            ClosingDay(day=dt.date(year, month, day), name="年末年始の閉庁日", name_en="Turn of the year")
            for year in range(this_year - 1, this_year + YEARS_AHEAD + 1)
            for month, day in TURN_OF_THE_YEAR
        ),
        ignore_conflicts=True,
    )
    bump(Slow.CALENDAR)


def set_events() -> None:
    """A drill, a session of the council and greetings, in the days and weeks to come. Again: nothing."""
    if CityEvent.objects.exists():
        return
    today = clock.today()
    CityEvent.objects.bulk_create(
        CityEvent(
            name=name,
            name_en=name_en,
            first_day=today + dt.timedelta(days=first),
            last_day=today + dt.timedelta(days=first + more),
        )
        for first, more, name, name_en in EVENTS
    )
