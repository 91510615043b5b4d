"""Answers to invitations: what they release, and all that releases nothing."""

from email.message import EmailMessage
from uuid import uuid4

import pytest

from audit.models import Event
from bookings.models import Booking
from bookings.policies.states import BookingState
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.presence import check_in
from calendars.mailbox import Drawer, Waiting
from calendars.models import CalendarChoices, Invitation, ReadReply
from calendars.policies.answers import Outcome, is_vouched_for
from calendars.services.answering import hear_once, read_answers
from calendars.services.inviting import look_at
from calendars.services.mailing import send_due_invitations
from core import clock
from integrations.mail.memory import MemoryPost
from integrations.mailbox.imap import ImapMailbox
from integrations.mailbox.memory import MemoryMailbox
from telework.models import TeleworkRequest
from telework.policies.states import RequestAction
from telework.services.deciding import Chosen, decide
from telework.tests.asking import asked, register_everybody
from tests.fixtures.cast import TUESDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning", "mail_is_set")]

MISAKI = "agatsuma@city.example.jp"


@pytest.fixture
def mail_is_set(settings):
    settings.MAIL = {"sender": "kyoseki@city.example"}
    settings.REPLIES = {"address": "answers@city.example", "authserv": ""}


@pytest.fixture
def mailbox():
    return MemoryMailbox()


@pytest.fixture
def post():
    return MemoryPost()


@pytest.fixture
def invites(hall, post):
    """Tell her of everything in her days."""
    CalendarChoices.objects.create(person=hall.people["agatsuma"], by_mail=True, changed_at=clock.now())

    def tell():
        look_at([hall.person("agatsuma")])
        send_due_invitations(post)

    return tell


@pytest.fixture
def booking(hall, between, invites):
    """Her booking of Tuesday morning, of which she knows."""
    made = book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00")
    ).pk
    invites()
    return made


def answer(
    invitation=None, *, says="DECLINED", method="REPLY", sender=MISAKI, attendee=MISAKI, number=None, uid="", **headers
):
    """The mail with which a calendar answers; what is not said is as it should be."""
    invitation = invitation or Invitation.objects.get()
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Some//Calendar//JA", f"METHOD:{method}", "BEGIN:VEVENT"),
        *(f"UID:{uid or invitation.uid}", f"SEQUENCE:{invitation.sequence if number is None else number}"),
        *("DTSTAMP:20261130T000000Z", f"ATTENDEE;PARTSTAT={says}:mailto:{attendee}", "END:VEVENT", "END:VCALENDAR", ""),
    ]
    mail = EmailMessage()
    named = {"From": sender, "To": "answers@city.example", "Message-ID": f"<{uuid4()}@city.example>"}
    for name, value in {**named, **headers}.items():
        mail[name.replace("_", "-")] = value
    mail.set_content("辞退します。")
    mail.add_alternative("\r\n".join(lines), subtype="calendar", params={"method": method})
    return mail.as_bytes()


def heard(content):
    return hear_once(Waiting(1, len(content), content, whole=True))


def day_told(kind):
    after = Event.objects.get(kind=kind).after
    assert after is not None
    return after["day"]


def state_of(booking):
    return Booking.objects.get(pk=booking).state


def test_who_declines_gives_the_desk_up_as_herself_and_gets_no_mail_for_it(booking, invites, mailbox, post):
    mailbox.deliver(answer())
    assert read_answers(mailbox) == {Outcome.RELEASED: 1}
    assert state_of(booking) == BookingState.CANCELLED
    event = Event.objects.filter(kind="booking.cancelled").get()
    assert (event.actor_name, event.request_id) == ("我妻 美咲", "calendar-answer")
    assert event.actor_id is not None
    assert day_told("calendar.declined") == TUESDAY.isoformat()
    assert {drawer: len(mails) for drawer, mails in mailbox.drawers.items()} == {Drawer.READ: 1, Drawer.LEFT: 0}
    invites()
    assert [letter.calendar.method for letter in post.letters] == ["REQUEST"]


