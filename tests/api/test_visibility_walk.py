"""Who hides is hidden everywhere: every operation of the schema that can name people is asked about somebody hidden.

Each operation stands in tests/api/what_calls_say.py with what it may tell of others; one that does not fails the first
test, so that whoever adds a call has to decide. The walk then asks every GET as outsiders: a colleague of the same
section, somebody from another, facilities, and nobody at all. 工藤 shows herself to her manager alone, 山田 (whose desk
is assigned) to the section alone, and 客野 visits 工藤.
"""

import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import product

import pytest
from openpyxl import load_workbook

from attendance.services.looking import note_view_of_person
from audit.context import acting_as
from bookings.services.presence import check_in
from core.files import XLSX
from people.models import Delegation, Person
from people.policies.visibility import Visibility
from people.services.favourites import mark_favourite
from people.services.preferences import set_preferences
from telework.models import TeleworkRequest
from telework.policies.forms import Unit
from telework.services.requests import Content, enter_request
from tests.api.what_calls_say import SAYS, WRITES, Says
from tests.factories.hall import city_time
from tests.fixtures.api_schema import api_schema
from tests.fixtures.cast import MONDAY, TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


WHAT_FOR = "異動案の清書"
"""What a request of telework says for its person, whoever decides and HR alone: tasks, place, contact, comment."""
OFFICES = {"facilities", "crisis", "manager", "it", "hr"}
PARAMETER = re.compile(r"{(\w+)}")
LETTERS = {form.format(letter) for letter in "出宅サ張休" for form in ("{}", "({})", "{} 申請中")}
"""What a spreadsheet says of where somebody is."""


@dataclass(frozen=True)
class Hidden:
    """Somebody hidden: what must not be told, and the desks that would tell where."""

    marks: tuple[str, ...]
    whereabouts: tuple[str, ...]


def schema_operations():
    """(operation id, method, path, names of its query parameters) of everything in the schema."""
    paths = api_schema()["paths"]
    return [
        (
            operation["operationId"],
            method,
            path,
            frozenset(one["name"] for one in operation.get("parameters", []) if one["in"] == "query"),
        )
        for path, methods in paths.items()
        for method, operation in methods.items()
    ]


def test_what_every_operation_says_of_people_is_decided():
    reads = {operation for operation, method, *_rest in schema_operations() if method == "get"}
    writes = {operation for operation, method, *_rest in schema_operations() if method != "get"}
    assert (reads, writes) == (set(SAYS), WRITES)


@pytest.fixture
def visitor(hall):
    return Person.objects.create(
        kind="visitor",
        number="V7654321",
        name="客野 一郎",
        family_name="客野",
        kana="キャクノ イチロウ",
        host=hall.people["kudo"],
        organisation="県庁",
        active_from=MONDAY,
        active_to=date(2026, 12, 4),
    )


