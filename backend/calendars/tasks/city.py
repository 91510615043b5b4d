"""What the worker for other people's servers does about the city's own calendar."""

import logging

from procrastinate.contrib.django import app

from audit.context import acting_as
from calendars.services.city_calendars import WHOLE_ON_WEEKDAY, due_city_calendars, read_city_calendar
from core import clock
from core.queues import OUTSIDE
from core.refused import Refused

logger = logging.getLogger(__name__)


@app.periodic(cron="41 * * * *")
@app.task(name="calendars.read_city_calendars", queue=OUTSIDE, queueing_lock="calendars.read_city_calendars")
def read_city_calendars(timestamp: int) -> None:
    """Every hour: read the addresses that were not read for a day, and those that were in trouble."""
    whole = clock.today().weekday() == WHOLE_ON_WEEKDAY
    for calendar_id in due_city_calendars():
        with acting_as(actor_name="city calendar", request_id=f"city-calendar-{timestamp}"):
            try:
                read_city_calendar(calendar_id=calendar_id, whole=whole)
            except Refused as refused:
                logger.warning("city calendar %s: %s %s", calendar_id, refused.code, refused.facts)
