"""A full area, and people who wait for it."""

from collections.abc import Callable

import pytest

from bookings.models import Booking
from bookings.services.booking import book_desk
from tests.factories.hall import add_person
from tests.fixtures.cast import TUESDAY
from waitlists.models import Wait
from waitlists.selectors.joining import Wanted
from waitlists.services.joining import join_line

AREA_DESKS = ["06A-001", "06A-002", "06A-003", "06A-004"]


@pytest.fixture
def full(hall, between) -> dict[str, Booking]:
    """Area 06A on Tuesday: every bookable desk is somebody's for the whole day; the bookings by desk."""
    booked = {}
    for number, code in enumerate(AREA_DESKS):
        person = add_person(hall, f"sitter{number}", f"在席 {number}", "030202")
        booked[code] = book_desk(person_id=person.pk, desk_id=hall.desk(code), during=between("8:30", "17:15"))
    return booked


@pytest.fixture
def waits(hall, between) -> Callable[..., Wait]:
    """`waits("kudo")` joins the line of 06A on Tuesday for the whole day."""

    def join(who, start="8:30", end="17:15", *, area: str | None = "06A", features=(), book_until=None) -> Wait:
        area_id = hall.areas[area].pk if area else None
        wanted = Wanted(TUESDAY, between(start, end), area_id, features)
        return join_line(person_id=hall.person(who), wanted=wanted, book_until=book_until)

    return join
