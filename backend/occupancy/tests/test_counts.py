"""Counting by eye: what is taken, what is refused, and what bookings say beside it."""

from datetime import timedelta

import pytest

from audit.models import Event
from bookings.services.booking import book_desk, cancel_booking
from bookings.services.presence import check_in
from core.interval import Interval
from core.revision import Slow, bump
from occupancy.models import FloorCount, OccupancyDay
from occupancy.policies.counts import walking_order
from occupancy.services.marking import mark_stale
from occupancy.tests.days import booked, on_friday
from people.models import Account
from spaces.models import DeskPlacement
from spaces.policies.closed_places import ClosedPlaceWanted
from spaces.policies.floor_plan import PlacedArea
from spaces.services.closures import close_place
from tests.fixtures.cast import MONDAY, at

COUNTS, WALK = "/api/v1/occupancy/counts/", "/api/v1/occupancy/counts/walk/"


@pytest.fixture
def facilities(hall, client_of, monday_morning):
    monday_morning.move_to(at("10:00"))
    Account.objects.filter(person=hall.people["yamada"]).update(roles=["facilities"])
    return client_of(hall.account("yamada"))


@pytest.fixture
def counted(facilities, hall):
    """`counted("06A", 3)` posts that count; `at=`, `floor=`, `key=` with it."""

    def post(area, in_use, *, key="", **others):
        headers = {"Idempotency-Key": key} if key else {}
        return facilities.post(COUNTS, {"area": hall.areas[area].pk, "in_use": in_use, **others}, headers=headers)

    return post


def listed(facilities, **asked):
    return [(one["area"], one["in_use"]) for one in facilities.get(COUNTS, asked).json()]


def test_a_count_is_kept_with_its_time_and_the_desks_in_service(counted, facilities, hall):
    answer = counted("06A", 3)
    assert answer.status_code == 201
    assert answer.json() == {
        "id": FloorCount.objects.get().pk,
        "floor": hall.floors["6"].pk,
        "area": hall.areas["06A"].pk,
        "at": at("10:00").isoformat(),
        "in_use": 3,
        "in_service": 6,
        "booked": 0,
        "checked_in": 0,
    }
    assert facilities.get(COUNTS, {"floor": hall.floors["6"].pk}).json() == [answer.json()]
    kept = FloorCount.objects.get()
    assert (kept.day, kept.counted_by) == (MONDAY, hall.people["yamada"])
    told = Event.objects.get(kind="floor_count.made").after
    assert told is not None
    assert told["in_use"] == 3


def test_bookings_are_told_beside_a_count_as_they_were_then(counted, facilities, hall, monday_morning):
    monday_morning.move_to(at("8:30"))
    for number, (name, start, end) in enumerate(
        [("agatsuma", "8:30", "12:00"), ("kudo", "8:30", "17:15"), ("yamada", "8:30", "17:15")], start=1
    ):
        booking = book_desk(
            person_id=hall.person(name), desk_id=hall.desk(f"06A-00{number}"), during=Interval(at(start), at(end))
        )
        if name == "kudo":
            check_in(booking_id=booking.pk)
    cancel_booking(booking_id=booking.pk)
    monday_morning.move_to(at("12:30"))
    assert [
        (one["booked"], one["checked_in"])
        for one in (
            counted("06A", 4, at=at("8:30").isoformat()).json(),
            counted("06A", 4, at=at("11:59").isoformat()).json(),
            counted("06A", 4, at=at("12:00").isoformat()).json(),
            counted("06B", 0).json(),
        )
    ] == [(2, 1), (2, 1), (1, 1), (0, 0)]
    assert [one["booked"] for one in facilities.get(COUNTS).json()] == [2, 2, 1, 0]


def test_whether_somebody_was_at_their_own_desk_is_not_told_beside_a_count(counted, hall):
    """06A has one assigned desk: a count of a moment of last week would tell whether its chief was there."""
    booked(hall, "agatsuma", "06A-001", came="8:35")
    booked(hall, "yamada", "06A-006", came="8:35")
    told = counted("06A", 0, at=on_friday("10:00").isoformat()).json()
    assert (told["booked"], told["checked_in"]) == (1, 1)


def test_the_walk_names_areas_in_order_with_desks_and_the_last_count_and_no_booking(counted, facilities, hall):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-001"), during=Interval(at("10:00"), at("12:00")))
    counted("06A", 1)
    counted("06A", 2)
    walk = facilities.get(WALK, {"floor": hall.floors["6"].pk}).json()
    assert [
        (one["area"]["code"], one["in_service"], one["last"] and one["last"]["in_use"]) for one in walk["areas"]
    ] == [
        ("06A", 6, 2),
        ("06B", 3, None),
        ("06C", 2, None),
    ]
    assert "booked" not in str(walk)


def test_desks_closed_or_out_of_use_are_not_in_service(counted, facilities, hall):
    during = Interval(at("9:00"), at("11:00"))
    close_place(place=ClosedPlaceWanted(desk_id=hall.desk("06A-001")), during=during, reason="点検")
    DeskPlacement.objects.filter(desk=hall.desk("06A-002")).update(mode="unavailable")
    bump(Slow.PLACES)
    assert counted("06A", 5).json()["most"] == 4
    assert counted("06A", 4).status_code == 201
    assert counted("06A", 5, at=at("8:59").isoformat()).status_code == 201
    walk = facilities.get(WALK, {"floor": hall.floors["6"].pk}).json()
    assert walk["areas"][0]["in_service"] == 4


