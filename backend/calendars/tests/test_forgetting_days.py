"""What was written into calendars about days that were long ago."""

import pytest

from calendars.models import CalendarLink, SentEvent
from calendars.services.forgetting_days import forget_day
from tests.fixtures.cast import MONDAY, TUESDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def test_notes_of_what_was_sent_go_with_their_day_and_the_link_stays(hall):
    link = CalendarLink.objects.create(
        person=hall.people["agatsuma"],
        kind="caldav",
        address="https://calendar.example/",
        host="calendar.example:443",
        calendar="https://calendar.example/agatsuma/",
        sends=True,
        takes_in=False,
        created_at=at("8:00"),
    )
    for day in (MONDAY, TUESDAY):
        SentEvent.objects.create(
            link=link,
            uid=f"{day}@kyoseki",
            href=f"/agatsuma/{day}.ics",
            digest="0" * 64,
            holder_kind="booking",
            holder_id=1,
            day=day,
            sent_at=at("8:00"),
        )
    assert forget_day(MONDAY) == 1
    assert list(SentEvent.objects.values_list("day", flat=True)) == [TUESDAY]
    assert forget_day(MONDAY) == 0
    assert CalendarLink.objects.get().ended_at is None
