"""A closure moves or gives up what is booked, tells everybody, and asks them back when it is lifted."""

import pytest

from bookings.models import Booking
from bookings.services.booking import book_desk
from bookings.services.presence import check_in
from people.models import Account, Department
from relocation.models import Displacement
from relocation.services.answering import lapse_over
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


@pytest.fixture
def facilities(hall, client_of):
    Account.objects.filter(person=hall.person("hoshi")).update(roles=["facilities"])
    return client_of(hall.account("hoshi"))


@pytest.fixture
def close(hall, facilities):
    def closed(desk="06A-001", start="10:00", end="12:00", day=TUESDAY, **more):
        stretch = {"start": city_time(day, start).isoformat(), "end": city_time(day, end).isoformat()}
        return facilities.post("/api/v1/closures/", {"desk": hall.desk(desk), "reason": "点検", **stretch, **more})

    return closed


@pytest.fixture
def mine(hall, between):
    return book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15"))


def test_a_dry_run_proposes_a_desk_outside_the_closure_and_changes_nothing(mine, close):
    (row,) = close(dry_run=True).json()["displaced"]
    assert (row["booking"], row["because"], row["proposal"]["desk_code"], row["moved"]) == (
        mine.pk, "closed", "06A-003", False,
    )  # fmt: skip
    mine.refresh_from_db()
    assert (mine.desk.code, mine.state, Displacement.objects.count()) == ("06A-001", "booked", 0)


def test_a_booking_not_begun_is_moved_as_a_whole(mine, close):
    answer = close(displaced="move")
    assert [(row["proposal"]["desk_code"], row["moved"]) for row in answer.json()["displaced"]] == [("06A-003", True)]
    mine.refresh_from_db()
    assert (mine.desk.code, mine.start, mine.end) == (
        "06A-003", city_time(TUESDAY, "8:30"), city_time(TUESDAY, "17:15"),
    )  # fmt: skip


def test_who_sits_there_stays_until_the_closure_and_goes_on_elsewhere(hall, between, close, monday_morning):
    booking = book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15", day=MONDAY)
    )
    check_in(booking_id=booking.pk)
    monday_morning.move_to(city_time(MONDAY, "9:00"))
    close(day=MONDAY, displaced="move")
    booking.refresh_from_db()
    rest = Booking.objects.get(moved_from=booking)
    assert (booking.state, booking.end) == ("checked_in", city_time(MONDAY, "10:00"))
    assert (rest.state, rest.desk.code, rest.start, rest.end) == (
        "booked", "06A-003", city_time(MONDAY, "10:00"), city_time(MONDAY, "17:15"),
    )  # fmt: skip


def test_what_is_given_up_can_be_had_elsewhere_for_the_time_that_was_lost(mine, close, as_person):
    close()
    me = as_person("agatsuma")
    (offer,) = me.get("/api/v1/relocations/mine/").json()
    assert (offer["because"], offer["reason"], offer["start"]) == ("closed", "点検", "2026-12-01T10:00:00+09:00")
    taken = me.post(f"/api/v1/relocations/{offer['id']}/accept/", {"desk": offer["choices"][0]["id"]}).json()
    assert (taken["booking"]["start"], taken["booking"]["end"]) == (
        "2026-12-01T10:00:00+09:00",
        "2026-12-01T17:15:00+09:00",
    )
    mine.refresh_from_db()
    assert (mine.state, mine.end) == ("booked", city_time(TUESDAY, "10:00"))


def test_a_lifted_closure_asks_those_back_who_were_moved(mine, close, facilities, as_person):
    closure = close(displaced="move").json()["closure"]
    facilities.post(f"/api/v1/closures/{closure['id']}/lift/")
    moved, back = as_person("agatsuma").get("/api/v1/relocations/mine/").json()
    assert (moved["state"], back["because"], [desk["code"] for desk in back["choices"]]) == (
        "moved", "restored", ["06A-001"],
    )  # fmt: skip
    me = as_person("agatsuma")
    stays = me.post(f"/api/v1/relocations/{back['id']}/decline/").json()
    assert (stays["state"], stays["booking"]["desk"]["code"]) == ("declined", "06A-003")


def test_an_offer_that_nobody_answered_lapses_with_its_time(mine, close, monday_morning, as_person):
    close()
    monday_morning.move_to(city_time(TUESDAY, "17:15"))
    (offer,) = Displacement.objects.all()
    answer = as_person("agatsuma").post(f"/api/v1/relocations/{offer.pk}/decline/")
    assert (answer.status_code, answer.json()["code"]) == (409, "displacement_over")
    assert (lapse_over(), lapse_over()) == (1, 0)
    assert as_person("agatsuma").get("/api/v1/relocations/mine/").json() == []


def test_departments_are_found_by_name_and_code_and_make_a_tree(hall, as_person):
    me = as_person("agatsuma")
    (found,) = me.get("/api/v1/departments/?q=広聴課").json()
    bureau = hall.departments["03"].pk
    assert found == {
        "id": hall.departments["030202"].pk, "code": "030202", "name": "広聴課", "kind": "section", "parent": bureau,
    }  # fmt: skip
    assert [row["code"] for row in me.get("/api/v1/departments/?q=04").json()] == ["04", "040301"]
    Department.objects.filter(code="040301").update(active_to="2026-11-01")
    assert [row["code"] for row in me.get("/api/v1/departments/?q=04").json()] == ["04"]
