"""A desk that was given up can be had back once what it was given up for is over, if it is still free."""

import pytest

from attendance.services.offering_back import offer_desks_back, wants_desk_back
from audit.models import Event
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

BACK = "/api/v1/attendance/me/desks-back/"


@pytest.fixture
def say(as_person):
    def said(place, *halves):
        words = {half: {"place": place} for half in halves}
        return as_person("agatsuma").put(f"/api/v1/attendance/me/{TUESDAY}/", {**words, "let_go": True}, format="json")

    return said


def desks(client):
    found = client.get(BACK, {"day": TUESDAY}).json()["desks"]
    return [(one["desk"]["code"], one["start"][11:16], one["end"][11:16]) for one in found]


@pytest.mark.parametrize(
    ("halves", "back"),
    [
        (["am", "pm"], ("06A-001", "08:30", "17:15")),
        (["am"], ("06A-001", "08:30", "12:00")),
        (["pm"], ("06A-001", "13:00", "17:15")),
    ],
)
def test_the_desk_given_up_for_a_leave_is_free_to_be_had_again(hall, as_person, book, say, halves, back):
    me = as_person("agatsuma")
    book("agatsuma", "06A-001")
    say("leave", *halves)
    assert desks(me) == []
    say("usual", *halves)
    assert desks(me) == [back]
    event = Event.objects.filter(kind="own_plan.withdrawn").latest("pk")
    assert wants_desk_back(event)
    offer_desks_back(event)
    offer_desks_back(event)
    offered = Event.objects.get(kind="attendance.desk_offered")
    assert (offered.after or {})["desk_code"] == "06A-001"


def test_a_desk_that_somebody_took_meanwhile_is_gone(hall, as_person, book, say):
    book("agatsuma", "06A-001")
    say("leave", "am", "pm")
    book("kudo", "06A-001", "13:00", "17:15")
    say("usual", "am", "pm")
    assert desks(as_person("agatsuma")) == []


def test_a_desk_given_up_by_oneself_is_not_offered(hall, as_person, book):
    booking = book("agatsuma", "06A-001")
    me = as_person("agatsuma")
    me.post(f"/api/v1/bookings/{booking.pk}/cancel/")
    assert desks(me) == []


def test_a_word_displaced_by_a_desk_offers_nothing(hall, as_person, book, say):
    say("office", "am")
    book("agatsuma", "06A-001")
    event = Event.objects.filter(kind="own_plan.withdrawn").latest("pk")
    assert not wants_desk_back(event)
