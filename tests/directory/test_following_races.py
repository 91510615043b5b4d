"""People book while the roll changes: nobody ends up with a desk that is not theirs, and nobody waits in a circle."""

import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from django.db import connection

from bookings.models import Booking
from bookings.services.booking import book_desk
from core.interval import Interval
from core.refused import Refused
from people.models import Person
from telework.policies.states import Actor
from telework.services.requests import withdraw_request
from telework.tests.asking import WEDNESDAY, asked, register_everybody
from tests.directory.roll_changes import leave, move
from tests.factories.hall import city_time
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("monday_morning")]

ROUNDS = range(3)


def together(*acts):
    start = threading.Barrier(len(acts))

    def run(act):
        try:
            start.wait(timeout=30)
            act()
        except Refused as refused:
            return str(refused.code)
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(max_workers=len(acts)) as pool:
        return Counter(pool.map(run, acts))


def booking(hall, name, desk, start, end):
    during = Interval(city_time(TUESDAY, start), city_time(TUESDAY, end))
    return partial(book_desk, person_id=hall.person(name), desk_id=hall.desk(desk), during=during)


@pytest.mark.parametrize("_round", ROUNDS)
def test_whoever_moves_keeps_no_desk_of_the_old_section_however_they_book_meanwhile(hall, _round):
    outcome = together(
        partial(move, hall, "100101", "agatsuma"),
        booking(hall, "agatsuma", "06A-001", "8:30", "12:00"),
        booking(hall, "agatsuma", "06A-002", "13:00", "17:15"),
        booking(hall, "kudo", "06A-003", "8:30", "17:15"),
    )
    assert set(outcome) <= {"done", "area_not_yours"}
    assert not Booking.objects.live().filter(person=hall.person("agatsuma")).exists()
    assert Booking.objects.live().filter(person=hall.person("kudo")).count() == 1


@pytest.mark.parametrize("_round", ROUNDS)
def test_people_with_new_names_and_bookings_do_not_wait_for_each_other_in_a_circle(hall, _round):
    def renamed_and_gone():
        leave(hall, "kudo")
        Person.objects.filter(pk=hall.person("sasaki")).update(directory_id="sasaki2")

    outcome = together(
        renamed_and_gone,
        booking(hall, "kudo", "06A-001", "8:30", "12:00"),
        booking(hall, "sasaki", "06B-001", "8:30", "12:00"),
        partial(move, hall, "100101", "agatsuma"),
    )
    assert outcome["done"] >= 3, outcome


@pytest.mark.parametrize("_round", ROUNDS)
def test_a_request_withdrawn_while_its_person_leaves_ends_once(hall, _round):
    register_everybody(hall)
    request = asked(hall, "agatsuma", WEDNESDAY)
    outcome = together(
        partial(leave, hall, "agatsuma"),
        partial(withdraw_request, request_id=request.pk, actor=Actor.ONESELF),
    )
    assert set(outcome) <= {"done", "wrong_state"}
    request.refresh_from_db()
    assert request.state == "withdrawn"
