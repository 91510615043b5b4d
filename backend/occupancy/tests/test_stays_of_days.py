"""The stays of everybody, as they are read from the log day by day."""

from datetime import timedelta

import pytest

from gates.models import GatePassage
from occupancy.policies.passages import CleaningRule as Rule
from occupancy.policies.passages import Stay
from occupancy.selectors.stays import stays_between, stays_of_day
from plans.models import DayShift, WeeklyPattern
from tests.fixtures.cast import MONDAY, TUESDAY, at

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

SUNDAY, WEDNESDAY = MONDAY - timedelta(days=1), TUESDAY + timedelta(days=1)


@pytest.fixture
def passes(hall):
    """`passes("kudo", "8:20 in G06-1", …)`: she passed these gates on Monday, or on `day`."""
    line = iter(range(2, 100))

    def passing(name, *passages, day=MONDAY):
        for one in passages:
            clock_time, direction, gate = one.split()
            floor = hall.floors.get(gate[2:3])
            GatePassage.objects.create(
                person=hall.people[name],
                gate=gate,
                floor=floor,
                direction=direction,
                at=at(clock_time, day),
                source_file="gates.csv",
                source_line=next(line),
            )

    return passing


@pytest.fixture
def shown(hall):
    """A day's stays by name."""
    names = {person.pk: name for name, person in hall.people.items()}
    codes = {floor.pk: code for code, floor in hall.floors.items()}

    def of(day):
        return {
            names[person]: [(codes.get(stay.floor_id), stay.start, stay.end, stay.estimated) for stay in stays]
            for person, stays in day.stays.items()
        }

    return of


def test_everybodys_stays_of_a_day(passes, shown, hall):
    passes("kudo", "8:20 in G06-1", "12:00 out G06-1", "12:50 in G07-1", "17:20 out G07-1")
    passes("hoshi", "9:00 in EAST", "9:30 out EAST")
    day = stays_of_day(MONDAY)
    assert shown(day) == {
        "kudo": [("6", at("8:20"), at("12:00"), False), ("7", at("12:50"), at("17:20"), False)],
        "hoshi": [(None, at("9:00"), at("9:30"), False)],
    }
    assert (day.day, day.passages, day.found) == (MONDAY, 6, {})
    assert day.stays[hall.people["hoshi"].pk] == [Stay(None, at("9:00"), at("9:30"))]


def test_a_missing_exit_ends_with_the_shift_of_that_person_on_that_day(passes, shown, hall):
    early, own_day = hall.people["kudo"], hall.people["hoshi"]
    WeeklyPattern.objects.create(
        person=early, active_from=SUNDAY, am=[""] * 7, pm=[""] * 7, shifts=["0730"] + [""] * 6, set_at=at("8:00")
    )
    DayShift.objects.create(person=own_day, day=MONDAY, shift="0930")
    for name in ("kudo", "hoshi", "sasaki"):
        passes(name, "8:20 in G06-1")
        passes(name, "8:20 in G06-1", day=TUESDAY)
    monday, tuesday = stays_between(MONDAY, TUESDAY)
    ends = {name: stays[0][2] for name, stays in shown(monday).items()}
    assert ends == {"kudo": at("16:15"), "hoshi": at("18:15"), "sasaki": at("17:15")}
    assert {stays[0][2] for stays in shown(tuesday).values()} == {at("17:15", TUESDAY)}
    assert monday.found == {Rule.EXIT_MISSING: 3}


def test_a_duty_over_midnight_is_with_both_its_days_and_found_on_the_first(passes, shown):
    passes("kudo", "17:30 in G06-1")
    passes(
        "kudo",
        "8:40 out G06-1",
        "8:40 out G06-1".replace(":40", ":41"),
        "12:50 in G06-1",
        "13:00 out G06-1",
        day=TUESDAY,
    )
    duty = ("6", at("17:30"), at("8:40", TUESDAY), False)
    sunday, monday, tuesday, wednesday = stays_between(SUNDAY, WEDNESDAY)
    assert shown(sunday) == shown(wednesday) == {}
    assert shown(monday) == {"kudo": [duty]}
    assert shown(tuesday) == {"kudo": [duty, ("6", at("12:50", TUESDAY), at("13:00", TUESDAY), False)]}
    assert (monday.found, tuesday.found) == ({Rule.OVER_MIDNIGHT: 1}, {Rule.READ_TWICE: 1})


