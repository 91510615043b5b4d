"""My notices over HTTP."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import clock
from notifications.models import Notice
from people.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def notices(hall):
    """Three notices of 我妻, oldest first, and one of 工藤."""

    def told(name, number):
        return Notice.objects.create(
            person_id=hall.person(name),
            kind="past_viewed",
            event_id=number,
            facts={"day": "2026-11-02", "by": "山田 葵"},
            link="/notices",
            created_at=clock.now(),
        )

    return [told("agatsuma", 1), told("agatsuma", 2), told("agatsuma", 3), told("kudo", 3)]


def test_two_notices_whose_jobs_overtook_each_other_stand_in_the_order_of_what_happened(notices, as_person):
    Notice.objects.filter(pk=notices[0].pk).update(event_id=9)
    listed = [one["id"] for one in as_person("agatsuma").get("/api/v1/notices/").json()["results"]]
    assert listed == [notices[0].pk, notices[2].pk, notices[1].pk]


def test_my_notices_come_newest_first_in_pages(notices, as_person):
    client = as_person("agatsuma")
    first = client.get("/api/v1/notices/?page_size=2").json()
    assert [one["id"] for one in first["results"]] == [notices[2].pk, notices[1].pk]
    second = client.get(f"/api/v1/notices/?page_size=2&cursor={first['next']}").json()
    assert second == {
        "results": [
            {
                "id": notices[0].pk,
                "kind": "past_viewed",
                "facts": {"day": "2026-11-02", "by": "山田 葵"},
                "link": "/notices",
                "created_at": "2026-11-30T08:00:00+09:00",
                "read_at": None,
            }
        ],
        "next": None,
        "previous": second["previous"],
    }


def test_the_bell_counts_what_is_unread_and_says_when_nothing_changed(notices, as_person):
    client = as_person("agatsuma")
    answer = client.get("/api/v1/notices/unread/")
    assert answer.json() == {"count": 3, "newest": notices[2].pk}
    again = {"HTTP_IF_NONE_MATCH": answer["ETag"]}
    assert client.get("/api/v1/notices/unread/", **again).status_code == 304
    assert client.post(f"/api/v1/notices/{notices[0].pk}/read/").json()["read_at"] == "2026-11-30T08:00:00+09:00"
    assert client.get("/api/v1/notices/unread/", **again).json() == {"count": 2, "newest": notices[2].pk}
    assert as_person("hoshi").get("/api/v1/notices/unread/").json() == {"count": 0, "newest": 0}


def test_the_bell_costs_two_questions(notices, as_person):
    client = as_person("agatsuma")
    client.get("/api/v1/notices/unread/")
    with CaptureQueriesContext(connection) as asked:
        client.get("/api/v1/notices/unread/")
    assert len(asked) == 2


def test_read_all_leaves_what_came_after_the_list_was_shown(notices, as_person):
    client = as_person("agatsuma")
    assert client.post("/api/v1/notices/read-all/", {"until": notices[1].pk}).json() == {"read": 2}
    assert client.post("/api/v1/notices/read-all/", {}).json() == {"read": 1}
    assert Notice.objects.filter(read_at__isnull=True).get() == notices[3]


def test_the_notice_of_another_is_not_there(notices, as_person):
    assert as_person("agatsuma").post(f"/api/v1/notices/{notices[3].pk}/read/").status_code == 404
    assert as_person("agatsuma").post(f"/api/v1/notices/{2**70}/read/").status_code == 404


def test_mail_is_chosen_by_group(hall, as_person, settings):
    settings.MAIL = {"host": "mail.city.example"}
    client = as_person("agatsuma")
    usual = client.get("/api/v1/notices/preferences/").json()
    assert usual == {
        "mail_sent": True,
        "address": "agatsuma@city.example.jp",
        "digest_hour": 8,
        "bookings": "at_once",
        "offers": "at_once",
        "moves": "at_once",
        "section": "daily",
        "telework": "at_once",
        "approvals": "at_once",
        "privacy": "daily",
    }
    chosen = client.patch("/api/v1/notices/preferences/", {"bookings": "never", "section": "at_once"}).json()
    assert chosen == {**usual, "bookings": "never", "section": "at_once"}
    wrong = client.patch("/api/v1/notices/preferences/", {"bookings": "sometimes"})
    assert (wrong.status_code, list(wrong.json()["fields"])) == (400, ["bookings"])


def test_an_account_without_a_person_has_no_notices_and_no_choices(client_of):
    client = client_of(Account.objects.create(username="breakglass", password="!", roles=["it"]))
    assert client.get("/api/v1/notices/").json() == {"results": [], "next": None, "previous": None}
    assert client.post("/api/v1/notices/read-all/", {}).json() == {"read": 0}
    assert client.get("/api/v1/notices/preferences/").status_code == 403
