"""Taking people over from the directory: all or nothing, and nothing twice."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from audit.models import Event
from core.revision import Slow, revisions
from directory.policies.runs import Did
from directory.services.people_import import fiscal_year_start, import_people
from integrations.directory.memory import MemoryDirectory
from integrations.directory.port import DirectoryDepartment, DirectoryFaulty, DirectoryPost, DirectoryUnavailable
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS
from people.models import Account, Department, Person, Post
from people.services.departments import set_department_duties
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

HALL = Path(__file__).parents[3] / "demonstration" / "hall"
APRIL = date(2026, 4, 1)
SUNDAY = MONDAY - timedelta(days=1)


def city(departments=DEPARTMENTS, people=PEOPLE, posts=POSTS):
    return MemoryDirectory(departments, people, posts)


def posts_of(number):
    """(department, kind, manages, from, to) of a person's posts in the order in which they began."""
    rows = Post.objects.filter(person__number=number).order_by("active_from", "pk")
    return list(rows.values_list("department__code", "kind", "manages", "active_from", "active_to"))


def test_everybody_comes_with_department_posts_and_an_account():
    report = import_people(directory=city())
    assert report.counts() == {"department added": 4, "person added": 3, "post added": 5, "account added": 3}
    misaki = Person.objects.get(number="000003")
    assert (misaki.name, misaki.kana, misaki.title) == ("我妻 美咲", "ワガツマ ミサキ", "主事")
    assert (misaki.employment_class, misaki.department) == ("fiscal_year", Department.objects.get(name="広聴課"))
    assert misaki.search_text == "我妻美咲 わがつまみさき 000003"
    assert Account.objects.get(username="s000003").person == misaki
    assert not Account.objects.get(username="s000003").has_usable_password()
    assert posts_of("000003") == [
        ("030202", "main", False, APRIL, None),
        ("030201", "concurrent", False, APRIL, None),
    ]
    assert posts_of("000001") == [("030201", "main", False, APRIL, None), ("0302", "concurrent", True, APRIL, None)]
    assert posts_of("000002") == [("030202", "main", True, APRIL, None)]


def test_departments_know_the_line_they_come_from():
    import_people(directory=city())
    codes = dict(Department.objects.values_list("pk", "code"))
    section = Department.objects.get(code="030202")
    assert [codes[pk] for pk in section.lineage] == ["03", "0302", "030202"]


def test_the_same_directory_again_changes_nothing():
    import_people(directory=city())
    before = revisions()[Slow.PEOPLE]
    assert import_people(directory=city()).changes == []
    assert revisions()[Slow.PEOPLE] == before
    assert Event.objects.filter(kind="people.imported").count() == 1


def test_a_dry_run_says_what_would_change_and_changes_nothing():
    report = import_people(directory=city(), dry_run=True)
    assert report.counts()["person added"] == 3
    assert not Person.objects.exists()
    assert not Event.objects.exists()
    assert import_people(directory=city()).counts() == report.counts()


def test_a_transfer_ends_the_old_post_and_keeps_it():
    import_people(directory=city())
    misaki = replace(PEOPLE[2], department="030201", title="主任")
    report = import_people(directory=city(people=(*PEOPLE[:2], misaki), posts=()))
    changes = [change for change in report.changes if change.what == "person"]
    assert [(change.did, change.key, set(change.fields)) for change in changes] == [
        (Did.CHANGED, "000003", {"title", "department_id"})
    ]
    assert Person.objects.get(number="000003").department == Department.objects.get(code="030201")
    assert posts_of("000003") == [
        ("030202", "main", False, APRIL, SUNDAY),
        ("030201", "concurrent", False, APRIL, SUNDAY),
        ("030201", "main", False, MONDAY, None),
    ]


def test_a_transfer_corrected_on_the_same_day_leaves_no_trace_of_the_mistake():
    import_people(directory=city(posts=()))
    import_people(directory=city(people=(*PEOPLE[:2], replace(PEOPLE[2], department="030201")), posts=()))
    import_people(directory=city(posts=()))
    assert posts_of("000003") == [
        ("030202", "main", False, APRIL, SUNDAY),
        ("030202", "main", False, MONDAY, None),
    ]


