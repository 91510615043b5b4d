"""What a receiver gets, and what happens when it does not take it: over real connections."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from audit.models import Event
from audit.services import record
from bookings.services.booking import book_desk, change_booking
from core import clock
from integrations.webhooks import posting
from integrations.webhooks.tests.test_signing import hmac_by_hand
from people.models import Person
from plans.policies.own_days import Wish, Word
from plans.services.own_plans import say_own_day
from tests.fixtures.cast import TUESDAY
from webhooks.models import Delivery, Webhook
from webhooks.policies.kinds import EVENTS
from webhooks.services.keeping_secrets import renew_secret
from webhooks.services.replaying import replay, replay_given_up, send_test
from webhooks.services.setting_up import change_webhook, remove_webhook
from webhooks.services.tidying import forget_old_deliveries
from webhooks.services.trying import send_all_due, send_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def book(hall, between):
    def booked(name="agatsuma", desk="06A-001"):
        return book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=between("8:30", "12:00"))

    return booked


def said_to_it(kind):
    """What the one event of that kind says, by which IT hears of a trouble."""
    return Event.objects.get(kind=kind).after or {}


def states():
    return list(Delivery.objects.order_by("pk").values_list("state", "tries", "trouble", "status"))


def due_again(days=0):
    """Let time pass for what waits, without moving the clock under the sessions of a test."""
    for one in Delivery.objects.filter(state="waiting"):
        one.try_at = clock.now()
        one.waits_since -= timedelta(days=days)
        one.save()


def test_a_booking_arrives_signed_with_its_members_and_nothing_else(hall, receiver, set_up, book, heard):
    webhook, secret = set_up()
    booking = book()
    event = heard("booking.booked")
    send_due(webhook.pk)
    (post,) = receiver.received
    assert json.loads(post.body) == {
        "id": event.pk,
        "kind": "booking.booked",
        "at": "2026-11-30T08:00:00+09:00",
        "subject": {"kind": "booking", "id": booking.pk},
        "person": hall.people["agatsuma"].number,
        "department": "030202",
        "data": {
            "day": "2026-12-01",
            "start": "2026-12-01T08:30:00+09:00",
            "end": "2026-12-01T12:00:00+09:00",
            "desk": "06A-001",
            "state": "booked",
        },
    }
    seconds = str(int(clock.now().timestamp()))
    mark = hmac_by_hand(secret.encode(), f"{seconds}.".encode() + post.body)
    assert post.headers["Kyoseki-Signature"] == f"t={seconds},v1={mark}"
    assert post.headers["Kyoseki-Event"] == "booking.booked"
    assert post.headers["Kyoseki-Delivery"] == str(Delivery.objects.get().pk)
    assert post.headers["Content-Type"] == "application/json"
    assert states() == [("delivered", 1, "", 204)]
    webhook.refresh_from_db()
    assert (webhook.trouble, webhook.last_delivered_at) == ("", clock.now())


def test_a_change_says_what_was_before(hall, receiver, set_up, book, heard, between):
    webhook, _ = set_up(kinds=("booking.changed",))
    change_booking(booking_id=book().pk, desk_id=hall.desk("06A-002"), during=between("8:30", "12:00"))
    heard("booking.changed")
    send_due(webhook.pk)
    body = json.loads(receiver.received[0].body)
    assert (body["before"]["desk"], body["data"]["desk"]) == ("06A-001", "06A-002")


def test_an_event_makes_one_delivery_however_often_it_is_heard(set_up, book, heard):
    set_up()
    book()
    heard("booking.booked")
    heard("booking.booked")
    assert Delivery.objects.count() == 1


def test_who_hides_from_colleagues_hides_from_programs(hall, receiver, set_up, book, heard):
    webhook, _ = set_up()
    Person.objects.filter(pk=hall.person("agatsuma")).update(visibility="section")
    book()
    heard("booking.booked")
    send_due(webhook.pk)
    body = json.loads(receiver.received[0].body)
    assert (body["person"], body["department"], body["data"]["desk"]) == (None, "030202", "06A-001")


def test_a_note_never_leaves(hall, receiver, set_up, heard):
    webhook, _ = set_up(kinds=("own_plan.set",))
    say_own_day(person_id=hall.person("agatsuma"), day=TUESDAY, am=Word(Wish.LEAVE, "通院のため"))
    heard("own_plan.set")
    send_due(webhook.pk)
    (post,) = receiver.received
    assert set(json.loads(post.body)["data"]) == {"day", "start", "end", "place"}
    assert "通院".encode() not in post.body
    assert "我妻".encode() not in post.body


def test_a_webhook_of_a_department_hears_of_all_below_it_and_of_no_other(hall, set_up, book, heard):
    section = hall.departments["030202"]
    above = set_up(departments=(section.lineage[0],))[0]
    mine = set_up(departments=(section.pk,))[0]
    other = set_up(departments=(hall.departments["100101"].pk,))[0]
    everybody = set_up()[0]
    book()
    heard("booking.booked")
    heard_by = set(Delivery.objects.values_list("webhook_id", flat=True))
    assert heard_by == {above.pk, mine.pk, everybody.pk}
    assert other.pk not in heard_by


def test_a_closed_place_concerns_everybody_and_is_named_by_its_codes(hall, receiver, set_up, heard):
    webhook, _ = set_up(kinds=("place.closed",), departments=(hall.departments["100101"].pk,))
    with transaction.atomic():
        after = {"floor": hall.floors["6"].pk, "start": "2026-12-01T00:00:00+00:00", "reason": "内密", "end": None}
        record(kind="place.closed", subject_kind="closure", subject_id=1, after=after)
    heard("place.closed")
    send_due(webhook.pk)
    body = json.loads(receiver.received[0].body)
    assert body["data"] == {
        "building": "HALL",
        "floor": "6",
        "area": None,
        "desk": None,
        "start": "2026-12-01T09:00:00+09:00",
        "end": None,
    }


def test_nobody_elses_event_costs_a_job(hall, set_up, book):
    book()
    assert not ProcrastinateJob.objects.filter(args__subscriber_name="webhooks.deliveries").exists()
    set_up(kinds=("closing_day.set",))
    book("kudo", "06A-002")
    assert not ProcrastinateJob.objects.filter(args__subscriber_name="webhooks.deliveries").exists()
    set_up()
    book("sasaki", "06B-001")
    assert ProcrastinateJob.objects.filter(args__subscriber_name="webhooks.deliveries").count() == 1


@pytest.mark.parametrize(("status", "trouble"), [(500, "refused"), (404, "refused"), (302, "redirects")])
def test_what_is_not_taken_is_tried_again_and_arrives(receiver, set_up, book, heard, status, trouble):
    webhook, _ = set_up()
    receiver.answers = [status, 200]
    book()
    heard("booking.booked")
    send_due(webhook.pk)
    first = Delivery.objects.get()
    assert (first.state, first.tries, first.trouble) == ("waiting", 1, trouble)
    assert first.try_at == clock.now() + timedelta(minutes=1)
    webhook.refresh_from_db()
    assert (webhook.trouble, webhook.troubled_since) == (trouble, clock.now())
    due_again()
    send_due(webhook.pk)
    webhook.refresh_from_db()
    assert states() == [("delivered", 2, "", 200)]
    assert (webhook.trouble, webhook.troubled_since) == ("", None)
    assert [post.path for post in receiver.received] == ["/events", "/events"], "a redirect is not followed"
    assert receiver.received[0].body == receiver.received[1].body


def test_a_receiver_that_is_too_slow_is_tried_again_and_nothing_more_is_sent_to_it_now(
    receiver, set_up, book, heard, monkeypatch
):
    monkeypatch.setattr(posting, "LIMITS", replace(posting.LIMITS, whole_seconds=0.3))
    webhook, _ = set_up()
    receiver.seconds = 0.6
    book()
    heard("booking.booked")
    book("kudo", "06A-002")
    heard("booking.booked")
    assert send_due(webhook.pk) == 1
    assert states() == [("waiting", 1, "too_slow", None), ("waiting", 0, "", None)]


@pytest.mark.parametrize("status", [429, 503])
def test_a_receiver_that_can_take_nothing_now_is_not_flooded_with_what_waits(receiver, set_up, book, heard, status):
    webhook, _ = set_up()
    receiver.answers = [status, 204]
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002")):
        book(name, desk)
        heard("booking.booked")
    assert send_due(webhook.pk) == 1
    assert states() == [("waiting", 1, "refused", status), ("waiting", 0, "", None)]
    assert send_due(webhook.pk) == 1, "a minute later the next one is tried, and everything follows"
    assert states()[1] == ("delivered", 1, "", 204)


def test_a_receiver_inside_is_never_asked_unless_its_network_is_named(receiver, set_up, book, heard, settings):
    webhook, _ = set_up()
    book()
    heard("booking.booked")
    settings.OUTBOUND = {**settings.OUTBOUND, "networks": ()}
    send_due(webhook.pk)
    assert receiver.received == []
    assert states() == [("waiting", 1, "not_allowed", None)]


def test_410_pauses_the_webhook_and_tells_it(receiver, set_up, book, heard):
    webhook, _ = set_up()
    receiver.answers = [410]
    book()
    heard("booking.booked")
    book("kudo", "06A-002")
    heard("booking.booked")
    send_due(webhook.pk)
    webhook.refresh_from_db()
    assert (webhook.active, webhook.trouble) == (False, "gone")
    assert states() == [("given_up", 1, "gone", 410), ("waiting", 0, "", None)]
    assert said_to_it("webhook.stopped")["name"] == "座席表示"
    receiver.answers = [204]
    change_webhook(webhook_id=webhook.pk, active=True)
    send_due(webhook.pk)
    assert states()[1] == ("delivered", 1, "", 204)


def test_after_three_days_it_is_given_up_and_it_hears_of_that_once_a_day(receiver, set_up, book, heard):
    webhook, _ = set_up()
    receiver.answers = [500]
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002")):
        book(name, desk)
        heard("booking.booked")
    send_due(webhook.pk)
    due_again(days=3)
    send_due(webhook.pk)
    assert states() == [("given_up", 2, "refused", 500), ("given_up", 2, "refused", 500)]
    told = said_to_it("webhook.failing")
    assert (told["given_up"], told["trouble"]) == (1, "refused")


def test_what_waited_as_long_for_a_receiver_that_is_not_there_is_given_up_with_the_first(
    receiver, set_up, book, heard, settings
):
    webhook, _ = set_up()
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002")):
        book(name, desk)
        heard("booking.booked")
    settings.OUTBOUND = {**settings.OUTBOUND, "webhook_hosts": ()}
    due_again(days=3)
    assert send_due(webhook.pk) == 1
    assert [state for state, *_ in states()] == ["given_up", "given_up"]
    assert said_to_it("webhook.failing")["given_up"] == 2


def test_what_was_given_up_is_sent_again_one_or_all_since_a_moment(receiver, set_up, book, heard):
    webhook, _ = set_up()
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002")):
        book(name, desk)
        heard("booking.booked")
    Delivery.objects.update(state="given_up", try_at=None)
    first = Delivery.objects.earliest("pk")
    replay(delivery_id=first.pk)
    send_due(webhook.pk)
    assert [state for state, *_ in states()] == ["delivered", "given_up"]
    assert replay_given_up(webhook_id=webhook.pk, since=clock.now() + timedelta(minutes=1)) == 0
    assert replay_given_up(webhook_id=webhook.pk, since=clock.now()) == 1
    send_due(webhook.pk)
    assert [state for state, *_ in states()] == ["delivered", "delivered"]
    replay(delivery_id=first.pk)
    send_due(webhook.pk)
    posts = [json.loads(post.body)["id"] for post in receiver.received]
    assert posts == [posts[0], posts[1], posts[0]], "the same event under the same id"


def test_a_new_secret_signs_beside_the_old_one_for_a_day(receiver, set_up, book, heard, monday_morning):
    webhook, old = set_up()
    _, new = renew_secret(webhook_id=webhook.pk)
    signers = []
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002")):
        book(name, desk)
        heard("booking.booked")
        send_due(webhook.pk)
        post = receiver.received[-1]
        moment, *marks = post.headers["Kyoseki-Signature"].split(",")
        signed = moment.removeprefix("t=").encode() + b"." + post.body
        mine = {f"v1={hmac_by_hand(secret.encode(), signed)}": who for secret, who in ((old, "old"), (new, "new"))}
        signers.append([mine[mark] for mark in marks])
        Webhook.objects.update(old_secret_until=clock.now())
    assert signers == [["new", "old"], ["new"]]
    assert old.startswith("whsec_")
    assert len({old, new}) == 2


def test_a_secret_that_nobody_can_read_any_more_is_a_trouble(receiver, set_up, book, heard, settings):
    webhook, _ = set_up()
    book()
    heard("booking.booked")
    settings.CALENDAR_KEYS = ("quite another key of the product",)
    send_due(webhook.pk)
    assert receiver.received == []
    assert states() == [("waiting", 1, "sealed", None)]


def test_a_test_is_posted_at_once_even_when_paused_and_is_not_tried_again(receiver, set_up):
    webhook, _ = set_up()
    change_webhook(webhook_id=webhook.pk, active=False)
    receiver.answers, receiver.said = [500, 204], "だめです".encode()
    failed = send_test(webhook_id=webhook.pk)
    assert (failed.state, failed.trouble, failed.status, failed.answer) == ("given_up", "refused", 500, "だめです")
    assert send_test(webhook_id=webhook.pk).state == "delivered"
    body = json.loads(receiver.received[0].body)
    assert (body["kind"], body["id"], body["data"]) == ("ping", None, {})
    assert receiver.received[0].headers["Kyoseki-Event"] == "ping"
    assert not Event.objects.filter(kind="webhook.failing").exists()


def test_what_waits_for_a_removed_webhook_is_not_sent(receiver, set_up, book, heard):
    webhook, _ = set_up()
    book()
    heard("booking.booked")
    remove_webhook(webhook_id=webhook.pk)
    assert send_due(webhook.pk) == 0
    assert receiver.received == []


def test_the_sweep_has_a_job_for_each_webhook_with_something_due(set_up, book, heard):
    webhook, _ = set_up()
    quiet, _ = set_up(kinds=("closing_day.set",))
    book()
    heard("booking.booked")
    send_all_due()
    send_all_due()
    jobs = ProcrastinateJob.objects.filter(task_name="webhooks.send")
    assert [(job.queue_name, job.args) for job in jobs] == [("outside", {"webhook_id": webhook.pk})]
    assert quiet.pk != webhook.pk


def test_deliveries_are_kept_for_thirty_days(set_up, book, heard):
    set_up()
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002")):
        book(name, desk)
        heard("booking.booked")
    old = Delivery.objects.earliest("pk")
    Delivery.objects.filter(pk=old.pk).update(waits_since=clock.now() - timedelta(days=31))
    assert forget_old_deliveries() == 1
    assert not Delivery.objects.filter(pk=old.pk).exists()


def test_nothing_that_tells_on_people_may_leave():
    private = {
        "account.signed_in",
        "person.past_viewed",
        "visitor.expected",
        "registration.submitted",
        "telework.reported",
    }
    assert private.isdisjoint(EVENTS)