def test_a_mail_counts_once_whatever_happens_after_it_was_heard(booking, hall, between, mailbox):
    content = answer()
    assert heard(content) is Outcome.RELEASED
    again = book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00")
    ).pk
    mailbox.deliver(content)
    assert read_answers(mailbox) == {Outcome.RELEASED: 1}
    assert state_of(again) == BookingState.BOOKED
    assert (mailbox.mails, ReadReply.objects.count()) == ({}, 1)


@pytest.mark.parametrize(("says", "noted"), [("ACCEPTED", "accepted"), ("TENTATIVE", "tentative")])
def test_who_accepts_changes_nothing(booking, says, noted):
    assert heard(answer(says=says)) is Outcome.NOTED
    assert (Invitation.objects.get().answer, state_of(booking)) == (noted, BookingState.BOOKED)


@pytest.mark.parametrize(
    ("differs", "outcome"),
    [
        ({"sender": "kudo@city.example.jp"}, Outcome.WRONG_SENDER),
        ({"attendee": "kudo@city.example.jp"}, Outcome.WRONG_SENDER),
        ({"sender": "kudo@city.example.jp", "attendee": "kudo@city.example.jp"}, Outcome.WRONG_SENDER),
        ({"uid": "booking-1@city.example"}, Outcome.UNKNOWN),
        ({"number": -1}, Outcome.OLD),
        ({"method": "COUNTER"}, Outcome.COUNTER),
        ({"method": "REQUEST"}, Outcome.MALFORMED),
        ({"says": "DELEGATED"}, Outcome.MALFORMED),
        ({"Auto_Submitted": "auto-replied"}, Outcome.AUTOMATIC),
        ({"Return_Path": "<>"}, Outcome.BOUNCED),
    ],
)
def test_what_does_not_count_is_kept_aside_and_releases_nothing(booking, mailbox, differs, outcome):
    mailbox.deliver(answer(**differs))
    assert read_answers(mailbox) == {outcome: 1}
    assert state_of(booking) == BookingState.BOOKED
    assert len(mailbox.drawers[Drawer.LEFT]) == 1
    assert Invitation.objects.get().answer == ""


@pytest.mark.parametrize(
    ("content", "outcome"),
    [
        (b"", Outcome.NO_ANSWER),
        (b"\x00\xff\xfe", Outcome.NO_ANSWER),
        (b"From: a@b\r\n\r\nThank you!\r\n", Outcome.NO_ANSWER),
        (b"Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n", Outcome.MALFORMED),
        (b"Content-Type: text/calendar\r\n\r\n" + b"x" * 300_000, Outcome.MALFORMED),
    ],
)
def test_what_is_no_answer_keeps_nobody_elses_from_being_read(booking, mailbox, content, outcome):
    mailbox.deliver(content)
    mailbox.deliver(answer())
    assert read_answers(mailbox) == {outcome: 1, Outcome.RELEASED: 1}


def test_a_huge_mail_is_not_read(booking, mailbox):
    mailbox.largest = 500
    mailbox.deliver(answer())
    assert read_answers(mailbox) == {Outcome.TOO_LARGE: 1}
    assert state_of(booking) == BookingState.BOOKED


def test_an_answer_to_what_was_changed_meanwhile_is_old(booking, between, invites):
    first = answer()
    change_booking(booking_id=booking, during=between("13:00", "17:15"))
    invites()
    assert heard(first) is Outcome.OLD
    assert state_of(booking) == BookingState.BOOKED
    assert heard(answer()) is Outcome.RELEASED


def test_an_answer_to_what_was_given_up_meanwhile_is_old(booking, invites):
    first = answer()
    cancel_booking(booking_id=booking)
    invites()
    assert heard(first) is Outcome.OLD


