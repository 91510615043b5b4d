"""What the facts of a day say, in the small hall."""

import datetime as dt

import pytest

from bookings.models import RefusedAttempt
from core.interval import Interval
from core.refused import Refused
from occupancy.models import DemandDay, DepartmentDay, DeskDay, FloorPresence, OccupancyDay, PlaceDay, SensorSlot
from occupancy.policies.refusals import OccupancyRefusal
from occupancy.services.building import build_day, build_days
from occupancy.tests.days import FRIDAY, booked, on_friday, passed
from plans.models import AttendancePlan
from spaces.models import Closure
from tests.factories.hall import Hall, city_time

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

HALF_PAST_EIGHT, TEN, ONE, FIVE = 17, 20, 26, 34
THREE = 30


def area(hall: Hall, code: str, held: str = "shared") -> PlaceDay:
    return PlaceDay.objects.get(day=FRIDAY, area=hall.areas[code], held=held)


def test_a_desk_is_in_use_while_a_booking_holds_it_and_known_to_be_from_the_check_in_on(hall: Hall) -> None:
    booked(hall, "agatsuma", "06A-001", came="9:40", left="15:00")
    booked(hall, "kudo", "06A-002")
    build_day(FRIDAY)
    desk = DeskDay.objects.get(desk=hall.desks["06A-001"])
    assert (desk.service_slots, desk.booked_slots, desk.checked_in_slots) == (18, 13, 10)
    assert (desk.mode, desk.working_day, desk.sensed_slots) == ("bookable", True, 0)
    row = area(hall, "06A")
    assert (row.desks, row.in_service[TEN], row.booked[TEN], row.checked_in[TEN]) == (5, 5, 2, 1)
    assert (row.booked[HALF_PAST_EIGHT], row.checked_in[HALF_PAST_EIGHT], row.booked[THREE]) == (2, 0, 1)
    assert (area(hall, "06A", "assigned").in_service[TEN], area(hall, "06A", "withheld").in_service[TEN]) == (0, 1)


def test_what_was_released_or_cancelled_never_counts_and_a_walk_up_counts_from_when_it_came(hall: Hall) -> None:
    booked(hall, "agatsuma", "06A-001", state="released", ended_at=on_friday("9:30"), ended_because="no_show")
    booked(hall, "kudo", "06A-002", state="cancelled", ended_at=on_friday("8:00"), ended_because="person")
    booked(hall, "sasaki", "06B-001", start="9:20", came="9:20", walk_up=True)
    build_day(FRIDAY)
    assert sum(area(hall, "06A").booked) == 0
    assert (area(hall, "06B").booked[18], area(hall, "06B").booked[19]) == (0, 1)


def test_who_is_in_the_building_by_the_gates_is_known_to_be_at_the_desk_held(hall: Hall) -> None:
    booked(hall, "agatsuma", "06A-001")
    passed(hall, "agatsuma", "in", "9:05")
    passed(hall, "agatsuma", "out", "12:10")
    build_day(FRIDAY)
    desk = DeskDay.objects.get(desk=hall.desks["06A-001"])
    assert (desk.booked_slots, desk.checked_in_slots) == (18, 6)
    assert FloorPresence.objects.get(floor=hall.floors["6"]).present[TEN] == 1
    assert FloorPresence.objects.get(floor=hall.floors["7"]).people == 0
    assert FloorPresence.objects.get(floor=None).people == 1
    day = OccupancyDay.objects.get()
    assert (day.coverage["booked_minutes"], day.coverage["confirmed_minutes"]) == (525, 185)
    assert (day.coverage["gate_passages"], day.coverage["stays"], day.coverage["stays_estimated"]) == (2, 1, 0)


def test_a_closure_takes_desks_out_of_service_for_its_time_and_nothing_is_in_use_then(hall: Hall) -> None:
    booked(hall, "sasaki", "06B-001", came="8:30")
    Closure.objects.create(
        area=hall.areas["06B"], during=Interval(on_friday("12:00"), on_friday("22:00")).as_range(), reason="工事"
    )
    build_day(FRIDAY)
    row = area(hall, "06B")
    assert (row.in_service[TEN], row.booked[TEN]) == (3, 1)
    assert (row.in_service[ONE], row.booked[ONE], row.checked_in[ONE]) == (0, 0, 0)


def test_what_came_of_bookings_is_counted_by_area_and_department(hall: Hall) -> None:
    booked(hall, "agatsuma", "06A-001", came="8:35", left="15:15")
    booked(hall, "kudo", "06A-002", state="released", ended_at=on_friday("9:30"), ended_because="no_show")
    booked(hall, "yamada", "06A-003", start="13:00")
    booked(hall, "sasaki", "06A-004", start="9:10", end="12:00", came="9:10", walk_up=True, spilled_over=True)
    booked(hall, "kudo", "06A-005", start="13:00", state="cancelled", ended_at=on_friday("8:00"))
    build_day(FRIDAY)
    ours, theirs = DemandDay.objects.order_by("department__code")
    assert (ours.due, ours.as_booked, ours.no_show, ours.not_used, ours.cancelled) == (3, 1, 1, 1, 1)
    assert (ours.walk_ups, ours.check_ins, ours.spilled_over) == (0, 1, 0)
    assert (ours.booked_minutes, ours.confirmed_minutes) == (405 + 255, 400)
    assert (ours.unused_minutes, ours.early_leave_minutes) == (525 + 255, 120)
    assert (theirs.due, theirs.walk_ups, theirs.check_ins, theirs.spilled_over) == (0, 1, 1, 1)


