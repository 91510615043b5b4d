"""The one clock: every "now" and every "today" of the product is read here, so that tests can move it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from core.interval import Interval


def city_zone() -> ZoneInfo:
    """The city's time zone (setting TIME_ZONE, Asia/Tokyo by default)."""
    return ZoneInfo(settings.TIME_ZONE)


def now() -> datetime:
    """This instant, aware, in UTC."""
    return timezone.now().astimezone(UTC)


def this_minute() -> datetime:
    """This instant cut down to the minute: the grain in which a stretch may begin or end "now"."""
    return now().replace(second=0, microsecond=0)


def today() -> date:
    """The city's day at this instant."""
    return city_day(now())


def city_day(instant: datetime) -> date:
    """The city's day on which `instant` (aware) falls; 23:30 UTC is tomorrow in Tokyo."""
    return instant.astimezone(city_zone()).date()


def at(day: date, clock_time: time) -> datetime:
    """The instant at which the city's clocks show `clock_time` on `day`; 24:00 is not a clock time, use `day_end`."""
    return datetime.combine(day, clock_time, tzinfo=city_zone())


def day_start(day: date) -> datetime:
    """Midnight at the beginning of the city's `day`."""
    return at(day, time.min)


def day_end(day: date) -> datetime:
    """Midnight at the end of the city's `day`, which no longer belongs to it."""
    return day_start(day + timedelta(days=1))


def in_city(during: Interval) -> Interval:
    """The same stretch, its instants in the city's zone: their clock times and dates are the city's."""
    return Interval(during.start.astimezone(city_zone()), during.end.astimezone(city_zone()))
