"""Booking for somebody else over HTTP: who may, who may not, and what is written down."""

from datetime import date, datetime

import pytest

from audit.models import Event
from bookings.models import Booking
from core import clock
from people.models import Delegation, Person
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

CAST = ["yamada", "agatsuma", "kudo", "sasaki", "hoshi"]


@pytest.fixture
def visitor(hall):
    """客 一郎, whom 佐々木 receives this week."""
    return Person.objects.create(
        kind="visitor",
        number="V000001",
        name="客 一郎",
        family_name="客",
        host=hall.people["sasaki"],
        organisation="県庁",
        active_from=TUESDAY,
        active_to=date(2026, 12, 4),
    )


@pytest.fixture
def delegated(hall):
    """`delegated("hoshi", to="kudo")` lets 工藤 book for 星 today."""

    def give(delegator, *, to, first=MONDAY, last=MONDAY, scope="book", ended_at=None):
        return Delegation.objects.create(
            delegator=hall.people[delegator],
            delegate=hall.people[to],
            scope=scope,
            active_from=first,
            active_to=last,
            ended_at=ended_at,
        )

    return give


@pytest.fixture
def book(hall, as_person):
    """`book("yamada", "kudo")`: 山田 books a desk of 06C for 工藤 on Tuesday."""

    def wish(who, whom, desk="06C-001", day=TUESDAY):
        person = whom if isinstance(whom, int) else hall.person(whom)
        body = {"desk": hall.desk(desk), "day": day.isoformat(), "part": "full", "person": person}
        return as_person(who).post("/api/v1/bookings/", body, format="json")

    return wish


@pytest.mark.parametrize("who", CAST)
@pytest.mark.parametrize("whom", CAST)
def test_only_a_manager_and_oneself_may_where_nothing_was_delegated(who, whom, book):
    answer = book(who, whom)
    if who == whom or (who == "yamada" and whom in ("agatsuma", "kudo")):
        assert answer.status_code == 201
    else:
        assert (answer.status_code, answer.json()["code"]) == (403, "not_yours_to_book")
        assert Booking.objects.count() == 0


def test_a_booking_for_somebody_else_says_both_and_so_does_the_event(book, hall, as_person):
    made = book("yamada", "kudo").json()
    yamada = {"id": hall.person("yamada"), "name": "山田 葵", "family_name": "山田", "department": "広聴課"}
    assert (made["person"], made["booked_by"]) == (hall.person("kudo"), yamada)
    event = Event.objects.get(kind="booking.booked")
    assert event.actor_name == "山田 葵"
    assert event.actor_id == hall.account("yamada").pk
    assert event.on_behalf_of_id == hall.person("kudo")
    assert event.after is not None
    assert (event.after["person"], event.after["acted_by"]) == (hall.person("kudo"), hall.person("yamada"))
    (listed,) = as_person("kudo").get("/api/v1/bookings/").json()["results"]
    assert listed == made


def test_what_one_does_for_oneself_is_on_nobodys_behalf(book, hall):
    made = book("kudo", "kudo").json()
    assert (made["person"], made["booked_by"]) == (hall.person("kudo"), None)
    event = Event.objects.get(kind="booking.booked")
    assert event.on_behalf_of_id is None
    assert event.after is not None
    assert "acted_by" not in event.after


def test_a_delegate_may_while_the_delegation_runs_and_for_any_day_that_can_be_booked(book, delegated):
    delegated("hoshi", to="kudo")
    assert book("kudo", "hoshi", day=date(2026, 12, 8)).status_code == 201


@pytest.mark.parametrize(
    "given",
    [
        {"scope": "approve"},
        {"first": TUESDAY, "last": TUESDAY},
        {"first": date(2026, 11, 1), "last": date(2026, 11, 29)},
        {"ended_at": datetime(2026, 11, 30, 7, tzinfo=clock.city_zone())},
    ],
    ids=["to approve", "from tomorrow", "until yesterday", "ended"],
)
def test_a_delegation_of_another_kind_or_time_opens_nothing(given, book, delegated):
    delegated("hoshi", to="kudo", **given)
    assert book("kudo", "hoshi").status_code == 403


def test_a_delegation_runs_one_way_and_is_not_passed_on(book, delegated):
    delegated("hoshi", to="kudo")
    delegated("kudo", to="sasaki")
    assert book("hoshi", "kudo").status_code == 403
    assert book("sasaki", "hoshi").status_code == 403


@pytest.mark.parametrize("who", CAST)
def test_a_visitor_is_for_facilities_and_not_even_for_the_host(who, book, visitor):
    assert book(who, visitor.pk).status_code == 403


def test_facilities_books_for_a_visitor_and_for_no_member_of_staff(book, hall, visitor):
    account = hall.account("hoshi")
    account.roles = ["facilities"]
    account.save()
    assert book("hoshi", visitor.pk).status_code == 201
    assert book("hoshi", "kudo").status_code == 403


