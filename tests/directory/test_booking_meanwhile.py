"""The directory and everybody else at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from bookings.services.booking import book_desk
from core.refused import Refused
from directory.services.running import run_directory
from directory.source import Roll
from directory.tests.rolls import Given
from integrations.directory.port import DepartmentKind, DirectoryDepartment, DirectoryPerson, Employment
from people.models import Person

pytestmark = [
    pytest.mark.race,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("monday_morning"),
]


def apart(act):
    """`act` in a thread with a connection of its own; what it came to."""

    def run():
        try:
            return act()
        except Refused as refused:
            return str(refused.code)
        finally:
            connection.close()

    return run


def test_booking_while_people_move_ends_without_a_deadlock(hall, between):
    people = list(hall.people.values())
    for number, person in enumerate(people):
        Person.objects.filter(pk=person.pk).update(directory_id=f"s{number}", directory_uuid=f"u{number}")
    from_here = [Given(_moved(people, "030202")), Given(_moved(people, "040301"))]
    stop = threading.Event()

    def book():
        found = []
        for hour in range(8, 18):
            for person in people:
                during = between(f"{hour}:30", f"{hour + 1}:00")
                found.append(apart(lambda p=person, d=during: _book(hall, p, d))())
        stop.set()
        return found

    def move():
        states = []
        while not stop.is_set():
            states += [run_directory(directory=one).state for one in from_here]
        return states

    with ThreadPoolExecutor(2) as pool:
        booked, moved = pool.submit(apart(book)), pool.submit(apart(move))
        assert moved.result()
        assert set(moved.result()) <= {"applied", "unchanged"}
        assert len(booked.result()) == 50


def _book(hall, person, during):
    return book_desk(person_id=person.pk, desk_id=hall.desk("06C-001"), during=during).state


def _moved(people, code):
    departments = [
        DirectoryDepartment(section, section, DepartmentKind.SECTION, None)
        for section in ("030202", "040301", "100101")
    ]
    entries = [
        DirectoryPerson(
            f"s{n}", one.number, one.name, one.family_name, "", "", "", "", Employment.REGULAR, code, uuid=f"u{n}"
        )
        for n, one in enumerate(people)
    ]
    return Roll(tuple(departments), tuple(entries), ())
