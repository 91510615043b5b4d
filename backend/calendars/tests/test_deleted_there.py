"""Events of ours that are deleted, moved or back in the linked calendar."""

from datetime import timedelta

import pytest

from attendance.services.my_days import plan_own_day
from bookings.models import Booking
from bookings.services.booking import book_desk, cancel_booking
from calendars.models import Proposal, SentEvent
from calendars.services.accepting import accept
from calendars.services.bringing_up import bring_up
from calendars.services.dismissing import dismiss
from calendars.services.proposing import work_out
from integrations.calendar.port import Trouble
from plans.models import OwnPlan
from plans.policies.own_days import Wish, Word
from telework.models import TeleworkRequest
from telework.tests.asking import asked, register_everybody
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

WEDNESDAY = MONDAY + timedelta(days=2)


@pytest.fixture
def sending(hall, linked, between):
    """A calendar into which so many desks were written, on one working day after the other."""

    def sent(count=1, **more):
        mine = linked(sends=True, **more)
        days = [day for day in (TUESDAY + timedelta(days=n) for n in range(count + 6)) if day.weekday() < 5][:count]
        for day in days:
            book_desk(
                person_id=hall.person("agatsuma"),
                desk_id=hall.desk("06A-001"),
                during=between("8:30", "17:15", day=day),
            )
        bring_up(link_id=mine.link.pk)
        mine.read()
        assert len(mine.calendar.texts()) == count
        return mine

    return sent


def states():
    return [one.state for one in Booking.objects.order_by("day")]


def delete(mine, count=1):
    for href in list(mine.calendar.texts())[:count]:
        mine.calendar.delete(href)
    return mine.read()


def test_a_deleted_event_asks_whether_to_release_the_desk(sending):
    mine = delete(sending())
    assert mine.proposals() == [("12-01", "full", "release")]
    assert SentEvent.objects.get().state == "deleted_there"
    bring_up(link_id=mine.link.pk)
    assert mine.calendar.texts() == {}, "it is not put back unasked"
    accept(proposal_id=mine.one().pk)
    assert states() == ["cancelled"]


def test_a_desk_that_is_kept_is_asked_about_no_more(sending):
    mine = delete(sending())
    dismiss(proposal_id=mine.one().pk)
    mine.calendar.forget_changes()
    mine.read()
    assert (mine.proposals(), states()) == ([], ["booked"])


def test_who_chose_so_releases_by_deleting(sending):
    mine = delete(sending(on_deleted="release"))
    assert states() == ["cancelled"]
    assert mine.one("accepted").automatic


def test_who_chose_so_finds_it_put_back(sending):
    mine = delete(sending(on_deleted="put_back"))
    assert mine.proposals() == []
    bring_up(link_id=mine.link.pk)
    assert len(mine.calendar.texts()) == 1
    mine.read()
    assert mine.proposals() == []


@pytest.mark.parametrize("choice", ["release", "put_back"])
def test_many_at_once_are_always_asked_about(sending, choice):
    mine = delete(sending(6, on_deleted=choice), 6)
    assert len(mine.proposals()) == 6
    assert set(states()) == {"booked"}
    assert {one.refused for one in Proposal.objects.all()} == {"many_deleted"}


def test_a_calendar_that_is_gone_releases_nothing(sending):
    mine = sending(on_deleted="release")
    mine.calendar.trouble = Trouble.CALENDAR_GONE
    mine.read()
    assert (mine.link.state, states(), mine.proposals()) == ("paused", ["booked"], [])


def test_an_event_that_was_moved_there_is_written_as_it_is(sending):
    mine = sending()
    (href,) = mine.calendar.texts()
    was = mine.calendar.text(href)
    moved = was.replace("T083000", "T100000")
    assert moved != was
    mine.calendar.edit(href, moved.replace("\n", "\r\n"))
    mine.read()
    bring_up(link_id=mine.link.pk)
    assert "T083000" in mine.calendar.text(href)
    assert mine.proposals() == []


@pytest.mark.parametrize("day", ["20260901", "20270601"])
def test_an_event_that_was_moved_out_of_sight_is_written_as_it_is(sending, day):
    mine = sending()
    (href,) = mine.calendar.texts()
    was = mine.calendar.text(href)
    mine.calendar.edit(href, was.replace("20261201T", f"{day}T").replace("\n", "\r\n"))
    mine.read()
    bring_up(link_id=mine.link.pk)
    assert mine.calendar.text(href) == was
    asked_before = mine.read().calendar.asked
    bring_up(link_id=mine.link.pk)
    assert (mine.calendar.asked, mine.proposals()) == (asked_before, [])


def test_a_calendar_that_lost_everything_releases_nothing_unasked(sending):
    mine = sending(2, on_deleted="release")
    mine.calendar.forget_changes()
    delete(mine, 2)
    assert states() == ["booked", "booked"]
    assert {one.refused for one in Proposal.objects.all()} == {"many_deleted"}


def test_what_was_added_to_it_stays_and_nothing_is_written(sending):
    mine = sending()
    (href,) = mine.calendar.texts()
    noted = mine.calendar.text(href).replace("END:VEVENT", "DESCRIPTION:傘\nEND:VEVENT").replace("\n", "\r\n")
    mine.calendar.edit(href, noted)
    mine.read()
    digest = SentEvent.objects.get().digest
    asked = mine.calendar.asked
    bring_up(link_id=mine.link.pk)
    assert digest
    assert mine.calendar.asked == asked
    assert "傘" in mine.calendar.text(href)


def test_an_event_that_is_back_is_asked_about_no_more(sending):
    mine = sending()
    (href,) = mine.calendar.texts()
    text = mine.calendar.text(href).replace("\n", "\r\n")
    delete(mine)
    mine.calendar.edit(href, text)
    mine.read()
    assert mine.proposals() == []
    assert SentEvent.objects.get().state == "stored"


def test_a_desk_that_was_given_up_otherwise_is_asked_about_no_more(hall, sending):
    mine = delete(sending())
    cancel_booking(booking_id=Booking.objects.get().pk)
    work_out(person_id=hall.person("agatsuma"))
    assert mine.proposals() == []


def test_deleted_telework_and_plans_are_given_up_each_by_its_own_way(hall, linked):
    register_everybody(hall)
    mine = linked(sends=True)
    asked(hall, "agatsuma", WEDNESDAY)
    plan_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, am=Word(Wish.LEAVE))
    bring_up(link_id=mine.link.pk)
    mine.read()
    delete(mine, 2)
    assert mine.proposals() == [("12-01", "am", "release"), ("12-02", "full", "release")]
    for one in list(Proposal.objects.all()):
        accept(proposal_id=one.pk)
    assert TeleworkRequest.objects.get().state == "withdrawn"
    assert not OwnPlan.objects.filter(withdrawn_at=None).exists()
