"""Two workers over the same invitations and answers: over real connections each mail leaves and counts once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from bookings.models import Booking
from bookings.policies.states import BookingState
from bookings.services.booking import book_desk
from calendars.mailbox import Waiting
from calendars.models import CalendarChoices, Invitation, ReadReply
from calendars.policies.answers import Outcome
from calendars.services.answering import hear_once
from calendars.services.inviting import look_at
from calendars.services.mailing import send_due_invitations
from core import clock
from integrations.mail.memory import MemoryPost

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning", "mail_is_set"),
]

MISAKI = "agatsuma@city.example.jp"


@pytest.fixture
def mail_is_set(settings):
    settings.MAIL = {"sender": "kyoseki@city.example"}
    settings.REPLIES = {"address": "answers@city.example", "authserv": ""}


@pytest.fixture
def booking(hall, between):
    CalendarChoices.objects.create(person=hall.people["agatsuma"], by_mail=True, changed_at=clock.now())
    return book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00")
    ).pk


def at_once(*acts):
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def test_looked_at_and_sent_by_several_an_invitation_leaves_once(hall, booking):
    person, post = hall.person("agatsuma"), MemoryPost()
    at_once(*[lambda: look_at([person])] * 4)
    assert Invitation.objects.count() == 1
    assert sum(at_once(*[lambda: send_due_invitations(post)] * 4)) == 1
    assert len(post.letters) == 1


def test_a_mail_heard_by_several_releases_once(hall, booking):
    look_at([hall.person("agatsuma")])
    send_due_invitations(MemoryPost())
    invitation = Invitation.objects.get()
    lines = [
        *(f"From: {MISAKI}", "Message-ID: <1@city.example>", "Content-Type: text/calendar; method=REPLY", ""),
        *("BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT", f"UID:{invitation.uid}", "SEQUENCE:0"),
        *(f"ATTENDEE;PARTSTAT=DECLINED:mailto:{MISAKI}", "END:VEVENT", "END:VCALENDAR", ""),
    ]
    content = "\r\n".join(lines).encode()
    outcomes = at_once(*[lambda: hear_once(Waiting(1, len(content), content, whole=True))] * 4)
    assert outcomes == [Outcome.RELEASED] * 4
    assert (ReadReply.objects.count(), Booking.objects.get(pk=booking).state) == (1, BookingState.CANCELLED)