def test_what_may_be_given_up_no_more_stays_and_the_person_is_told(booking, monday_morning):
    monday_morning.move_to(at("8:35", TUESDAY))
    check_in(booking_id=booking)
    assert heard(answer()) is Outcome.REFUSED
    assert state_of(booking) == BookingState.CHECKED_IN
    assert day_told("calendar.decline_refused") == TUESDAY.isoformat()


@pytest.mark.parametrize(("approved", "state"), [(False, "withdrawn"), (True, "cancelled")])
def test_a_request_that_waits_is_withdrawn_and_an_approved_day_cancelled(hall, invites, approved, state):
    register_everybody(hall)
    request = asked(hall, "agatsuma")
    if approved:
        decide(decider_id=hall.person("yamada"), action=RequestAction.APPROVE, chosen=Chosen(request.pk, None))
    invites()
    assert heard(answer()) is Outcome.RELEASED
    assert TeleworkRequest.objects.get(pk=request.pk).state == state


def test_who_left_answers_no_more(booking, hall):
    hall.people["agatsuma"].active_to = TUESDAY.replace(day=1, month=11)
    hall.people["agatsuma"].save()
    assert heard(answer()) is Outcome.WRONG_SENDER


def test_where_the_mail_server_vouches_for_senders_its_word_is_asked_for(booking, settings):
    settings.REPLIES = {**settings.REPLIES, "authserv": "mx.city.example"}
    assert heard(answer(number=0)) is Outcome.NOT_VOUCHED_FOR
    vouched = {"Authentication_Results": "mx.city.example; spf=pass; dmarc=pass header.from=city.example.jp"}
    assert heard(answer(**vouched)) is Outcome.RELEASED
    assert state_of(booking) == BookingState.CANCELLED


@pytest.mark.parametrize(
    ("said", "vouched_for"),
    [
        ("dmarc=pass header.from=x", True),
        ("spf=pass; dmarc=pass (p=reject)", True),
        ("dmarc=fail", False),
        ("dmarc=passable", False),
        ('spf=fail smtp.mailfrom="a; dmarc=pass b"@evil.example', False),
        ("spf=fail (; dmarc=pass ;)", False),
        ("spf=fail (domain (of) ; dmarc=pass ; (x) y)", False),
        ("spf=fail (never closed; dmarc=pass ;", False),
        ('spf=fail smtp.mailfrom="never closed; dmarc=pass ;', False),
        (r"spf=fail (a \) ; dmarc=pass ; b)", False),
        ("dmarc=fail; spf=fail (of x); dmarc=pass; (y)", False),
        ('spf=pass smtp.mailfrom="a\\"b"@city.example.jp (good); dmarc=pass', True),
        ("", False),
    ],
)
def test_what_a_sender_can_write_there_vouches_for_nothing(said, vouched_for):
    assert is_vouched_for([("mx.city.example", said)], "mx.city.example") is vouched_for
    assert not is_vouched_for([("mx.other.example", said)], "mx.city.example")
    assert not is_vouched_for([("mx.city.example", "dmarc=fail"), ("mx.city.example", said)], "mx.city.example")


def test_a_mailbox_that_is_away_is_read_another_time(booking, mailbox):
    mailbox.deliver(answer())
    mailbox.away = True
    assert read_answers(mailbox) == {}
    mailbox.away = False
    assert read_answers(mailbox) == {Outcome.RELEASED: 1}


def test_an_answer_in_a_real_mailbox_releases_the_desk_and_is_put_away(booking, mail_account):
    mailbox = ImapMailbox(
        "127.0.0.1",
        mail_account.tls,
        "tls",
        mail_account.user,
        mail_account.password,
        ca_file=str(mail_account.ca_file),
    )
    mail_account.deliver(answer(sender="kudo@city.example.jp"), answer())
    assert read_answers(mailbox) == {Outcome.WRONG_SENDER: 1, Outcome.RELEASED: 1}
    assert state_of(booking) == BookingState.CANCELLED
    assert read_answers(mailbox) == {}
    assert mail_account.folders() == {"INBOX": 0, "INBOX/Kyoseki-left": 1, "INBOX/Kyoseki-read": 1}
