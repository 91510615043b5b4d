"""What must never be a 500 or a half-done write: each is answered with what is wrong, and nothing is booked."""

import json

import pytest
from rest_framework.test import APIClient

from bookings.models import Booking
from core.models import KeptAnswer
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

BOOKINGS = "/api/v1/bookings/"


@pytest.fixture
def me(as_person):
    return as_person("agatsuma")


@pytest.fixture(autouse=True)
def _nothing_is_ever_half_done(request):
    yield
    if "keeps" not in request.keywords:
        assert not Booking.objects.exists()


def post_raw(client, body, content_type="application/json"):
    return client.generic("POST", BOOKINGS, body, content_type=content_type)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{", 400, "not_json"),
        (b"", 400, "bad_input"),
        (b"\xff\xfe", 400, "not_json"),
        (b'{"desk": NaN}', 400, "not_json"),
        (b"[" * 100_000, 400, "not_json"),
        (b'{"desk": ' * 5000 + b"1" + b"}" * 5000, 400, "not_json"),
        (b'"' + b"x" * 6_000_000 + b'"', 413, "too_large"),
        (b'{"desk": "\\ud800", "day": "2026-12-01"}', 400, "not_json"),
        (b'{"desk": "a\\u0000b", "day": "2026-12-01"}', 400, "not_json"),
        (b'{"desk": 9223372036854775808, "day": "2026-12-01"}', 400, "not_json"),
        (b'{"desk": 1e400, "day": "2026-12-01"}', 400, "not_json"),
        (b"null", 400, "bad_input"),
        (b"[]", 400, "bad_input"),
        (b'"text"', 400, "bad_input"),
        (b"7", 400, "bad_input"),
        (b"{}", 400, "bad_input"),
        (b'{"desk": null, "day": null}', 400, "bad_input"),
        (b'{"desk": true, "day": "2026-12-01"}', 400, "bad_input"),
        (b'{"desk": "1", "day": "2026-12-01"}', 400, "bad_input"),
        (b'{"desk": 1.5, "day": "2026-12-01"}', 400, "bad_input"),
        (b'{"desk": {"id": 1}, "day": "2026-12-01"}', 400, "bad_input"),
        (b'{"desk": -1, "day": "2026-12-01"}', 400, "bad_input"),
    ],
)
def test_a_body_that_is_wrong_is_told_what_is_wrong(hall, me, body, status, code):
    answer = post_raw(me, body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer["Content-Type"] == "application/problem+json"


def test_another_media_type_is_refused(hall, me):
    answer = post_raw(me, b"<desk/>", content_type="application/xml")
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"day": "1999-12-31"}, "day"),
        ({"day": "2100-01-01"}, "day"),
        ({"day": "2026-02-31"}, "day"),
        ({"day": "26-12-01"}, "day"),
        ({"day": "２０２６-12-01"}, "day"),
        ({"day": 20261201}, "day"),
        ({"day": ""}, "day"),
        ({"part": "evening"}, "part"),
        ({"part": ["am"]}, "part"),
        ({"start": "12:00", "end": "09:00"}, "end"),
        ({"start": "12:00", "end": "12:00"}, "end"),
        ({"start": "09:00"}, "end"),
        ({"end": "09:00"}, "start"),
        ({"start": "25:00", "end": "26:00"}, "start"),
        ({"start": "09:00", "end": "24:00"}, "end"),
        ({"start": "9:00", "end": "10:00"}, "start"),
        ({"start": "2026-12-01T09:00:00", "end": "2026-12-01T10:00:00"}, "start"),
        ({"start": "2026-12-01T09:00:00Z", "end": "10:00"}, "end"),
        ({"start": "09:00", "end": "10:00", "part": "am"}, "part"),
        ({"start": None, "end": None}, "start"),
    ],
)
def test_a_wrong_field_is_named(hall, me, more, field):
    answer = me.post(BOOKINGS, {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat(), **more})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")
    assert field in answer.json()["fields"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"day": "2060-01-15"}, "beyond_window"),
        ({"day": "2000-01-04"}, "desk_not_in_layout"),
        ({"day": "2021-01-05"}, "in_the_past"),
        ({"start": "2026-12-01T21:00:00+09:00", "end": "2026-12-02T09:00:00+09:00"}, "crosses_midnight"),
        ({"start": "2026-12-01T09:00:00+09:00", "end": "2026-12-03T09:00:00+09:00"}, "crosses_midnight"),
        ({"start": "2026-12-01T09:00:00+09:00", "end": "2026-12-01T09:00:01+09:00"}, "not_in_steps"),
    ],
)
def test_a_time_that_no_rule_allows_is_a_coded_refusal(hall, me, more, code):
    body = {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat(), **more}
    answer = me.post(BOOKINGS, body)
    assert (answer.status_code, answer.json()["code"]) == (409, code)


@pytest.mark.parametrize("desk", [999_999_999, 2**63 - 1])
def test_a_desk_that_does_not_exist_is_refused(hall, me, desk):
    answer = me.post(BOOKINGS, {"desk": desk, "day": TUESDAY.isoformat()})
    assert (answer.status_code, answer.json()["code"]) == (409, "desk_not_in_layout")


