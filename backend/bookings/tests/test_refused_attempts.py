"""Desks wanted and not given are remembered: where, for which day, why and by which department, and not by whom."""

import pytest

from bookings.models import Booking, RefusedAttempt
from bookings.services.booking import book_desk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def wants(hall, as_person):
    def asked(desk, who="agatsuma", **options):
        body = {"desk": hall.desk(desk), "day": "2026-12-01", "part": "full"}
        return as_person(who).post("/api/v1/bookings/", body, **options)

    return asked


def remembered():
    rows = RefusedAttempt.objects.order_by("pk").values_list("day", "area__code", "department__name", "code")
    return [(day.isoformat(), *more) for day, *more in rows]


TAKEN = ("2026-12-01", "06A", "広聴課", "desk_taken")


@pytest.fixture
def taken(hall, between):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))


@pytest.mark.usefixtures("taken")
def test_a_refused_booking_is_remembered_though_its_transaction_is_undone(wants):
    assert wants("06A-001").status_code == 409
    assert remembered() == [TAKEN]


@pytest.mark.usefixtures("taken")
def test_with_a_key_it_is_remembered_once(wants):
    for _ in range(2):
        assert wants("06A-001", headers={"Idempotency-Key": "once"}).status_code == 409
    assert remembered() == [TAKEN]


@pytest.mark.usefixtures("taken")
def test_the_attempts_of_one_person_for_one_day_can_be_told_from_those_of_others(wants):
    for who in ("agatsuma", "agatsuma", "yamada"):
        wants("06A-001", who=who)
    assert [RefusedAttempt.objects.count(), RefusedAttempt.objects.values("whose").distinct().count()] == [3, 2]


def test_a_desk_that_is_given_writes_nothing(wants):
    assert wants("06A-001").status_code == 201
    assert remembered() == []


def test_an_own_booking_in_the_way_is_no_demand_that_was_not_met(hall, wants, between):
    book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=between("8:30", "12:00"))
    assert wants("06A-001").json()["code"] == "already_booked"
    assert remembered() == []


@pytest.mark.usefixtures("taken")
def test_a_refused_change_is_remembered_too(hall, as_person, between):
    mine = book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-002"), during=between("8:30", "12:00"))
    as_person("agatsuma").patch(f"/api/v1/bookings/{mine.pk}/", {"desk": hall.desk("06A-001")})
    assert remembered() == [TAKEN]
    assert Booking.objects.get(pk=mine.pk).desk_id == hall.desk("06A-002")


@pytest.mark.usefixtures("taken")
def test_a_question_is_no_attempt(hall, as_person):
    as_person("agatsuma").get(f"/api/v1/desks/{hall.desk('06A-001')}/day/", {"day": "2026-12-01"})
    assert remembered() == []


@pytest.mark.usefixtures("taken")
def test_a_listener_that_fails_keeps_nobody_from_the_answer(wants, monkeypatch):
    monkeypatch.setattr("core.refusals_heard._listeners", [f"{__name__}.write_too_much"])
    assert wants("06A-001").json()["code"] == "desk_taken"


def write_too_much(refused):
    RefusedAttempt.objects.create(at="2026-12-01T00:00+09:00", day="2026-12-01", code="x" * 100, whose="")