@pytest.fixture
def scene(hall, as_person, client_of, visitor, monday_morning):
    """工藤 and 山田 hidden, with all that could give them away; it is Tuesday morning. Answers the ids of things."""
    kudo, yamada = as_person("kudo"), as_person("yamada")

    def book(client, desk, day, **more):
        body = {"desk": hall.desk(desk), "day": day.isoformat(), "part": "full", **more}
        answer = client.post("/api/v1/bookings/", body, format="json")
        assert answer.status_code == 201, answer.json()
        return answer.json()["id"]

    facilities = hall.account("sasaki")
    facilities.roles = ["facilities"]
    facilities.save()
    book(kudo, "06A-001", MONDAY)
    booking = book(kudo, "06A-001", TUESDAY)
    book(yamada, "06A-006", TUESDAY)
    book(client_of(facilities), "06C-002", TUESDAY, person=visitor.pk)
    series = {
        "desk": hall.desk("06A-001"),
        "from": "2026-12-07",
        "until": "2026-12-28",
        "weekdays": [0],
        "part": "full",
    }
    answers = [kudo.post("/api/v1/booking-series/", series, format="json")]
    display = {"floor": hall.floors["6"].pk, "name": "6階", "names": True}
    answers.append(client_of(facilities).post("/api/v1/display-links/", display, format="json"))
    assert [answer.status_code for answer in answers] == [201, 201], [answer.json() for answer in answers]
    link = answers[-1].json()
    Delegation.objects.create(
        delegator=hall.people["kudo"],
        delegate=hall.people["yamada"],
        scope="book",
        active_from=MONDAY,
        active_to=date(2026, 12, 31),
    )
    for outsider in ("hoshi", "agatsuma"):
        mark_favourite(owner_id=hall.person(outsider), person_id=hall.person("kudo"))
    set_preferences(person_id=hall.person("kudo"), visibility=Visibility.MANAGER)
    set_preferences(person_id=hall.person("yamada"), visibility=Visibility.SECTION)
    monday_morning.move_to(city_time(TUESDAY, "9:00"))
    check_in(booking_id=booking)
    with acting_as(actor_name="山田 葵"):
        note_view_of_person(person_id=hall.person("kudo"), day=MONDAY)
    token = str(link.get("token") or link.get("address", "").rstrip("/").rpartition("/")[2] or "none")
    request = enter_request(
        person_id=hall.person("kudo"),
        day=date(2026, 12, 8),
        content=Content(Unit.FULL, "home", "own_office", "duty", tasks=WHAT_FOR, place=WHAT_FOR, contact=WHAT_FOR),
        submit=False,
    )
    TeleworkRequest.objects.filter(pk=request.pk).update(state="submitted", comment=WHAT_FOR)
    return {"booking": booking, "token": token, "facilities": facilities, "request": request.pk}


@pytest.fixture
def outsiders(scene, as_person, client_of, nobody):
    """Clients who may not know where 工藤 is: the colleague, somebody from elsewhere, facilities, and nobody."""
    return {
        "agatsuma": as_person("agatsuma"),
        "hoshi": as_person("hoshi"),
        "facilities": client_of(scene["facilities"]),
        "nobody": nobody,
    }


@pytest.fixture
def hidden_from(hall, visitor):
    """Who is hidden from an outsider, and what would tell where."""
    kudo, yamada = hall.people["kudo"], hall.people["yamada"]

    def hidden(outsider):
        found = {"工藤": Hidden((kudo.name, kudo.number, kudo.kana, "工藤"), ("06A-001", WHAT_FOR))}
        if outsider != "agatsuma":
            found["山田"] = Hidden((yamada.name, yamada.number, yamada.kana, "山田"), ("06A-006",))
        if outsider != "facilities":
            found["客野"] = Hidden((visitor.name, visitor.number, visitor.kana, "客野"), ("06C-002",))
        return found

    return hidden


def addresses(hall, scene, path, parameters):
    """The addresses at which an operation is asked: about the hidden, today, yesterday, tomorrow, and by every name."""
    numbers = {
        "/floors/": hall.floors["6"].pk,
        "/layouts/": hall.layouts["6"].pk,
        "/bookings/": scene["booking"],
        "/people/": hall.person("kudo"),
        "/attendance/departments/": hall.departments["030202"].pk,
        "/telework/requests/": scene["request"],
        "/telework/records/departments/": hall.departments["030202"].pk,
    }
    desks = [hall.desk(code) for code in ("06A-001", "06A-006", "06C-002")]
    if path.startswith("/desks/"):
        ids = desks
    elif path.startswith("/people/"):
        ids = [hall.person("kudo"), hall.person("yamada")]
    else:
        ids = [next((number for start, number in numbers.items() if path.startswith(start)), 1)]
    days = ["2026-12-01", "2026-11-30", "2026-12-02", "2026-12-07"] if parameters & {"day", "from"} else [None]
    typed = ["工藤", "くどう", hall.people["kudo"].number, "山田", "客野", "広聴課"] if "q" in parameters else [None]
    people = [None, hall.person("kudo")] if "person" in parameters else [None]
    for number, day, q, person in product(ids, days, typed, people):
        values = {
            "day": day,
            "from": day,
            "to": day,
            "q": q,
            "person": person,
            "days": 10,
            "desk": desks[0],
            "department": hall.departments["030202"].pk,
            "floor": hall.floors["6"].pk,
            "area": hall.areas["06A"].pk,
        }
        query = "&".join(
            f"{name}={values[name]}" for name in sorted(parameters & set(values)) if values[name] is not None
        )
        filled = PARAMETER.sub(str(number), path.replace("{token}", scene["token"]))
        yield f"/api/v1{filled}" + (f"?{query}" if query else "")


