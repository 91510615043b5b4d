"""An entry that makes no sense is reported; whom it is about stays as known, and the rest goes on."""

from dataclasses import replace

import pytest

from directory.source import DepartmentKind, DirectoryDepartment, DirectoryPost
from directory.tests.rolls import sync, with_uuids
from integrations.directory.memory import MemoryDirectory
from integrations.directory.port import Finding, FindingCode
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE
from people.models import Department, Person, Post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

CHIEF, HEAD, MISAKI = with_uuids(PEOPLE)
BUREAU, DIVISION, PRESS, VOICE = DEPARTMENTS


@pytest.fixture(autouse=True)
def known():
    return sync([CHIEF, HEAD, MISAKI])


def about(**whom):
    return Finding("uid=…", FindingCode.NO_NAME, {"attribute": "cn"}, **whom)


def state_of(number):
    person = Person.objects.get(number=number)
    posts = set(person.posts.values_list("department__code", "kind", "active_to"))
    return person.name, person.department_id, person.active_to, person.account.is_active, posts


@pytest.mark.parametrize("whom", [{"uuid": MISAKI.uuid}, {"id": "s000003"}, {"id": "S000003"}, {"number": "000003"}])
def test_whom_a_finding_is_about_is_neither_ended_nor_changed(whom):
    before = state_of("000003")
    run = sync([CHIEF, replace(HEAD, title="室長")], findings=[about(**whom)])
    assert state_of("000003") == before
    assert run.counts == {"person.changed": 1}
    (finding,) = run.findings.all()
    assert finding.person == Person.objects.get(number="000003")


def test_once_it_is_mended_the_entry_counts_again():
    sync([CHIEF, HEAD], findings=[about(id="s000003")])
    assert sync([CHIEF, HEAD]).counts["person.ended"] == 1


def test_a_finding_that_only_warns_leaves_its_entry_in():
    warning = Finding("uid=…", FindingCode.UNKNOWN_MANAGER, {"value": "x"}, id="s000003", warns=True)
    run = sync([CHIEF, HEAD, replace(MISAKI, title="主任")], findings=[warning])
    assert (run.counts, run.findings.count()) == ({"person.changed": 1}, 1)


def test_two_with_one_number_both_stay_as_known():
    before = state_of("000002"), state_of("000003")
    run = sync([CHIEF, replace(HEAD, title="主事"), replace(MISAKI, number="000002")])
    assert run.counts == {}
    assert (state_of("000002"), state_of("000003")) == before
    assert set(run.findings.values_list("code", "person__number")) == {
        ("number_twice", "000002"),
        ("number_twice", "000003"),
    }


def test_somebody_new_with_the_number_of_somebody_unclear_waits():
    newcomer = replace(MISAKI, id="s000009", uuid="new", number="000003")
    run = sync([CHIEF, HEAD, newcomer], findings=[about(uuid=MISAKI.uuid)])
    assert (run.counts, Person.objects.count()) == ({}, 3)


def test_departments_in_a_circle_stay_as_they_were_with_their_people():
    circle = (BUREAU, replace(DIVISION, parent="030201"), replace(PRESS, parent="0302"), VOICE)
    run = sync([CHIEF, HEAD, MISAKI], departments=circle)
    assert run.counts == {}
    assert {one.code for one in run.findings.all()} == {"below_itself"}
    assert Department.objects.get(code="0302").parent == Department.objects.get(code="03")


def test_a_department_below_one_that_is_not_there_waits_and_the_rest_goes_on():
    lost = DirectoryDepartment("990101", "迷子課", DepartmentKind.SECTION, "9901")
    run = sync([CHIEF, HEAD, MISAKI], departments=(*DEPARTMENTS, lost, replace(VOICE, code="030203", name="新設課")))
    assert run.counts == {"department.added": 1}
    assert [one.code for one in run.findings.all()] == ["unknown_department"]


def test_an_unclear_department_keeps_its_line_its_people_and_its_concurrent_posts():
    posts = set(Post.objects.values_list("person__number", "department__code", "active_to"))
    finding = Finding("ou=030201", FindingCode.NO_NAME, {}, department="030201")
    without = tuple(one for one in DEPARTMENTS if one.code != "030201")
    run = sync([CHIEF, HEAD, MISAKI], departments=without, posts=(), findings=[finding])
    assert run.counts == {}
    assert set(Post.objects.values_list("person__number", "department__code", "active_to")) == posts


def test_what_an_unclear_department_lies_below_stays_too():
    finding = Finding("ou=030201", FindingCode.NO_NAME, {}, department="030201")
    moved = [replace(one, department="03") for one in (HEAD, MISAKI)]
    sync([CHIEF, *moved], departments=(BUREAU,), posts=(), findings=[finding])
    standing = set(Department.objects.filter(active_to__isnull=True).values_list("code", flat=True))
    assert standing == {"03", "0302", "030201"}


def test_somebody_in_a_department_that_is_nowhere_stays_where_they_were():
    before = state_of("000003")
    run = sync([CHIEF, HEAD, replace(MISAKI, department="990101", title="主任")])
    assert (run.counts, state_of("000003")) == ({}, before)
    assert [one.code for one in run.findings.all()] == ["unknown_department"]


def test_every_adapters_findings_go_the_same_way():
    faulty = MemoryDirectory(DEPARTMENTS, (*PEOPLE[:2], replace(PEOPLE[2], name="")), (DirectoryPost("nobody", "03"),))
    roll = faulty.read()
    run = sync(roll.people, findings=roll.findings)
    assert Person.objects.get(number="000003").active_to is None
    assert "person.ended" not in run.counts
