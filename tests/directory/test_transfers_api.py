"""`/directory/transfers/`: loaded from a file, read, previewed, withdrawn."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from audit.models import Event
from bookings.services.booking import book_desk
from core.interval import Interval
from directory.models import PlannedTransfer, TransferEntry
from people.models import Person
from tests.factories.hall import city_time
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

TRANSFERS = "/api/v1/directory/transfers/"
DEPARTMENTS = [("03", "広聴局", "bureau", ""), ("030202", "広聴課", "section", "03")]
OTHERS = [("04", "税制局", "bureau", ""), ("040301", "税制課", "section", "04")]
OTHERS += [("10", "観光局", "bureau", ""), ("100101", "観光課", "section", "10")]


@pytest.fixture
def it(hall, client_of):
    """Somebody of IT, and a hall whose people a directory has named."""
    account = hall.account("hoshi")
    account.roles = ["it"]
    account.save()
    for name, person in hall.people.items():
        Person.objects.filter(pk=person.pk).update(directory_id=name, title="課長" if name == "yamada" else "主事")
    return client_of(account)


def ldif(hall, *, without=(), moved=None, faulty=False):
    """The small hall as a directory would say it, with some gone and some elsewhere."""
    lines = []
    for code, name, kind, parent in (*DEPARTMENTS, *OTHERS):
        unit = f"ou={code},ou={parent}," if parent else f"ou={code},"
        words = {"bureau": "局", "section": "課"}[kind]
        lines += [
            f"dn: {unit}ou=departments,dc=city",
            "objectClass: organizationalUnit",
            f"ou: {code}",
            f"description: {name}",
            f"businessCategory: {words}",
            "",
        ]
    for name, person in hall.people.items():
        if name in without:
            continue
        person.refresh_from_db()
        department = (moved or {}).get(name, person.department.code)
        lines += [
            f"dn: uid={name},ou=people,dc=city",
            "objectClass: inetOrgPerson",
            f"uid: {name}",
            f"employeeNumber: {person.number}",
            *([] if faulty and name == "kudo" else [f"cn: {person.name}"]),
            f"sn: {person.family_name}",
            f"givenName: {person.given_name}",
            f"cn;lang-ja-kana: {person.kana}",
            f"mail: {person.mail}",
            f"title: {person.title}",
            "employeeType: 常勤",
            f"departmentNumber: {department}",
            "",
        ]
    return "\n".join(lines).encode()


def sent(client, content, *, day="2027-04-01", title="春の異動", name="異動.ldif"):
    file = SimpleUploadedFile(name, content)
    body = {"file": file, "title": title, "effective_on": day}
    return client.post(TRANSFERS, body, format="multipart")


@pytest.fixture
def loaded(hall, it):
    """我妻 moves to 観光課, and 工藤 leaves."""
    answer = sent(it, ldif(hall, without=["kudo"], moved={"agatsuma": "100101"}))
    assert answer.status_code == 201, answer.json()
    return answer.json()


def test_a_file_becomes_a_transfer_that_says_what_it_changes(hall, it, loaded):
    assert {name: loaded[name] for name in ("title", "effective_on", "state", "file_name", "counts", "run")} == {
        "title": "春の異動",
        "effective_on": "2027-04-01",
        "state": "loaded",
        "file_name": "異動.ldif",
        "counts": {"person.ended": 1, "person.moved": 1},
        "run": None,
    }
    assert it.get(TRANSFERS).json()["results"] == [loaded]
    entries = it.get(f"{TRANSFERS}{loaded['id']}/entries/").json()["results"]
    assert [(one["did"], one["label"]) for one in entries] == [("moved", "我妻 美咲"), ("ended", "工藤 真理子")]
    assert entries[0]["fields"] == {"department": ["030202", "100101"]}
    found = it.get(f"{TRANSFERS}{loaded['id']}/entries/?did=ended&q=工藤").json()["results"]
    assert [one["key"] for one in found] == [hall.people["kudo"].number]
    assert Event.objects.filter(kind="directory.transfer_loaded", subject_id=loaded["id"]).count() == 1


def test_its_effects_are_those_of_this_minute(hall, it, loaded, monday_morning):
    transfer = PlannedTransfer.objects.get()
    PlannedTransfer.objects.update(effective_on=TUESDAY)
    during = Interval(city_time(TUESDAY, "8:30"), city_time(TUESDAY, "17:15"))
    for name, desk in (("agatsuma", "06A-001"), ("kudo", "06A-002"), ("yamada", "06A-003")):
        book_desk(person_id=hall.person(name), desk_id=hall.desk(desk), during=during)
    counts = it.get(f"{TRANSFERS}{transfer.pk}/effects/counts/").json()
    assert counts == {"counts": {"booking": 2}, "people": 2}
    page = it.get(f"{TRANSFERS}{transfer.pk}/effects/?kind=booking&page_size=1").json()
    assert [(one["person"]["name"], one["facts"]["because"]) for one in page["results"]] == [("工藤 真理子", "left")]
    page = it.get(f"{TRANSFERS}{transfer.pk}/effects/?kind=booking&cursor={page['next']}").json()
    assert [(one["person"]["name"], one["facts"]["because"]) for one in page["results"]] == [("我妻 美咲", "moved")]
    monday_morning.shift(timedelta(minutes=1))
    it.post(f"{TRANSFERS}{transfer.pk}/withdraw/")
    assert it.get(f"{TRANSFERS}{transfer.pk}/effects/counts/").json() == {"counts": {}, "people": 0}


def test_a_withdrawn_transfer_makes_room_for_another(hall, it, loaded):
    again = sent(it, ldif(hall, without=["kudo"]))
    assert (again.status_code, again.json()["code"]) == (409, "transfer_day_taken")
    answer = it.post(f"{TRANSFERS}{loaded['id']}/withdraw/")
    assert (answer.status_code, answer.json()["state"]) == (200, "withdrawn")
    assert it.post(f"{TRANSFERS}{loaded['id']}/withdraw/").json()["code"] == "transfer_is_settled"
    assert sent(it, ldif(hall, without=["kudo"])).status_code == 201
    assert it.post(f"{TRANSFERS}999/withdraw/").status_code == 404


@pytest.mark.parametrize(
    ("day", "code"), [("2026-11-30", "transfer_day_is_past"), ("2026-11-29", "transfer_day_is_past")]
)
def test_today_is_too_late(hall, it, day, code):
    answer = sent(it, ldif(hall, without=["kudo"]), day=day)
    assert (answer.status_code, answer.json()["code"]) == (409, code)


def test_a_file_that_changes_nothing_is_none(hall, it):
    answer = sent(it, ldif(hall))
    assert (answer.status_code, answer.json()["code"]) == (409, "transfer_changes_nothing")


def test_a_file_that_makes_no_sense_says_where_and_what(hall, it):
    answer = sent(it, ldif(hall, faulty=True))
    assert answer.status_code == 400
    assert answer.json()["fields"] == {"file": ["uid=kudo,ou=people,dc=city: 氏名がありません"]}
    assert sent(it, b"\x00\x01 nothing of the kind", name="x.ldif").status_code == 400
    assert sent(it, b"PK not really", name="x.zip").status_code == 400
    assert not TransferEntry.objects.exists()


def test_only_it_may(as_person):
    assert as_person("agatsuma").get(TRANSFERS).status_code == 403
