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
