"""What IT says and hears of webhooks."""

import pytest

from audit.models import Event
from bookings.services.booking import book_desk
from core.sealing import Unreadable
from people.models import Account
from webhooks.models import Delivery, Webhook
from webhooks.policies.refusals import MOST_WEBHOOKS
from webhooks.services.keeping_secrets import reseal_secrets
from webhooks.services.trying import send_due

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

URL = "/api/v1/webhooks/"


@pytest.fixture
def it(hall, client_of):
    account = Account.objects.create(username="it", password="!", roles=["it"])
    return client_of(account)


@pytest.fixture
def wanted(receiver):
    return {"name": "座席表示", "address": receiver.address, "kinds": ["booking.booked"]}


def test_a_webhook_is_set_up_and_its_secret_said_once(it, wanted, hall):
    section = hall.departments["030202"]
    answer = it.post(URL, {**wanted, "departments": [section.pk]})
    assert answer.status_code == 201
    assert answer["Cache-Control"] == "no-store"
    made = answer.json()
    assert made["secret"].startswith("whsec_")
    assert made["webhook"] == {
        "id": Webhook.objects.get().pk,
        **wanted,
        "departments": [{"id": section.pk, "code": "030202", "name": "広聴課"}],
        "active": True,
        "state": "untried",
        "trouble": None,
        "troubled_since": None,
        "last_delivered_at": None,
        "waiting": 0,
        "given_up": 0,
        "old_secret_until": None,
        "created_at": "2026-11-30T08:00:00+09:00",
        "created_by_name": "it",
    }
    assert it.get(URL).json() == [made["webhook"]]
    assert made["secret"] not in it.get(f"{URL}{made['webhook']['id']}/").content.decode()
    assert made["secret"].encode() not in bytes(Webhook.objects.get().sealed_secret)
    event = Event.objects.get(kind="webhook.made")
    assert made["secret"] not in str(event.after)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"address": "ftp://127.0.0.1/"}, "address"),
        ({"address": "https://me:secret@receiver.example/"}, "address"),
        ({"address": "https://receiver.example/#here"}, "address"),
        ({"address": "https://receiver.example:99999/"}, "address"),
        ({"address": "nowhere"}, "address"),
        ({"kinds": []}, "kinds"),
        ({"kinds": ["account.signed_in"]}, "kinds"),
        ({"departments": [999_999]}, "departments"),
        ({"name": " "}, "name"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(it, wanted, change, field):
    answer = it.post(URL, {**wanted, **change})
    assert answer.status_code == 400
    assert {key.partition(".")[0] for key in answer.json()["fields"]} == {field}


def test_a_host_that_is_not_on_the_list_is_refused(it, wanted):
    answer = it.post(URL, {**wanted, "address": "https://elsewhere.example/"})
    assert (answer.status_code, answer.json()["code"]) == (409, "webhook_host_not_allowed")
    assert Webhook.objects.count() == 0


def test_there_are_twenty_at_most(it, wanted):
    for _ in range(MOST_WEBHOOKS):
        assert it.post(URL, wanted).status_code == 201
    answer = it.post(URL, wanted)
    assert (answer.status_code, answer.json()["code"], answer.json()["most"]) == (409, "too_many_webhooks", 20)


def test_a_webhook_is_changed_paused_and_removed(it, wanted):
    pk = it.post(URL, wanted).json()["webhook"]["id"]
    changed = it.patch(f"{URL}{pk}/", {"name": "入退館", "kinds": ["booking.released"], "active": False}).json()
    assert (changed["name"], changed["kinds"], changed["state"]) == ("入退館", ["booking.released"], "paused")
    assert it.post(f"{URL}{pk}/replay/", {"since": "2026-11-30T00:00:00+09:00"}).json()["code"] == "webhook_paused"
    assert it.delete(f"{URL}{pk}/").status_code == 204
    assert it.get(URL).json() == []
    assert it.get(f"{URL}{pk}/").status_code == 404
    kinds = ["webhook.made", "webhook.changed", "webhook.removed"]
    assert list(Event.objects.filter(subject_kind="webhook").order_by("pk").values_list("kind", flat=True)) == kinds


def test_a_test_answers_what_became_of_it(it, wanted, receiver):
    pk = it.post(URL, wanted).json()["webhook"]["id"]
    answer = it.post(f"{URL}{pk}/test/").json()
    assert (answer["kind"], answer["state"], answer["status"], answer["tries"]) == ("ping", "delivered", 204, 1)
    assert it.get(f"{URL}{pk}/").json()["state"] == "working"
    assert len(receiver.received) == 1


def test_a_renewed_secret_is_said_once(it, wanted):
    made = it.post(URL, wanted).json()
    renewed = it.post(f"{URL}{made['webhook']['id']}/renew-secret/").json()
    assert renewed["secret"] != made["secret"]
    assert renewed["webhook"]["old_secret_until"] == "2026-12-01T08:00:00+09:00"


def test_deliveries_are_listed_looked_at_and_sent_again(it, wanted, hall, between, heard, receiver):
    pk = it.post(URL, wanted).json()["webhook"]["id"]
    receiver.answers = [503]
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "12:00"))
    event = heard("booking.booked")
    send_due(pk)
    (listed,) = it.get(f"{URL}deliveries/?webhook={pk}&state=waiting").json()["results"]
    assert listed == {
        "id": Delivery.objects.get().pk,
        "webhook": pk,
        "webhook_name": "座席表示",
        "event": event.pk,
        "kind": "booking.booked",
        "state": "waiting",
        "tries": 1,
        "try_at": "2026-11-30T08:01:00+09:00",
        "status": 503,
        "trouble": "refused",
        "answer": "",
        "milliseconds": listed["milliseconds"],
        "made_at": "2026-11-30T08:00:00+09:00",
        "tried_at": "2026-11-30T08:00:00+09:00",
    }
    assert it.get(f"{URL}deliveries/?state=delivered").json()["results"] == []
    whole = it.get(f"{URL}deliveries/{listed['id']}/").json()
    assert whole["body"].encode() == receiver.received[0].body
    again = it.post(f"{URL}deliveries/{listed['id']}/replay/").json()
    assert (again["state"], again["try_at"]) == ("waiting", "2026-11-30T08:00:00+09:00")
    assert it.get(f"{URL}{pk}/").json()["state"] == "failing"


def test_the_list_costs_the_same_with_one_and_with_three(it, wanted, django_assert_num_queries, hall):
    it.post(URL, wanted)
    with django_assert_num_queries(2):
        it.get(URL)
    it.post(URL, wanted)
    it.post(URL, wanted)
    with django_assert_num_queries(2):
        it.get(URL)


def test_secrets_are_sealed_anew_under_the_present_key(it, wanted, settings, receiver):
    pk = it.post(URL, wanted).json()["webhook"]["id"]
    it.post(f"{URL}{pk}/renew-secret/")
    settings.CALENDAR_KEYS = ("a new key of thirty-two characters", *settings.CALENDAR_KEYS)
    assert reseal_secrets() == 1
    settings.CALENDAR_KEYS = settings.CALENDAR_KEYS[:1]
    assert it.post(f"{URL}{pk}/test/").json()["state"] == "delivered"
    settings.CALENDAR_KEYS = ("a key that never sealed anything here",)
    with pytest.raises(Unreadable):
        reseal_secrets()
