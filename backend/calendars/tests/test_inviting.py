"""Invitations by mail: what is told, in which order of numbers, and how it arrives at a real server."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from audit.models import Event
from bookings.services.booking import book_desk, cancel_booking, change_booking
from bookings.services.release import restore_booking
from calendars.models import CalendarChoices, Invitation
from calendars.selectors.reached import is_worth_a_look, reached_people
from calendars.services.choosing import change_choices
from calendars.services.hearing import look_again
from calendars.services.inviting import look_at, look_at_everybody
from calendars.services.mailing import MOST_FOR_ONE, send_due_invitations
from core import clock
from core.interval import Interval
from integrations.mail.memory import MemoryPost
from integrations.mail.smtp import SmtpPost
from plans.models import OwnPlan, Place
from tests.fixtures.cast import TUESDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning", "mail_is_set", "wants_mail")]

ANSWERS = "answers@city.example"


@pytest.fixture
def mail_is_set(settings):
    settings.MAIL = {"sender": "kyoseki@city.example"}
    settings.REPLIES = {"address": ANSWERS}
    settings.ADDRESS = "https://kyoseki.city.example"
    settings.CALENDAR = {**settings.CALENDAR, "domain": "kyoseki.city.example"}


@pytest.fixture
def wants_mail(hall):
    return CalendarChoices.objects.create(person=hall.people["agatsuma"], by_mail=True, changed_at=clock.now())


@pytest.fixture
def me(hall):
    return hall.person("agatsuma")


@pytest.fixture
def books(hall, me, between):
    def booked(desk="06A-001", start="8:30", end="12:00", day=TUESDAY):
        return book_desk(person_id=me, desk_id=hall.desk(desk), during=between(start, end, day=day)).pk

    return booked


@pytest.fixture
def post():
    return MemoryPost()


@pytest.fixture
def sent(post, me):
    """Look, send what is due, and answer (method, SEQUENCE, SUMMARY, hours) of what left just now."""

    def out():
        before = len(post.letters)
        look_at([me])
        send_due_invitations(post)
        return [told(letter.calendar.text) for letter in post.letters[before:]]

    return out


def event_in(text):
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    return calendar["METHOD"], event


def told(text):
    method, event = event_in(text)
    hours = f"{event['DTSTART'].dt:%d. %H:%M}-{event['DTEND'].dt:%H:%M}"
    return str(method), event["SEQUENCE"], str(event["SUMMARY"]), hours


def test_a_booking_is_told_changed_and_called_off_under_one_name_and_rising_numbers(books, between, sent, post):
    booking = books()
    first = sent()
    assert first == [("REQUEST", 0, "席 06A-001", "01. 08:30-12:00")]
    assert sent() == []
    change_booking(booking_id=booking, during=between("13:00", "17:15"))
    (changed,) = sent()
    cancel_booking(booking_id=booking)
    (gone,) = sent()
    assert (changed[0], changed[3]) == ("REQUEST", "01. 13:00-17:15")
    assert (gone[0], gone[3]) == ("CANCEL", "01. 13:00-17:15")
    assert first[0][1] < changed[1] < gone[1]
    assert sent() == []
    (uid,) = {str(event_in(letter.calendar.text)[1]["UID"]) for letter in post.letters}
    assert uid == Invitation.objects.get().uid
    assert uid.startswith(f"booking-{booking}-")


def test_what_is_restored_is_told_again(books, sent):
    booking = books()
    sent()
    cancel_booking(booking_id=booking)
    ((_, cancelled, *_),) = sent()
    restore_booking(booking_id=booking)
    ((method, number, *_),) = sent()
    assert (method, number > cancelled) == ("REQUEST", True)


def test_what_came_and_went_before_anything_was_sent_is_told_to_nobody(books, me, sent):
    booking = books()
    look_at([me])
    cancel_booking(booking_id=booking)
    assert sent() == []


def test_what_has_begun_is_told_of_no_more_but_called_off_all_the_same(books, sent, monday_morning, between):
    booking = books()
    sent()
    monday_morning.move_to(at("9:00", TUESDAY))
    change_booking(booking_id=booking, during=between("8:30", "11:00"))
    assert sent() == []
    cancel_booking(booking_id=booking)
    assert [method for method, *_ in sent()] == ["CANCEL"]


def test_chosen_off_nothing_more_is_sent_and_chosen_again_only_what_differs(books, me, sent, wants_mail):
    kept, given_up = books(), books("06A-002", "13:00", "17:15")
    assert len(sent()) == 2
    wants_mail.by_mail = False
    wants_mail.save()
    cancel_booking(booking_id=given_up)
    assert sent() == []
    wants_mail.by_mail = True
    wants_mail.save()
    assert [method for method, *_ in sent()] == ["CANCEL"]
    assert Invitation.objects.get(holder_id=kept).sequence == 0


def test_many_days_are_told_some_each_minute(me, sent):
    days = [TUESDAY + timedelta(days=number) for number in range(MOST_FOR_ONE + 4)]
    OwnPlan.objects.bulk_create(
        OwnPlan(
            person_id=me,
            day=day,
            during=Interval(at("8:30", day), at("17:15", day)).as_range(),
            place=Place.TRIP,
            said_at=clock.now(),
        )
        for day in days
    )
    assert [title for _, _, title, _ in sent()] == ["出張"] * MOST_FOR_ONE
    assert len(sent()) == 4
    assert sent() == []


def test_what_comes_into_sight_is_found_by_the_clock(books, me, post):
    books()
    look_at_everybody()
    assert send_due_invitations(post) == 1


def test_a_server_that_is_away_loses_nothing_and_doubles_nothing(books, sent, post):
    books()
    post.available = False
    assert sent() == []
    post.available = True
    assert len(sent()) == 1
    assert sent() == []


def test_what_is_put_off_goes_later_and_what_is_refused_never(books, me, hall, sent, post, monday_morning):
    books()
    post.defers.add("agatsuma@city.example.jp")
    assert sent() == []
    post.defers.clear()
    assert sent() == []
    monday_morning.shift(timedelta(minutes=1))
    assert len(sent()) == 1
    books("06A-002", "13:00", "17:15")
    post.refuses.add("agatsuma@city.example.jp")
    assert sent() == []
    post.refuses.clear()
    assert sent() == []


def test_a_mail_whose_handover_broke_off_is_not_sent_again(books, between, sent, post):
    booking = books()
    post.loses.add("agatsuma@city.example.jp")
    assert sent() == []
    post.loses.clear()
    assert sent() == []
    change_booking(booking_id=booking, during=between("13:00", "17:15"))
    ((method, number, *_),) = sent()
    assert (method, number > 0) == ("REQUEST", True)


def test_another_address_is_told_anew(books, hall, sent, post):
    books()
    sent()
    hall.people["agatsuma"].mail = "misaki@city.example"
    hall.people["agatsuma"].save()
    assert [method for method, *_ in sent()] == ["REQUEST"]
    assert post.letters[-1].to == "misaki@city.example"


def test_an_invitation_arrives_as_calendars_and_people_read_it(books, me, catcher):
    books()
    look_at([me])
    post = SmtpPost("127.0.0.1", catcher.port, "none", "", "", "kyoseki@city.example")
    assert send_due_invitations(post) == 1
    (letter,) = catcher.letters
    assert {name: letter[name] for name in ("From", "Sender", "To", "Subject")} == {
        "From": ANSWERS,
        "Sender": "kyoseki@city.example",
        "To": "agatsuma@city.example.jp",
        "Subject": "【今日の席】席 06A-001 12月1日(火) 8:30〜12:00",
    }
    assert catcher.text_of(letter) == (
        "我妻 美咲 様\n\n次の予定をお送りします。カレンダーに取り込んでください。\n\n"
        "席 06A-001\n12月1日(火) 8:30〜12:00\n本庁舎 6階 6階Aエリア 06A-001\n\n"
        "この予定を辞退すると、席の予約または在宅勤務の申請が取り消されます。\n\n"
        "--\n今日の席(Kyoseki)から自動で送っています。\n"
        "このメールを受け取るかどうかは、次の画面で変えられます。\nhttps://kyoseki.city.example/calendar\n"
    )
    method, text = catcher.calendar_of(letter)
    said, event = event_in(text)
    assert (method, said) == ("REQUEST", "REQUEST")
    assert (event["ORGANIZER"], event["ATTENDEE"]) == (f"mailto:{ANSWERS}", "mailto:agatsuma@city.example.jp")
    assert dict(event["ATTENDEE"].params) == {
        "CN": "我妻 美咲",
        "CUTYPE": "INDIVIDUAL",
        "PARTSTAT": "NEEDS-ACTION",
        "ROLE": "REQ-PARTICIPANT",
        "RSVP": "TRUE",
    }
    assert str(event["DTSTART"].dt.tzinfo) == "Asia/Tokyo"


def test_whoever_chooses_mail_is_looked_at_at_once(books, hall, post):
    books()
    assert hall.person("kudo") not in reached_people()
    change_choices(person_id=hall.person("kudo"), by_mail=True)
    chosen = Event.objects.get(kind="calendar.choices_changed")
    assert is_worth_a_look(chosen)
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-002"), during=Interval(at("9:00"), at("10:00")))
    look_again(chosen)
    send_due_invitations(post)
    assert [letter.to for letter in post.letters] == ["kudo@city.example.jp"]


def test_where_nobody_reads_answers_none_is_asked_for(books, me, post, settings):
    settings.REPLIES = None
    books()
    look_at([me])
    send_due_invitations(post)
    (letter,) = post.letters
    _, event = event_in(letter.calendar.text)
    assert (event["ORGANIZER"], event["ATTENDEE"].params["RSVP"]) == ("mailto:kyoseki@city.example", "FALSE")
    assert letter.calendar.organizer == "kyoseki@city.example"
    assert "辞退" not in letter.body


def test_without_a_mail_server_nothing_is_noted(books, me, settings):
    settings.MAIL = None
    books()
    look_at([me])
    assert not Invitation.objects.exists()
