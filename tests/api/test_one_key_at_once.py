"""The same request sent several times at once under one Idempotency-Key, over real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from bookings.models import Booking
from core.models import KeptAnswer
from tests.fixtures.cast import TUESDAY

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]

AT_ONCE = 8


def answers(act):
    """What `act` answers in each of several threads let go together."""
    start = Barrier(AT_ONCE)

    def run(number):
        try:
            start.wait(timeout=30)
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, range(AT_ONCE)))


def test_one_booking_is_made_and_every_sender_gets_its_answer(hall, as_person):
    body = {"desk": hall.desk("06A-001"), "day": TUESDAY.isoformat()}
    clients = [as_person("agatsuma") for _ in range(AT_ONCE)]

    found = answers(
        lambda number: clients[number].post("/api/v1/bookings/", body, headers={"Idempotency-Key": "morning"})
    )

    assert {answer.status_code for answer in found} == {201}
    assert all(answer.json() == found[0].json() for answer in found)
    assert Booking.objects.count() == KeptAnswer.objects.count() == 1


def test_a_refusal_is_given_to_every_sender_alike(hall, as_person):
    body = {"desk": hall.desk("06A-005"), "day": TUESDAY.isoformat()}
    clients = [as_person("agatsuma") for _ in range(AT_ONCE)]

    found = answers(
        lambda number: clients[number].post("/api/v1/bookings/", body, headers={"Idempotency-Key": "morning"})
    )

    assert {(answer.status_code, answer.json()["code"]) for answer in found} == {(409, "drop_in_only_now")}
    assert not Booking.objects.exists()
