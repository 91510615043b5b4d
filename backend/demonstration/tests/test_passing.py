"""The fictional staff pass the gates as their bookings say."""

from datetime import timedelta

import pytest

from demonstration.policies.passing import Stay, passages_around, stays_without_a_desk
from demonstration.services.passing import pass_gates
from gates.models import GatePassage
from tests.fixtures.cast import MONDAY, at

NOON = at("12:00")


def told(stay):
    return [(one.direction, one.gate) for one in passages_around(stay, noon=NOON)]


def test_who_came_in_the_morning_and_left_early_passed_two_gates():
    stay = Stay(7, "6", at("8:30"), at("11:00"))
    (came, gate), (left, same) = told(stay)
    assert (came, left, gate) == ("in", "out", same)
    assert gate.startswith("G06-")
    first, last = passages_around(stay, noon=NOON)
    assert at("8:20") < first.at < at("8:30")
    assert at("11:00") < last.at < at("11:10")


def test_the_same_stay_passes_at_the_same_times():
    stay = Stay(7, "6", at("8:30"), None)
    assert list(passages_around(stay, noon=NOON)) == list(passages_around(stay, noon=NOON))


def test_at_weekends_a_few_come_and_some_are_on_night_duty():
    stays = stays_without_a_desk(range(1, 500), ["5", "6"], noon=NOON, working_day=False)
    nights = [stay for stay in stays if stay.came_at > NOON]
    assert 0 < len(nights) < len(stays) - len(nights) < 25
    assert all(stay.left_at and stay.left_at > at("8:00", MONDAY + timedelta(days=1)) for stay in nights)


@pytest.mark.django_db
def test_passing_again_adds_only_what_happened_since(hall, monday_morning, as_person):
    monday_morning.move_to(at("8:45"))
    misaki = as_person("agatsuma")
    desk = {"desk": hall.desk("06A-001"), "day": MONDAY.isoformat(), "part": "full"}
    booking = misaki.post("/api/v1/bookings/", desk).json()
    assert misaki.post(f"/api/v1/bookings/{booking['id']}/check-in/").status_code == 200
    pass_gates(MONDAY)  # others without a desk may pass too: that is drawn by their ids
    assert pass_gates(MONDAY) == 0
    passage = GatePassage.objects.get(person=hall.person("agatsuma"))
    assert (passage.direction, passage.floor_id) == ("in", hall.floors["6"].pk)
    assert at("8:35") < passage.at < at("8:45")
