"""What belongs into a linked calendar gets there, moves and vanishes; on a real Radicale."""

import pytest

from bookings.services.booking import cancel_booking, change_booking
from calendars.models import SentEvent
from calendars.policies.choices import OnDeleted, SentState, Titles
from calendars.services.bringing_up import bring_up
from calendars.services.choosing import change_choices
from calendars.services.clearing import clear_out
from calendars.services.deferring import BRING_UP
from calendars.services.links import change_link, end_link
from calendars.tasks.sending import bring_calendar_up
from calendars.tests.linked import books, brought_up, forget_jobs, jobs, linked, loopback_allowed
from core.interval import Interval
from tests.factories.hall import city_time
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning", "_loopback")]


@pytest.fixture
def _loopback():
    with loopback_allowed():
        yield


def test_a_booking_appears_moves_and_vanishes(hall, radicale):
    link = linked(hall, radicale)
    booking = books(hall)

    link = brought_up(link)
    (href,) = radicale.hrefs()
    assert "SUMMARY:席 06A-001" in radicale.text(href)
    assert "DTSTART;TZID=Asia/Tokyo:20261201T083000" in radicale.text(href)
    assert (link.waiting, link.waiting_since, link.sent_at is not None) == (0, None, True)

    noon = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "12:00"))
    change_booking(booking_id=booking.pk, during=noon)
    brought_up(link)
    assert radicale.hrefs() == [href]
    assert "DTEND;TZID=Asia/Tokyo:20261201T120000" in radicale.text(href)

    cancel_booking(booking_id=booking.pk)
    brought_up(link)
    assert radicale.hrefs() == []
    assert not SentEvent.objects.exists()


def test_what_is_there_already_is_not_written_again(hall, radicale):
    link = linked(hall, radicale)
    books(hall)
    brought_up(link)
    tags = radicale.etags()

    brought_up(link)

    assert radicale.etags() == tags


def test_what_the_person_added_is_kept(hall, radicale):
    link = linked(hall, radicale)
    booking = books(hall)
    brought_up(link)
    (href,) = radicale.hrefs()
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:でかける\nTRIGGER:-PT30M\nEND:VALARM\n"
    added = radicale.text(href).replace("END:VEVENT", f"DESCRIPTION:傘\n{alarm}END:VEVENT")
    radicale.edit(href, added)

    noon = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "12:00"))
    change_booking(booking_id=booking.pk, during=noon)
    brought_up(link)

    text = radicale.text(href)
    assert "DTEND;TZID=Asia/Tokyo:20261201T120000" in text
    assert "DESCRIPTION:傘" in text
    assert "TRIGGER:-PT30M" in text


def test_an_event_that_the_person_deleted_is_not_put_back(hall, radicale):
    link = linked(hall, radicale)
    booking = books(hall)
    brought_up(link)
    radicale.delete(radicale.hrefs()[0])

    noon = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "12:00"))
    change_booking(booking_id=booking.pk, during=noon)
    link = brought_up(link)

    assert radicale.hrefs() == []
    assert SentEvent.objects.get().state == SentState.DELETED_THERE
    assert brought_up(link).waiting == 0
    cancel_booking(booking_id=booking.pk)
    brought_up(link)
    assert not SentEvent.objects.exists(), "it is forgotten once it does not belong there any more"


def test_an_event_that_the_person_deleted_is_put_back_where_they_chose_so(hall, radicale):
    link = linked(hall, radicale, on_deleted=OnDeleted.PUT_BACK)
    booking = books(hall)
    brought_up(link)
    radicale.delete(radicale.hrefs()[0])

    noon = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "12:00"))
    change_booking(booking_id=booking.pk, during=noon)
    brought_up(link)

    assert "T120000" in radicale.text(radicale.hrefs()[0])


def test_other_choices_are_followed(hall, radicale):
    link = linked(hall, radicale)
    books(hall)
    brought_up(link)

    change_choices(person_id=hall.person("agatsuma"), titles=Titles.BUSY)
    brought_up(link)

    text = radicale.text(radicale.hrefs()[0])
    assert "SUMMARY:予定あり" in text
    assert "06A-001" not in text


def test_one_turn_does_so_much_and_the_next_goes_on(hall, radicale, monkeypatch):
    monkeypatch.setattr("calendars.services.bringing_up.STEPS_AT_ONCE", 1)
    link = linked(hall, radicale)
    books(hall, hours="8:30-12:00")
    books(hall, hours="13:00-17:15")

    assert bring_up(link_id=link.pk) == 1
    assert len(radicale.hrefs()) == 1
    assert bring_up(link_id=link.pk) == 0
    assert len(radicale.hrefs()) == 2


def test_who_stops_sending_has_our_events_taken_away(hall, radicale):
    link = linked(hall, radicale, takes_in=True)
    books(hall)
    brought_up(link)
    radicale.put(
        "own.ics",
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//EN\nBEGIN:VEVENT\nUID:own\n"
        "DTSTAMP:20261101T000000Z\nDTSTART:20261201T000000Z\nEND:VEVENT\nEND:VCALENDAR\n",
    )

    change_link(link=link, wanted={"sends": False})
    brought_up(link)

    (left,) = radicale.hrefs()
    assert left.endswith("own.ics")


@pytest.mark.parametrize("keep", [True, False])
def test_a_link_ends_with_or_without_our_events(hall, radicale, keep):
    link = linked(hall, radicale)
    books(hall)
    brought_up(link)

    end_link(link=link, keep=keep)
    clear_out(link_id=link.pk)

    assert len(radicale.hrefs()) == (1 if keep else 0)
    link.refresh_from_db()
    assert link.sealed_password is None
    assert bring_up(link_id=link.pk) == 0


def test_what_is_much_for_one_calendar_comes_after_what_single_people_wait_for(hall, radicale, monkeypatch):
    monkeypatch.setattr("calendars.tasks.sending.FEW", 1)
    link = linked(hall, radicale)
    books(hall, hours="8:30-12:00")
    bring_calendar_up(link_id=link.pk)
    assert len(radicale.hrefs()) == 1, "little is written at once"
    forget_jobs()

    books(hall, desk="06A-002", hours="13:00-15:00")
    books(hall, desk="06A-003", hours="15:00-17:15")
    bring_calendar_up(link_id=link.pk)

    assert len(radicale.hrefs()) == 1
    assert jobs(BRING_UP) == [link.pk], "it waits behind"
    bring_calendar_up(link_id=link.pk, behind=True)
    assert len(radicale.hrefs()) == 3
