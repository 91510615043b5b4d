"""A plan that would end too much stops for a person, and waits without telling it every quarter of an hour."""

import pytest

from audit.models import Event
from directory.models import DirectoryRun
from directory.policies.limits import Limits
from directory.services.run_deciding import confirm_run
from directory.tests.rolls import CROWD, Given, roll_of, sync
from integrations.directory.port import DepartmentKind, DirectoryDepartment
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE
from people.models import Department, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

EVERYBODY = (*PEOPLE, *CROWD)
SECTIONS = tuple(
    DirectoryDepartment(f"0302{number}", f"第{number}課", DepartmentKind.SECTION, "0302") for number in range(10, 31)
)


def left():
    return Person.objects.filter(active_to__isnull=False).count()


def test_five_percent_may_leave_and_more_may_not():
    sync(EVERYBODY)
    assert sync(EVERYBODY[:38]).state == "applied"
    assert left() == 2
    held = sync(EVERYBODY[:36])
    assert (held.state, left()) == ("held", 2)
    assert held.held_because == [{"code": "people_ended", "count": 2, "share_percent": 5.3, "most_percent": 5}]


def test_departments_have_a_limit_of_their_own():
    sync(departments=(*DEPARTMENTS, *SECTIONS))
    held = sync(departments=(*DEPARTMENTS, *SECTIONS[:-2]))
    assert (held.state, held.held_because[0]["code"]) == ("held", "departments_ended")
    assert not Department.objects.filter(active_to__isnull=False).exists()


def test_below_twenty_a_share_says_nothing():
    sync(EVERYBODY[:19])
    assert sync(EVERYBODY[:9]).state == "applied"


def test_the_share_is_a_setting():
    sync(EVERYBODY)
    assert sync(EVERYBODY[:30], limits=Limits(most_ended_percent=25)).state == "applied"
    assert sync(EVERYBODY[:29], limits=Limits(most_ended_percent=0)).state == "held"


def test_the_same_plan_waits_as_one_run_and_is_told_once():
    sync(EVERYBODY)
    first, second = sync(EVERYBODY[:20]), sync(EVERYBODY[:20])
    assert first.pk == second.pk
    assert Event.objects.filter(kind="directory.run_held").count() == 1
    other = sync(EVERYBODY[:21])
    first.refresh_from_db()
    assert (other.state, first.state) == ("held", "discarded")
    assert Event.objects.filter(kind="directory.run_held").count() == 2


def test_a_directory_that_is_right_again_discards_what_waited():
    sync(EVERYBODY)
    held = sync(EVERYBODY[:20])
    assert sync(EVERYBODY).state == "unchanged"
    held.refresh_from_db()
    assert held.state == "discarded"


def test_who_confirms_applies_what_was_shown():
    sync(EVERYBODY)
    held = sync(EVERYBODY[:20])
    done = confirm_run(run_id=held.pk, fingerprint=held.fingerprint, directory=Given(roll_of(EVERYBODY[:20])))
    assert (done.pk, done.state, left()) == (held.pk, "applied", 20)
    assert DirectoryRun.objects.filter(state="applied").count() == 2
