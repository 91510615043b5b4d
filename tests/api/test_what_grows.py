"""What is asked every day, by the clock or once a month finds its rows in what grows year by year by an index."""

import datetime as dt
from inspect import signature

import pytest
from procrastinate.contrib.django import app

from occupancy.services.retention import forget_day
from tests.api.test_access_matrix import operations
from tests.fixtures.cast import TUESDAY
from tests.fixtures.plans_read import read_whole, statements

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

LONG_AGO = dt.date(2025, 10, 3)
SMALL = frozenset(
    {
        "one_wait_at_a_time",  # of those who wait still
        "open_proposal_of_person",  # of proposals nobody answered
        "telework_waiting",  # of requests nobody decided
        "telework_to_confirm",  # of days nobody confirmed
        "booking_of_desk_on_day",  # by the desk, where next to no rows are as dear as the person's day
    }
)


def test_pages_of_a_manager(hall, as_person, planner):
    client = as_person("yamada")
    with statements() as asked:
        for path in (path for _, method, path in operations() if method == "get"):
            client.get(f"/api/v1{about(hall, path)}?day={TUESDAY}&from={TUESDAY}&to={TUESDAY}&q=a")
    assert len(asked) > 100
    assert read_whole(asked, planner, small=SMALL) == {}


@pytest.mark.usefixtures("hall")
def test_jobs_by_the_clock(planner):
    by_the_clock = [task.func for task in app.tasks.values() if list(signature(task.func).parameters) == ["timestamp"]]
    with statements() as asked:
        for run in by_the_clock:
            run(timestamp=0)
    assert len(by_the_clock) > 20
    assert read_whole(asked, planner, small=SMALL) == {}


@pytest.mark.usefixtures("hall")
def test_a_day_is_forgotten(planner):
    with statements() as asked:
        forget_day(LONG_AGO)
    assert {"plans_attendanceplan", "audit_event"} <= {
        name for sql, _ in asked for name in sql.replace('"', " ").split()
    }
    assert read_whole(asked, planner) == {}


def about(hall, path):
    """The address about something that there is, where there is something."""
    section = hall.departments["030202"].pk
    numbers = {
        "/attendance/departments/": section,
        "/desks/": hall.desk("06A-001"),
        "/floors/": hall.floors["6"].pk,
        "/layouts/": hall.layouts["6"].pk,
        "/people/": hall.person("agatsuma"),
        "/telework/departments/": section,
        "/telework/records/departments/": section,
    }
    number = next((number for start, number in numbers.items() if path.startswith(start)), 1)
    return path.replace("{id}", str(number)).replace("{day}", str(TUESDAY))