def test_1440_bookings_in_one_request_are_none(hall, me):
    answer = me.post(BOOKINGS, [{"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}] * 1440)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")


@pytest.mark.parametrize("size", ["0", "-1", "201", "1000000000000000", "1e3", "ten", "１０", " 5"])
def test_a_page_size_out_of_range_is_refused(hall, me, size):
    answer = me.get(BOOKINGS, {"page_size": size})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["page_size"])


@pytest.mark.parametrize("cursor", ["x", "bnVsbA", "WyJuIl0", "WyJuIiwiMjAyNiIsInRlbiJd", "💺", "WyJuIiwxLDJd" * 50])
def test_a_cursor_made_up_by_hand_is_refused(hall, me, cursor):
    answer = me.get(BOOKINGS, {"cursor": cursor})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["cursor"])


def test_a_cursor_with_no_day_in_it_is_refused(hall, me):
    answer = me.get(BOOKINGS, {"cursor": "WyJuIiwibm8gZGF5IiwxXQ"})  # ["n","no day",1]
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["cursor"])


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("day=1999-01-01", "day"),
        ("day=2026-02-31", "day"),
        ("day=%00", "day"),
        ("part=all", "part"),
        ("start=09:00", "end"),
        ("day=2026-12-01&start=10:00&end=09:00", "end"),
    ],
)
def test_reads_name_the_wrong_field_too(hall, me, query, field):
    for address in (
        f"/api/v1/floors/{hall.floors['6'].pk}/availability/",
        "/api/v1/availability/",
        f"/api/v1/desks/{hall.desk('06A-001')}/day/",
    ):
        answer = me.get(f"{address}?{query}")
        assert (answer.status_code, list(answer.json()["fields"])) == (400, [field]), address


@pytest.mark.parametrize("number", ["0", "99999999", str(2**63), "9" * 40])
def test_an_id_that_is_nobodys_is_a_404(hall, me, number):
    for answer in (
        me.get(f"/api/v1/floors/{number}/availability/"),
        me.get(f"/api/v1/desks/{number}/day/"),
        me.post(f"/api/v1/desks/{number}/check-in/"),
        me.get(f"/api/v1/bookings/{number}/"),
        me.post(f"/api/v1/bookings/{number}/cancel/"),
        me.post(f"/api/v1/desk-loans/{number}/withdraw/"),
    ):
        assert answer.status_code == 404


@pytest.mark.parametrize("part", [{}, {"HTTP_X_CSRFTOKEN": "stale" * 8}])
def test_a_write_without_a_fresh_csrf_token_is_refused(hall, me, part):
    strict = APIClient(enforce_csrf_checks=True)
    strict.cookies = me.cookies
    answer = strict.post(BOOKINGS, {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}, **part)
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


def test_a_write_from_a_foreign_origin_is_refused_token_or_not(hall, me):
    strict = APIClient(enforce_csrf_checks=True)
    strict.cookies = me.cookies
    token = strict.get("/api/v1/session/").json()["csrf_token"]
    body = {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}
    answer = strict.post(BOOKINGS, body, headers={"X-CSRFToken": token, "Origin": "https://elsewhere.example"})
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


@pytest.mark.keeps
def test_a_client_that_is_no_browser_gets_its_token_and_books(hall, me):
    strict = APIClient(enforce_csrf_checks=True)
    strict.cookies = me.cookies
    token = strict.get("/api/v1/session/").json()["csrf_token"]
    body = {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}
    assert strict.post(BOOKINGS, body, headers={"X-CSRFToken": token}).status_code == 201


@pytest.mark.keeps
def test_one_idempotency_key_books_once_and_answers_alike(hall, me):
    body = {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}
    first = me.post(BOOKINGS, body, headers={"Idempotency-Key": "k1"})
    again = me.post(BOOKINGS, body, headers={"Idempotency-Key": "k1"})

    assert (first.status_code, again.status_code, again["Idempotent-Replay"]) == (201, 201, "true")
    assert first.json() == again.json()
    assert Booking.objects.count() == 1


@pytest.mark.keeps
def test_a_refusal_is_kept_under_its_key_too(hall, me, as_person):
    as_person("kudo").post(BOOKINGS, {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()})
    body = {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}
    first = me.post(BOOKINGS, body, headers={"Idempotency-Key": "k1"})
    again = me.post(BOOKINGS, body, headers={"Idempotency-Key": "k1"})
    assert (first.status_code, again.status_code, again["Content-Type"]) == (409, 409, "application/problem+json")
    assert first.json() == again.json()


@pytest.mark.keeps
def test_a_key_used_for_another_request_is_refused(hall, me):
    me.post(BOOKINGS, {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}, headers={"Idempotency-Key": "k1"})
    other = me.post(
        BOOKINGS, {"desk": hall.desk("06A-002"), "day": TUESDAY.isoformat()}, headers={"Idempotency-Key": "k1"}
    )
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")


@pytest.mark.keeps
def test_two_people_may_use_the_same_key(hall, me, as_person):
    for client, desk in ((me, "06A-001"), (as_person("kudo"), "06A-002")):
        body = {"desk": hall.desk(desk), "day": TUESDAY.isoformat()}
        assert client.post(BOOKINGS, body, headers={"Idempotency-Key": "k1"}).status_code == 201
    assert KeptAnswer.objects.count() == 2


@pytest.mark.parametrize("key", ["x" * 129, "a\tb"])
def test_a_key_out_of_form_is_refused(hall, me, key):
    body = {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}
    answer = me.post(BOOKINGS, json.dumps(body), content_type="application/json", headers={"Idempotency-Key": key})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["Idempotency-Key"])