def test_a_night_duty_with_a_going_out_is_with_the_days_it_touches(passes, shown):
    passes("kudo", "17:30 in G06-1", "23:30 out G06-1")
    passes("kudo", "0:20 in G06-1", day=TUESDAY)
    passes("hoshi", "17:30 in G06-1")
    passes("hoshi", "2:00 out G06-1", "2:20 in G06-1", "8:30 out G06-1", day=TUESDAY)
    passes("kudo", "8:20 in G06-1", "17:20 out G06-1", day=WEDNESDAY)
    over = ("6", at("17:30"), at("2:00", TUESDAY), False)
    monday, tuesday, wednesday = stays_between(MONDAY, WEDNESDAY)
    assert shown(monday) == {"kudo": [("6", at("17:30"), at("23:30"), False)], "hoshi": [over]}
    assert shown(tuesday) == {
        "kudo": [("6", at("0:20", TUESDAY), at("8:30", TUESDAY), True)],
        "hoshi": [over, ("6", at("2:20", TUESDAY), at("8:30", TUESDAY), False)],
    }
    assert shown(wednesday) == {"kudo": [("6", at("8:20", WEDNESDAY), at("17:20", WEDNESDAY), False)]}
    assert [day.passages for day in (monday, tuesday, wednesday)] == [3, 4, 2]
    assert [day.found for day in (monday, tuesday, wednesday)] == [{Rule.OVER_MIDNIGHT: 1}, {Rule.EXIT_MISSING: 1}, {}]
    assert stays_of_day(TUESDAY) == tuesday


def test_who_is_called_in_at_night_is_there_until_the_shift_of_that_day_ends(passes, shown, hall):
    DayShift.objects.create(person=hall.people["kudo"], day=TUESDAY, shift="0730")
    passes("kudo", "8:20 in G06-1", "17:20 out G06-1")
    passes("kudo", "3:00 in G06-1", day=TUESDAY)
    assert shown(stays_of_day(TUESDAY)) == {"kudo": [("6", at("3:00", TUESDAY), at("16:15", TUESDAY), True)]}


def test_a_late_visit_that_is_taken_to_last_into_the_next_day_is_with_both(passes, shown):
    passes("kudo", "23:50 in G06-1")
    late = ("6", at("23:50"), at("0:20", TUESDAY), True)
    monday, tuesday = stays_between(MONDAY, TUESDAY)
    assert shown(monday) == shown(tuesday) == {"kudo": [late]}
    assert (monday.found, tuesday.found) == ({Rule.EXIT_MISSING: 1}, {})


def test_a_day_is_the_same_alone_and_in_any_stretch(passes):
    for day in (SUNDAY, MONDAY, TUESDAY):
        passes("kudo", "0:00 in G07-1", "6:00 in G06-1", "9:00 in G06-1", "23:59 in EAST", day=day)
        passes("hoshi", "5:00 in G06-1", "17:00 out G06-1", "18:00 in EAST", "18:10 in G06-1", day=day)
        passes("sasaki", "9:00 out EAST", "17:30 in G07-1", day=day)
    stretches = [stays_between(SUNDAY, WEDNESDAY), stays_between(MONDAY, TUESDAY), map(stays_of_day, (MONDAY, TUESDAY))]
    found = [{day.day: day for day in stretch} for stretch in stretches]
    for day in (MONDAY, TUESDAY):
        assert found[0][day] == found[1][day] == found[2][day]


def test_reading_a_day_takes_as_many_queries_for_many_as_for_one(passes, django_assert_num_queries):
    passes("kudo", "8:20 in G06-1")
    with django_assert_num_queries(4):
        stays_of_day(MONDAY)
    for name in ("hoshi", "sasaki", "yamada"):
        passes(name, "8:20 in G06-1", "9:00 in G07-1")
    with django_assert_num_queries(4):
        stays_of_day(MONDAY)