@pytest.mark.parametrize("outsider", ["agatsuma", "hoshi", "facilities", "nobody"])
def test_who_hides_is_hidden_in_every_answer(outsider, hall, scene, outsiders, hidden_from):
    client, told = outsiders[outsider], []
    for operation, method, path, parameters in schema_operations():
        says = SAYS.get(operation)
        if method != "get":
            continue
        for address in addresses(hall, scene, path, parameters):
            answer = client.get(address)
            body = _text_of(answer)
            assert answer.status_code < 500, address
            for name, hidden in hidden_from(outsider).items():
                if says is Says.OFFICE and outsider in OFFICES:
                    continue
                if says is Says.NAMES and name != "客野":
                    leaks = _whereabouts_beside(answer, hidden) if answer.status_code == 200 else []
                else:
                    leaks = [mark for mark in hidden.marks if mark in body]
                told += [(operation, address, name, leak) for leak in leaks]
    assert told == []


def test_the_walk_would_notice_whoever_does_not_hide(hall, scene, outsiders, hidden_from):
    """The walk's own proof: shown to everyone, the same people are named by the operations that say where."""
    for name in ("kudo", "yamada"):
        set_preferences(person_id=hall.person(name), visibility=Visibility.EVERYONE)
    named = set()
    for operation, method, path, parameters in schema_operations():
        if method != "get" or SAYS.get(operation) not in (Says.WHERE, Says.NAMES):
            continue
        for address in addresses(hall, scene, path, parameters):
            answer = outsiders["hoshi"].get(address)
            kudo = hidden_from("hoshi")["工藤"]
            if any(mark in _text_of(answer) for mark in (*kudo.marks, *kudo.whereabouts)):
                named.add(operation)
    assert named >= {
        "people_list",
        "people_retrieve",
        "people_whereabouts_retrieve",
        "people_favourites_list",
        "attendance_departments_retrieve",
        "floors_availability_retrieve",
        "desks_day_retrieve",
        "displays_retrieve",
    }


def _text_of(answer):
    if answer.get("Content-Type") == XLSX:
        return "\n".join(str(cell) for row in _sheet_rows(answer) for cell in row if cell is not None)
    return (answer.getvalue() if answer.streaming else answer.content).decode(errors="replace")


def _sheet_rows(answer):
    return [row for sheet in load_workbook(BytesIO(answer.content)) for row in sheet.iter_rows(values_only=True)]


def _whereabouts_beside(answer, hidden):
    """What the rows about somebody hidden say of where they are: desks, places, stretches, or that they are visible."""
    if answer.get("Content-Type") == XLSX:
        beside = [row for row in _sheet_rows(answer) if set(row) & set(hidden.marks)]
        return [str(cell) for row in beside for cell in row if cell in LETTERS]
    return [leak for row in _rows_about(answer.json(), hidden) for leak in _places_in(row, hidden)]


def _rows_about(value, hidden):
    """The smallest parts of an answer that hold the hidden person's name beside anything else."""
    if isinstance(value, list):
        return [row for item in value for row in _rows_about(item, hidden)]
    if not isinstance(value, dict):
        return []
    if any(isinstance(item, str) and item in hidden.marks for item in value.values()) or _is_person(value, hidden):
        return [value]
    return [row for item in value.values() for row in _rows_about(item, hidden)]


def _is_person(value, hidden):
    person = value.get("person")
    return isinstance(person, dict) and person.get("name") in hidden.marks


def _places_in(value, hidden):
    if isinstance(value, list):
        return [leak for item in value for leak in _places_in(item, hidden)]
    if isinstance(value, dict):
        here = [f"{name}={value[name]}" for name in ("desk", "place", "booking", "floor") if value.get(name)]
        here += [f"{name}={value[name]}" for name in ("stretches",) if value.get(name)]
        return here + [leak for item in value.values() for leak in _places_in(item, hidden)]
    return [value] if isinstance(value, str) and value in hidden.whereabouts else []