def test_more_than_the_desks_in_service_is_refused_with_their_number(counted):
    answer = counted("06A", 7)
    assert (answer.status_code, answer.json()["code"], answer.json()["most"]) == (409, "count_over_desks", 6)
    assert not FloorCount.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"in_use": -1}, {"in_use": "many"}, {"in_use": 40_000}, {"at": "10:00"}, {"area": 0}]
)
def test_what_is_no_count_is_refused_with_its_field(facilities, hall, wrong):
    answer = facilities.post(COUNTS, {"area": hall.areas["06A"].pk, "in_use": 1, **wrong})
    assert (answer.status_code, list(answer.json()["fields"])) == (400, list(wrong))


def test_times_to_come_and_of_long_ago_are_refused(counted):
    assert counted("06A", 1, at=at("10:05").isoformat()).status_code == 201
    assert counted("06A", 1, at=at("10:06").isoformat()).json()["code"] == "count_to_come"
    assert counted("06A", 1, at=at("10:00", MONDAY - timedelta(days=7)).isoformat()).status_code == 201
    assert counted("06A", 1, at=at("9:59", MONDAY - timedelta(days=7)).isoformat()).json()["code"] == "count_too_old"


def test_an_area_of_another_floor_and_one_that_is_nowhere_are_refused(counted, facilities, hall):
    assert counted("06A", 1, floor=hall.floors["7"].pk).json()["code"] == "area_not_there"
    assert counted("06A", 1, floor=hall.floors["6"].pk).status_code == 201
    assert facilities.post(COUNTS, {"area": 999_999, "in_use": 1}).json()["code"] == "area_not_there"


def test_a_count_taken_back_counts_no_more_and_stays_as_a_record(counted, facilities, hall):
    number = counted("06A", 3).json()["id"]
    assert listed(facilities) == [(hall.areas["06A"].pk, 3)]
    assert [facilities.delete(f"{COUNTS}{number}/").status_code for _ in range(2)] == [204, 204]
    assert listed(facilities) == []
    assert FloorCount.objects.get().withdrawn_at == at("10:00")
    assert Event.objects.filter(kind="floor_count.withdrawn").count() == 1
    assert facilities.delete(f"{COUNTS}{number + 1}/").status_code == 404


def test_a_count_sent_twice_with_one_key_is_kept_once(counted):
    first, second = counted("06A", 3, key="walk-1"), counted("06A", 3, key="walk-1")
    assert (first.json(), FloorCount.objects.count()) == (second.json(), 1)


def test_a_late_count_and_one_taken_back_make_the_days_facts_stale(counted, facilities):
    sunday = MONDAY - timedelta(days=1)
    for day in (sunday, MONDAY):
        OccupancyDay.objects.create(
            day=day, working_day=True, core_first=17, core_end=35, on_roll=5, digest="", version=1, built_at=at("2:10")
        )
    counted("06A", 3)
    number = counted("06A", 3, at=at("10:00", sunday).isoformat()).json()["id"]
    assert list(OccupancyDay.objects.filter(stale=True).values_list("day", flat=True)) == [sunday]
    OccupancyDay.objects.update(stale=False)
    facilities.delete(f"{COUNTS}{number}/")
    assert OccupancyDay.objects.get(stale=True).day == sunday
    assert mark_stale(days=[]) == 0


def test_counts_are_of_one_day_and_of_a_floor_where_it_is_asked(counted, facilities, hall):
    sunday = MONDAY - timedelta(days=1)
    counted("06A", 3)
    counted("07A", 1)
    counted("06B", 2, at=at("10:00", sunday).isoformat())
    assert len(listed(facilities)) == 2
    assert listed(facilities, floor=hall.floors["7"].pk) == [(hall.areas["07A"].pk, 1)]
    assert listed(facilities, day=sunday) == [(hall.areas["06B"].pk, 2)]
    assert facilities.get(COUNTS, {"day": "today"}).status_code == 400


def test_only_facilities_count(as_person, hall):
    staff = as_person("agatsuma")
    assert staff.get(WALK, {"floor": hall.floors["6"].pk}).status_code == 403
    assert staff.post(COUNTS, {"area": hall.areas["06A"].pk, "in_use": 1}).status_code == 403


def test_a_walk_needs_a_floor_that_exists(facilities):
    assert facilities.get(WALK).status_code == 400
    assert facilities.get(WALK, {"floor": 999_999}).status_code == 404


def test_a_floor_is_walked_there_and_back():
    def area(code, x, y, height=10.0):
        return PlacedArea(1, code, code, x, y, 20.0, height, ())

    areas = [
        area("C", 40, 1),
        area("A", 0, 0),
        area("B", 20, 2),
        area("D", 0, 12),
        area("E", 20, 11),
        area("F", 40, 13),
    ]
    assert "".join(one.code for one in walking_order(areas)) == "ABCFED"
    assert walking_order([]) == []