def test_somebody_who_left_is_nobodys_to_book(book, hall):
    Person.objects.filter(pk=hall.person("kudo")).update(active_to=date(2026, 11, 29))
    assert book("yamada", "kudo").status_code == 403


@pytest.mark.parametrize("person", [2**62, 999_999])
def test_a_number_that_nobody_has_is_refused_like_anybody_else(person, book):
    assert book("yamada", person).status_code == 403


@pytest.mark.parametrize("act", ["cancel", "check-in", "restore", "check-out"])
def test_others_cannot_touch_it_and_it_does_not_exist_for_them(act, book, as_person):
    made = book("kudo", "kudo").json()
    address = f"/api/v1/bookings/{made['id']}/"
    for outsider in ("agatsuma", "sasaki"):
        assert as_person(outsider).get(address).status_code == 404
        assert as_person(outsider).post(f"{address}{act}/").status_code == 404
        assert as_person(outsider).patch(address, {"part": "am"}, format="json").status_code == 404


def test_whoever_may_book_may_also_change_cancel_and_restore(book, as_person, hall):
    made = book("kudo", "kudo").json()
    manager, address = as_person("yamada"), f"/api/v1/bookings/{made['id']}/"
    assert manager.get(address).status_code == 200
    moved = manager.patch(address, {"desk": hall.desk("06C-002")}, format="json").json()
    assert moved["desk"]["code"] == "06C-002"
    assert moved["booked_by"] is None
    assert manager.post(f"{address}cancel/").json()["state"] == "cancelled"
    assert manager.post(f"{address}restore/").json()["state"] == "booked"
    behalf = {event.kind: event.on_behalf_of_id for event in Event.objects.filter(kind__startswith="booking.")}
    kudo = hall.person("kudo")
    assert behalf == {
        "booking.booked": None,
        "booking.changed": kudo,
        "booking.cancelled": kudo,
        "booking.restored": kudo,
    }


def test_a_manager_checks_in_for_somebody(book, as_person, monday_morning, hall):
    made = book("kudo", "kudo", day=MONDAY).json()
    assert as_person("yamada").post(f"/api/v1/bookings/{made['id']}/check-in/").json()["state"] == "checked_in"
    assert Event.objects.get(kind="booking.checked_in").on_behalf_of_id == hall.person("kudo")


def test_the_list_of_anothers_bookings_begins_today_and_is_closed_to_others(book, as_person, hall, monday_morning):
    first = book("kudo", "kudo").json()
    later = book("kudo", "kudo", day=date(2026, 12, 3)).json()
    address = f"/api/v1/bookings/?person={hall.person('kudo')}&from=2026-01-01"
    assert as_person("sasaki").get(address).json()["code"] == "not_yours_to_book"
    assert [one["id"] for one in as_person("yamada").get(address).json()["results"]] == [first["id"], later["id"]]
    monday_morning.shift(2 * 86400)
    assert [one["id"] for one in as_person("yamada").get(address).json()["results"]] == [later["id"]]
    assert as_person("yamada").get(f"/api/v1/bookings/{first['id']}/").status_code == 404
    assert [one["id"] for one in as_person("kudo").get(address).json()["results"]] == [first["id"], later["id"]]


def test_a_closure_by_facilities_is_done_to_people_and_not_on_their_behalf(book, as_person, hall):
    book("kudo", "kudo")
    account = hall.account("hoshi")
    account.roles = ["facilities"]
    account.save()
    body = {
        "area": hall.areas["06C"].pk,
        "start": "2026-12-01T08:00:00+09:00",
        "end": "2026-12-01T20:00:00+09:00",
        "reason": "工事",
    }
    assert as_person("hoshi").post("/api/v1/closures/", body, format="json").status_code in (200, 201)
    assert Event.objects.get(kind="booking.cancelled").on_behalf_of_id is None


def test_a_desk_is_asked_about_for_somebody_else(book, as_person, hall):
    made = book("kudo", "kudo").json()
    address = f"/api/v1/desks/{hall.desk('06C-002')}/day/?day=2026-12-01&person={hall.person('kudo')}"
    asked = as_person("yamada").get(address).json()
    assert asked["my_booking"]["id"] == made["id"]
    assert (asked["answer"]["allowed"], asked["answer"]["refusal"]["code"]) == (False, "already_booked")
    assert asked["check_in"] == "none"
    own = f"/api/v1/desks/{hall.desk('06C-001')}/day/?day=2026-12-01&person={hall.person('kudo')}"
    assert as_person("yamada").get(own).json()["state"] == "mine"
    assert as_person("sasaki").get(address).json()["code"] == "not_yours_to_book"
