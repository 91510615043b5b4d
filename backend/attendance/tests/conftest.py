"""Days of the small hall's people."""

import pytest

from bookings.services.booking import book_desk
from plans.models import Place
from plans.services.ledger import Holder, claim


@pytest.fixture
def book(hall, between):
    """`book("agatsuma", "06A-001", "8:30", "12:00", day=…)`."""

    def booked(person, desk, start="8:30", end="17:15", **day):
        return book_desk(person_id=hall.person(person), desk_id=hall.desk(desk), during=between(start, end, **day))

    return booked


@pytest.fixture
def plan(hall, between):
    """`plan("agatsuma", "home", "8:30", "12:00", day=…)`: a stretch in another place, held by the person's own word."""

    def claimed(person, place, start="8:30", end="17:15", **day):
        return claim(
            person_id=hall.person(person),
            during=between(start, end, **day),
            place=Place(place),
            holder=Holder("own_word", 1),
        )

    return claimed


@pytest.fixture
def week_of(hall):
    """`week_of(client, first=…)` asks for 広聴課 until Tuesday."""

    def ask(client, section="030202", first="2026-11-30", last="2026-12-01", **headers):
        address = f"/api/v1/attendance/departments/{hall.departments[section].pk}/"
        return client.get(address, {"from": first, "to": last}, headers=headers)

    return ask


@pytest.fixture
def export_of(hall):
    """`export_of(client)` asks for the file of 広聴課 until Tuesday."""

    def ask(client):
        address = f"/api/v1/attendance/departments/{hall.departments['030202'].pk}/export/"
        return client.get(address, {"from": "2026-11-30", "to": "2026-12-01"})

    return ask