def test_who_is_no_longer_there_left_yesterday_and_may_come_back():
    import_people(directory=city())
    report = import_people(directory=city(people=PEOPLE[:2], posts=()))
    assert report.counts() == {"person ended": 1, "post ended": 2}
    assert Person.objects.get(number="000003").active_to == SUNDAY
    report = import_people(directory=city(posts=()))
    assert report.counts() == {"person returned": 1, "post added": 1}
    assert Person.objects.get(number="000003").active_to is None


def test_a_renamed_and_moved_section_keeps_its_people_and_a_vanished_one_its_row():
    import_people(directory=city())
    section = Department.objects.get(code="030202")
    moved = (*DEPARTMENTS[:2], replace(DEPARTMENTS[3], name="市民の声課", parent="03"))
    report = import_people(directory=city(moved, PEOPLE[1:], ()))
    section.refresh_from_db()
    assert (section.name, section.lineage) == ("市民の声課", [Department.objects.get(code="03").pk, section.pk])
    assert Department.objects.get(code="030201").active_to == SUNDAY
    assert {str(change) for change in report.changes if change.what == "department"} >= {"department 030201 ended"}


def test_somebody_entered_by_hand_is_recognised_by_the_number_and_others_are_left_alone():
    by_hand = Person.objects.create(
        number="000003", name="我妻", family_name="我妻", visibility="section", language="en"
    )
    guest = Person.objects.create(number="900001", name="客員", family_name="客員")
    import_people(directory=city())
    by_hand.refresh_from_db()
    guest.refresh_from_db()
    assert (by_hand.directory_id, by_hand.name) == ("s000003", "我妻 美咲")
    assert (by_hand.visibility, by_hand.language) == ("section", "en")
    assert guest.active_to is None


@pytest.mark.parametrize("taken", ["s000003", "s000002"])
def test_a_user_name_that_is_another_accounts_stops_the_import(taken):
    Account.objects.create(username=taken, password="!")
    with pytest.raises(DirectoryFaulty, match=f"the user name {taken} is another account's"):
        import_people(directory=city())
    assert not Person.objects.exists()


def test_two_ids_that_differ_in_letter_case_only_are_one_user_name():
    twin = replace(PEOPLE[2], id="S000003", number="000004")
    with pytest.raises(DirectoryFaulty, match="the user name s000003 is another account's"):
        import_people(directory=city(people=(*PEOPLE, twin)))


@pytest.mark.parametrize(
    ("directory", "error"),
    [
        (MemoryDirectory(DEPARTMENTS, PEOPLE, POSTS, available=False), DirectoryUnavailable),
        (city(posts=(DirectoryPost("nobody", "03"),)), DirectoryFaulty),
        (city(departments=(DirectoryDepartment("1", "x", DEPARTMENTS[0].kind, "0"),)), DirectoryFaulty),
    ],
)
def test_half_a_directory_is_none(directory, error):
    with pytest.raises(error):
        import_people(directory=directory)
    assert not Department.objects.exists()


def test_the_demonstration_hall_comes_in_by_the_command(capsys):
    call_command("import_people", str(HALL / "directory.ldif"))
    assert Person.objects.count() == 2899
    assert Post.objects.filter(kind="main", manages=True).count() == 107
    assert "person added: 2899" in capsys.readouterr().out
    call_command("import_people", str(HALL / "directory-2027-04-01.ldif"), dry_run=True)
    assert "Would change — department added: 1, department changed: 1" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_one_sentence():
    with pytest.raises(CommandError, match=r"Nothing was imported\. .*nowhere\.ldif cannot be read"):
        call_command("import_people", "nowhere.ldif")


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 11, 30), date(2026, 4, 1)),
        (date(2027, 3, 31), date(2026, 4, 1)),
        (date(2027, 4, 1), date(2027, 4, 1)),
    ],
)
def test_the_fiscal_year_begins_in_april(day, start):
    assert fiscal_year_start(day) == start


def test_a_departments_duties_are_set_once_and_recorded(hall):
    section = hall.departments["030202"]
    assert set_department_duties(department=section, counter_duty=True, minimum_on_site=4)
    assert not set_department_duties(department=section, counter_duty=True, minimum_on_site=4)
    event = Event.objects.get(kind="department.duties_set")
    assert (event.subject_id, event.before, event.after) == (
        section.pk,
        {"counter_duty": False, "minimum_on_site": 0},
        {"counter_duty": True, "minimum_on_site": 4},
    )