def test_a_wish_of_one_person_for_one_area_is_refused_once_a_day(hall: Hall) -> None:
    for whose, code in (("a", "desk_taken"), ("a", "beyond_window"), ("a", "desk_taken"), ("b", "own_area_has_room")):
        RefusedAttempt.objects.create(
            at=on_friday("8:00"),
            day=FRIDAY,
            area=hall.areas["06A"],
            department=hall.departments["030202"],
            code=code,
            whose=whose,
        )
    build_day(FRIDAY)
    row = DemandDay.objects.get()
    assert (row.refused, row.refused_by_rule, row.floor_id) == (1, 1, hall.floors["6"].pk)


def test_a_department_counts_everybody_below_it_and_halves_of_telework(hall: Hall) -> None:
    booked(hall, "agatsuma", "06A-001", came="9:00")
    booked(hall, "yamada", "06A-006", came="9:00")
    AttendancePlan.objects.create(
        person=hall.people["kudo"],
        day=FRIDAY,
        during=Interval(on_friday("8:30"), on_friday("17:15")).as_range(),
        place="home",
        holder_kind="telework",
        holder_id=1,
    )
    build_day(FRIDAY)
    section, bureau = (DepartmentDay.objects.get(department=hall.departments[code]) for code in ("030202", "03"))
    for row in (section, bureau):
        assert (row.on_roll, row.fixed, row.booked_people, row.checked_in_people, row.gate_people) == (3, 1, 2, 2, 0)
        assert (row.booked_present[TEN], row.booked_present_fixed[TEN], row.telework_halves) == (2, 1, 2)
        assert not row.published
    assert section.lineage == [hall.departments["03"].pk, section.department_id]
    assert OccupancyDay.objects.get().on_roll == 5


def test_sensors_of_desks_and_of_areas(hall: Hall) -> None:
    told = {"day": FRIDAY, "slot": TEN, "read_at": on_friday("10:00"), "source": "test"}
    SensorSlot.objects.create(desk=hall.desks["06B-001"], occupied=1, **told)
    SensorSlot.objects.create(area=hall.areas["06C"], occupied=5, **told)
    build_day(FRIDAY)
    assert (area(hall, "06B").sensed[TEN], area(hall, "06B").occupied[TEN]) == (1, 1)
    assert (area(hall, "06C").sensed[TEN], area(hall, "06C").occupied[TEN]) == (2, 2)
    assert PlaceDay.objects.get(floor=hall.floors["6"], area=None, held="shared").occupied[TEN] == 3


def test_a_sensor_of_an_area_counts_the_desks_that_have_their_own_too(hall: Hall) -> None:
    """06A: five shared desks and one that is assigned. Two desks tell for themselves: one is taken, one is not."""
    told = {"day": FRIDAY, "read_at": on_friday("10:00"), "source": "test"}
    for slot, taken in ((TEN, 4), (ONE, 1), (THREE, 6)):
        SensorSlot.objects.create(area=hall.areas["06A"], slot=slot, occupied=taken, **told)
        for code, occupied in (("06A-001", 1), ("06A-002", 0)):
            SensorSlot.objects.create(desk=hall.desks[code], slot=slot, occupied=occupied, **told)
    build_day(FRIDAY)
    shared, chief = area(hall, "06A"), area(hall, "06A", "withheld")
    assert [(shared.sensed[slot], shared.occupied[slot]) for slot in (TEN, ONE, THREE)] == [(5, 4), (5, 1), (5, 4)]
    assert [(chief.sensed[slot], chief.occupied[slot]) for slot in (TEN, ONE, THREE)] == [(1, 0), (1, 0), (1, 1)]


def test_today_is_counted_up_to_now_and_again_when_it_is_over(hall: Hall, monday_morning: object) -> None:
    today = dt.date(2026, 11, 30)
    booked(hall, "agatsuma", "06A-001", day=today)
    monday_morning.move_to(city_time(today, "10:15"))  # type: ignore[attr-defined]  # the traveller of the fixture
    assert build_day(today).provisional
    row = PlaceDay.objects.get(area=hall.areas["06A"], held="shared")
    assert (row.in_service[TEN], row.in_service[TEN + 1], row.booked[TEN], row.booked[TEN + 1]) == (5, 0, 1, 0)
    assert DemandDay.objects.get().due == 0
    monday_morning.move_to(city_time(dt.date(2026, 12, 1), "2:10"))  # type: ignore[attr-defined]  # the same
    built = build_day(today)
    assert (built.provisional, built.changed, DemandDay.objects.get().not_used) == (False, True, 1)


def test_a_day_to_come_and_a_sealed_one_are_refused(hall: Hall) -> None:
    with pytest.raises(Refused) as refused:
        build_day(dt.date(2026, 12, 1))
    assert refused.value.code is OccupancyRefusal.DAY_TO_COME
    build_day(FRIDAY)
    OccupancyDay.objects.update(sealed=True)
    with pytest.raises(Refused) as refused:
        build_day(FRIDAY)
    assert refused.value.code is OccupancyRefusal.DAY_SEALED
    assert [one.day.day for one in build_days(FRIDAY, dt.date(2026, 11, 29))] == [28, 29]


def test_closed_days_say_what_they_are(hall: Hall) -> None:
    build_day(dt.date(2026, 11, 23))
    day = OccupancyDay.objects.get()
    assert (day.working_day, day.closed_as) == (False, "勤労感謝の日")
