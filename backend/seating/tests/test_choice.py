"""おまかせで選ぶ: why this desk, that it is fair, and that it is won by one."""

from collections import Counter

import pytest

from bookings.models import Booking
from bookings.services.booking import book_desk
from seating.models import DeskChoice
from seating.policies.choosing import Candidate, choose
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

ADDRESS = "/api/v1/seating/choice/"
CHI_SQUARE_6_AT_1_IN_10_000 = 27.86


def asks(client, **more):
    return client.post(ADDRESS, {"day": str(TUESDAY), "part": "full", **more})


def chosen_by(desks, seed):
    choice = choose(desks, near_person=False, seed=seed)
    assert choice is not None
    return choice.chosen


def codes_of(answer):
    return [reason["code"] for reason in answer["reasons"]]


def test_ten_thousand_draws_give_each_of_seven_equal_desks_equally_often():
    desks = [Candidate(number, f"06E-{number:03}", 0) for number in range(7)]

    drawn = Counter(chosen_by(desks, f"{number:x}").desk_id for number in range(10_000))

    aim = 10_000 / 7
    assert sum((drawn[desk.desk_id] - aim) ** 2 / aim for desk in desks) < CHI_SQUARE_6_AT_1_IN_10_000


def test_the_same_seed_gives_the_same_desk_whatever_the_order_they_come_in():
    desks = [Candidate(number, f"06E-{number:03}", number % 2) for number in range(9)]
    assert chosen_by(desks, "a") == chosen_by(desks[::-1], "a")


def test_a_desk_of_the_own_section_is_chosen_and_nothing_is_booked(hall, as_person):
    answer = asks(as_person("agatsuma"))

    assert answer.status_code == 201
    said = answer.json()
    assert said["desk"]["area_name"] == "6階Aエリア"
    assert codes_of(said) == ["own_area", "not_sat_lately", "drawn"]
    assert (said["recomputed"], said["booking"], len(said["equals"])) == (True, None, 4)
    assert Booking.objects.count() == 0


def test_wanted_features_decide_and_are_told(hall, as_person):
    said = asks(as_person("agatsuma"), features=["monitor"]).json()
    assert said["desk"]["code"] == "06A-001"
    assert {"code": "has_features", "features": ["monitor"]} in said["reasons"]


def test_what_no_desk_has_is_told_and_does_not_refuse(hall, as_person):
    said = asks(as_person("agatsuma"), features=["quiet"]).json()
    assert {"code": "lacks_features", "features": ["quiet"]} in said["reasons"]


def test_the_desk_of_yesterday_is_not_chosen_while_there_is_another(hall, as_person, between):
    client = as_person("agatsuma")
    book_desk(
        person_id=hall.person("agatsuma"), desk_id=hall.desk("06A-001"), during=between("8:30", "17:15", day=MONDAY)
    )
    chosen = {asks(client).json()["desk"]["code"] for _ in range(12)}
    assert chosen <= {"06A-002", "06A-003", "06A-004"}
    assert len(chosen) > 1


def test_another_desk_is_another_desk(hall, as_person):
    client = as_person("agatsuma")
    first = asks(client).json()["desk"]
    others = {asks(client, besides=[first["id"]]).json()["desk"]["code"] for _ in range(6)}
    assert first["code"] not in others


def test_near_a_colleague_is_near_the_colleague(hall, as_person, between):
    book_desk(person_id=hall.person("kudo"), desk_id=hall.desk("06A-004"), during=between("8:30", "17:15"))
    said = asks(as_person("agatsuma"), near=hall.person("kudo")).json()
    reason = next(reason for reason in said["reasons"] if reason["code"] == "near_person")
    assert (reason["person"], reason["metres"] < 3) == ("工藤 真理子", True)


def test_where_a_colleague_sits_is_not_told_by_the_choice_either(hall, as_person, between):
    book_desk(person_id=hall.person("sasaki"), desk_id=hall.desk("06B-001"), during=between("8:30", "17:15"))
    hall.people["sasaki"].visibility = "manager"
    hall.people["sasaki"].save()
    said = asks(as_person("agatsuma"), near=hall.person("sasaki")).json()
    assert codes_of(said)[0] == "near_unknown"
    assert all(reason.get("metres") is None for reason in said["reasons"])


def test_choosing_and_booking_in_one_act(hall, as_person):
    said = asks(as_person("agatsuma"), book=True).json()
    booking = Booking.objects.get()
    assert (booking.desk.code, booking.person_id) == (said["desk"]["code"], hall.person("agatsuma"))
    assert said["booking"]["id"] == booking.pk


def test_where_somebody_was_quicker_the_next_drawn_is_booked_and_told(hall, as_person, between):
    client = as_person("agatsuma")
    said = asks(client).json()
    book_desk(person_id=hall.person("kudo"), desk_id=said["desk"]["id"], during=between("8:30", "17:15"))

    booked = client.post(f"{ADDRESS}{said['id']}/book/", {}).json()

    assert booked["desk"]["code"] == said["equals"][1]["desk_code"]
    assert booked["missed"] == [said["desk"]["code"]]
    assert booked["recomputed"] is True
    assert client.get(f"{ADDRESS}{said['id']}/").json()["desk"] == booked["desk"]
    assert client.post(f"{ADDRESS}{said['id']}/book/", {}).json()["code"] == "choice_is_booked"


def test_a_desk_in_hand_is_moved_and_not_doubled(hall, as_person, between):
    client = as_person("agatsuma")
    mine = book_desk(person_id=hall.person("agatsuma"), desk_id=hall.desk("06C-001"), during=between("8:30", "17:15"))
    assert asks(client, book=True).json()["code"] == "already_booked"
    said = asks(client, book=True, change=mine.pk).json()
    assert Booking.objects.get().desk.code == said["desk"]["code"]


def test_own_areas_full_the_next_area_is_chosen_and_named(hall, as_person, between):
    for who, code in (("yamada", "06A-001"), ("kudo", "06A-002"), ("sasaki", "06A-003"), ("hoshi", "06A-004")):
        Booking.objects.bulk_create(
            [
                Booking(
                    person_id=hall.person(who),
                    desk_id=hall.desk(code),
                    floor=hall.floors["6"],
                    area=hall.areas["06A"],
                    day=TUESDAY,
                    during=between("8:30", "17:15").as_range(),
                    booked_during=between("8:30", "17:15").as_range(),
                    state="booked",
                    created_at=between("8:30", "17:15").start,
                    revision=0,
                )
            ]
        )
    said = asks(as_person("agatsuma"), book=True).json()
    assert (said["desk"]["area_name"], codes_of(said)[0]) == ("6階Bエリア", "overflow_area")


def test_nothing_free_says_so(hall, as_person):
    client = as_person("agatsuma")
    every = [hall.desk(code) for code in hall.desks]
    assert asks(client, besides=every).json()["code"] == "no_desk_to_choose"


def test_the_rule_that_refuses_a_day_refuses_its_choice(hall, as_person):
    assert as_person("agatsuma").post(ADDRESS, {"day": "2027-06-01"}).json()["code"] == "beyond_window"


def test_a_choice_of_somebody_else_does_not_exist(hall, as_person):
    said = asks(as_person("agatsuma")).json()
    assert as_person("sasaki").get(f"{ADDRESS}{said['id']}/").status_code == 404
    assert as_person("yamada").get(f"{ADDRESS}{said['id']}/").status_code == 200
    assert DeskChoice.objects.count() == 1
