"""Sensors that tell at once, in real parallel connections: each slot holds the last reading, whoever comes first."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random

import pytest
from django.db import connection

from occupancy.models import SensorSlot
from occupancy.services.readings import ReadingTold, take_readings
from tests.fixtures.cast import at

pytestmark = [pytest.mark.race, pytest.mark.django_db(transaction=True)]

DESKS = ("06A-001", "06A-002", "06A-003", "06B-001")


def test_whoever_tells_first_the_last_reading_stands(hall, monday_morning):
    monday_morning.move_to(at("12:00"))
    told = [
        ReadingTold(desk, "", "", at("9:00") + timedelta(minutes=minute), (minute // 7 + place) % 2)
        for minute in range(0, 90, 5)
        for place, desk in enumerate(DESKS)
    ]
    take_readings(readings=told, source="one after another")
    alone = standing_now()
    SensorSlot.objects.all().delete()
    shares = [[one for number, one in enumerate(told) if number % 3 != gap] for gap in range(3)] * 2
    start = threading.Barrier(len(shares))

    def tell(number):
        share = shares[number][:]
        Random(number).shuffle(share)
        try:
            start.wait(timeout=30)
            for first in range(0, len(share), 16):
                take_readings(readings=share[first : first + 16], source=f"sensor {number}")
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=len(shares)) as pool:
        list(pool.map(tell, range(len(shares))))
    assert standing_now() == alone
    assert len(alone) == len(DESKS) * 4


def standing_now():
    rows = SensorSlot.objects.order_by("day", "slot", "desk")
    return list(rows.values_list("day", "slot", "desk__code", "occupied", "read_at"))
