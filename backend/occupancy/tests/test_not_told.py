"""A section of three is told of nowhere: whatever they did, every answer is the same to the byte.

A month is made twice. In one world the three are there and three of the section beside them are not; in the other it is
the other way round. Everything that adds both sections up is equal, so an answer that differed would tell of the three.
"""

from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.db import transaction

from bookings.models import RefusedAttempt
from core.revision import Slow, bump
from occupancy.files.report import report_content
from occupancy.models import DepartmentDay, OccupancyDay
from occupancy.policies.periods import Period
from occupancy.policies.sources import PlaceKind, Source
from occupancy.selectors.reported import Reported, place_of
from occupancy.services.building import build_day
from occupancy.services.writing import FACTS
from occupancy.tests.days import FRIDAY, booked, on_friday, passed
from people.models import Department
from tests.factories.hall import add_person
from tests.fixtures.api_schema import api_schema

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

THREE = ("yamada", "agatsuma", "kudo")
BESIDE = tuple(f"beside{number}" for number in range(8))
FAR = tuple(f"far{number}" for number in range(9))
DESKS = ("06A-001", "06A-002", "06B-001")
FIRST = FRIDAY - timedelta(days=28)
PERIOD = {"from": str(FIRST), "to": str(FRIDAY), "day": str(FRIDAY)}


@pytest.fixture
def facilities(hall, client_of):
    account = hall.account("hoshi")
    account.roles = ["facilities"]
    account.save()
    return client_of(account)


@pytest.fixture
def bureau(hall):
    """広聴局 with 広聴課 (three people), a section of eight and one of nine; two more bureaus of five."""
    for code, name in (("030203", "広報課"), ("030204", "相談課")):
        section = Department.objects.create(code=code, name=name, kind="section", parent=hall.departments["03"])
        section.lineage = [hall.departments["03"].pk, section.pk]
        section.save()
        hall.departments[code] = section
    for code, people in (("030203", BESIDE), ("030204", FAR), ("040301", "abcd"), ("100101", "efgh")):
        for key in people:
            add_person(hall, key, f"人 {key}", code)
    bump(Slow.PEOPLE)
    return hall.departments["03"]


def make_world(hall, there):
    """Four weeks of Fridays on which three people booked, came, and were refused another desk, and others came too."""
    for desk, name in zip(DESKS, there, strict=True):
        booked(hall, name, desk, came="8:20")
        passed(hall, name, "in", "8:20")
        passed(hall, name, "out", "17:20")
        RefusedAttempt.objects.create(
            at=on_friday("8:00"),
            day=FRIDAY,
            area=hall.areas["06A"],
            department=hall.people[name].department,
            code="desk_taken",
            whose=desk,
        )
    for name in (*BESIDE[3:], *FAR[:5]):
        passed(hall, name, "in", "9:10", floor="7")
        passed(hall, name, "out", "16:50", floor="7")
    build_day(FRIDAY)
    days = [day for after in range(1, 29) if (day := FRIDAY - timedelta(days=after)).weekday() < 5]
    every: tuple[Any, ...] = (OccupancyDay, *FACTS)
    for model in every:
        rows = list(model.objects.filter(day=FRIDAY))
        for day in days:
            for row in rows:
                row.pk, row.day = None, day
                row._state.adding = True
            model.objects.bulk_create(rows)


def places(hall):
    yield {}
    yield {"floor": hall.floors["6"].pk}
    yield from ({"department": hall.departments[code].pk} for code in ("03", "030202", "030203"))


def answers(client, hall):
    """What every operation of occupancy and planning that reads or works something out says, by what was asked."""
    said = {}

    def ask(method, path, asked):
        answer = getattr(client, method)(f"/api/v1{path}", asked)
        assert answer.status_code < 500, (path, asked)
        said[path, str(asked)] = answer.content

    for path, of_places in operations():
        for place, source in product(places(hall) if of_places else [{}], ("booking", "gate")):
            for more in MORE.get(path, [{}]):
                ask("get", path, {**PERIOD, **place, "source": source, **more})
    for code in ("03", "030202", "030203", None):
        departments = [hall.departments[code].pk] if code else None
        for source in ("gate", "booking"):
            history = {"from": PERIOD["from"], "to": PERIOD["to"], "source": source, "draws": 50, "seed": 7}
            ask("post", "/occupancy/desks-needed/", {"departments": departments, **history})
    said |= {("files", str(asked)): repr(content).encode() for asked, content in contents(hall)}
    return said


def contents(hall):
    """What workbooks, sheets and the monthly letter are made of, beside another period."""
    month = Period(FIRST, FRIDAY)
    for kind, number, source in (
        (PlaceKind.ALL, None, Source.BOOKING),
        (PlaceKind.ALL, None, Source.CHECK_IN),
        (PlaceKind.FLOOR, hall.floors["6"].pk, Source.BOOKING),
        (PlaceKind.DEPARTMENT, hall.departments["03"].pk, Source.CHECK_IN),
        (PlaceKind.DEPARTMENT, hall.departments["030202"].pk, Source.GATE),
    ):
        place = place_of(kind, number)
        assert place is not None
        asked = Reported(month, place, source)
        yield asked, report_content(asked, "ja", made_at=on_friday("18:00"), compared=Period(FRIDAY, FRIDAY))


MORE = {
    "/occupancy/departments/": [{"kind": "section"}, {"kind": "bureau"}],
    "/occupancy/desks/": [{"never_used": "1"}, {"slot": "10:00"}, {}],
    "/occupancy/export/": [{"file": "csv", "table": table} for table in ("summary", "timeline", "departments")],
}


def operations():
    """Addresses that answer without an id, and whether they take a place and a source."""
    paths = api_schema()["paths"]
    for path, methods in paths.items():
        if path.startswith(("/occupancy/", "/planning/")) and "get" in methods and "{" not in path:
            named = {parameter["name"] for parameter in methods["get"].get("parameters", [])}
            yield path, {"source", "department"} <= named


def world(hall, client, there):
    with transaction.atomic():
        make_world(hall, there)
        said = answers(client, hall)
        facts = {
            (row.department_id, row.published): row.gate_people for row in DepartmentDay.objects.filter(day=FRIDAY)
        }
        transaction.set_rollback(True)
    return said, facts


def test_no_answer_depends_on_a_section_of_three(hall, bureau, facilities):
    told, facts = world(hall, facilities, THREE)
    told_again, facts_again = world(hall, facilities, BESIDE[:3])
    three = hall.departments["030202"].pk
    assert (facts[three, False], facts_again[three, False]) == (3, 0), "the three did something, and it is not told"
    assert facts[bureau.pk, True] == facts_again[bureau.pk, True] == 13
    assert len(told) > 100
    assert [asked for asked in told if told[asked] != told_again[asked]] == []
    summary = told["/occupancy/summary/", str({**PERIOD, "source": "gate"})]
    assert b'"working_days":21' in summary, "there was something to tell"
