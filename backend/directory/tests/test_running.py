"""Taking people over from the directory: all or nothing, and nothing twice."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from audit.models import Event
from core.revision import Slow, revisions
from directory.models import DirectoryRun
from directory.policies.fiscal_year import fiscal_year_start
from directory.services.file_import import NotImported, import_people
from integrations.directory.memory import MemoryDirectory
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


def counted(run, *subjects):
    """What a run counted, of some subjects or of all."""
    return {kind: count for kind, count in run.counts.items() if not subjects or kind.split(".")[0] in subjects}


def test_everybody_comes_with_department_posts_and_an_account():
    run = import_people(directory=city())
    assert run.counts == {"department.added": 4, "person.added": 3, "post.added": 5, "account.added": 3}
    assert (run.state, run.source, run.read) == ("applied", "memory", {"departments": 4, "people": 3, "posts": 1})
    misaki = Person.objects.get(number="000003")
    assert (misaki.name, misaki.kana, misaki.title) == ("我妻 美咲", "ワガツマ ミサキ", "主事")
    assert (misaki.employment_class, misaki.department) == ("fiscal_year", Department.objects.get(name="広聴課"))
    assert misaki.search_text == "我妻美咲 わがつまみさき 000003"
    assert Account.objects.get(username="s000003").person == misaki
    assert not Account.objects.get(username="s000003").has_usable_password()
    assert posts_of("000003") == [
        ("030201", "concurrent", False, APRIL, None),
        ("030202", "main", False, APRIL, None),
    ]
    assert posts_of("000001") == [("0302", "concurrent", True, APRIL, None), ("030201", "main", False, APRIL, None)]
    assert posts_of("000002") == [("030202", "main", True, APRIL, None)]


def test_who_joins_later_has_posts_from_that_day_on():
    import_people(directory=city(people=PEOPLE[:2], posts=()))
    import_people(directory=city(posts=()))
    assert posts_of("000003") == [("030202", "main", False, MONDAY, None)]
    assert Person.objects.get(number="000003").active_from == MONDAY
    assert Person.objects.get(number="000002").active_from is None


def test_departments_know_the_line_they_come_from():
    import_people(directory=city())
    codes = dict(Department.objects.values_list("pk", "code"))
    section = Department.objects.get(code="030202")
    assert [codes[pk] for pk in section.lineage] == ["03", "0302", "030202"]


def test_the_same_directory_again_changes_nothing():
    import_people(directory=city())
    before = revisions()[Slow.PEOPLE]
    run = import_people(directory=city())
    assert (run.state, run.counts, run.changes.count()) == ("unchanged", {}, 0)
    assert revisions()[Slow.PEOPLE] == before
    assert Event.objects.filter(kind__startswith="directory.").count() == 1


def test_a_dry_run_says_what_would_change_and_changes_nothing():
    preview = import_people(directory=city(), dry_run=True)
    assert (preview.state, preview.counts["person.added"]) == ("planned", 3)
    assert not Person.objects.exists()
    assert not Event.objects.exists()
    run = import_people(directory=city())
    assert (run.counts, run.fingerprint) == (preview.counts, preview.fingerprint)
    preview.refresh_from_db()
    assert preview.state == "discarded"


def test_a_transfer_ends_the_old_post_and_keeps_it():
    import_people(directory=city())
    misaki = replace(PEOPLE[2], department="030201", title="主任")
    run = import_people(directory=city(people=(*PEOPLE[:2], misaki), posts=()))
    assert list(run.changes.order_by("position").values_list("subject", "did", "key", "label", "fields")) == [
        (
            "person",
            "moved",
            "000003",
            "我妻 美咲",
            {"title": ["主事", "主任"], "department": ["030202", "030201"]},
        ),
        ("post", "ended", "000003 030201", "我妻 美咲", {"kind": ["concurrent", None], "manages": [False, None]}),
        ("post", "ended", "000003 030202", "我妻 美咲", {"kind": ["main", None], "manages": [False, None]}),
        ("post", "added", "000003 030201", "我妻 美咲", {"kind": [None, "main"], "manages": [None, False]}),
    ]
    assert Person.objects.get(number="000003").department == Department.objects.get(code="030201")
    assert posts_of("000003") == [
        ("030201", "concurrent", False, APRIL, SUNDAY),
        ("030202", "main", False, APRIL, SUNDAY),
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
    run = import_people(directory=city(people=PEOPLE[:2], posts=()))
    assert run.counts == {"person.ended": 1, "post.ended": 2, "account.ended": 1}
    assert not Account.objects.get(username="s000003").is_active
    assert Person.objects.get(number="000003").active_to == SUNDAY
    run = import_people(directory=city(posts=()))
    assert run.counts == {"person.returned": 1, "post.added": 1, "account.returned": 1}
    assert Person.objects.get(number="000003").active_to is None
    assert Account.objects.get(username="s000003").is_active


def test_a_renamed_and_moved_section_keeps_its_people_and_a_vanished_one_its_row():
    import_people(directory=city())
    section = Department.objects.get(code="030202")
    moved = (*DEPARTMENTS[:2], replace(DEPARTMENTS[3], name="市民の声課", parent="03"))
    run = import_people(directory=city(moved, PEOPLE[1:], ()))
    section.refresh_from_db()
    assert (section.name, section.lineage) == ("市民の声課", [Department.objects.get(code="03").pk, section.pk])
    assert Department.objects.get(code="030201").active_to == SUNDAY
    assert counted(run, "department") == {"department.moved": 1, "department.ended": 1}


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


@pytest.mark.parametrize("taken", ["s000003", "S000002"])
def test_the_name_of_a_break_glass_account_is_nobodys(taken):
    Account.objects.create(username=taken.lower(), password="!")
    run = import_people(directory=city())
    assert counted(run, "person") == {"person.added": 2}
    assert list(run.findings.values_list("entry", "code")) == [(f"person {taken.lower()}", "id_twice")]
    assert Account.objects.get(username=taken.lower()).person is None


def test_two_ids_that_differ_in_letter_case_only_are_one_user_name_and_both_are_left_out():
    twin = replace(PEOPLE[2], id="S000003", number="000004")
    run = import_people(directory=city(people=(*PEOPLE, twin)))
    assert counted(run, "person") == {"person.added": 2}
    assert set(run.findings.values_list("entry", "code")) == {
        ("person S000003", "id_twice"),
        ("person s000003", "id_twice"),
    }


def test_a_directory_that_cannot_be_asked_fails_the_run_and_changes_nothing():
    import_people(directory=city())
    with pytest.raises(NotImported, match="switched off"):
        import_people(directory=MemoryDirectory(DEPARTMENTS, PEOPLE, POSTS, available=False))
    run = DirectoryRun.objects.latest("pk")
    assert (run.state, run.problem["code"]) == ("failed", "directory_unavailable")
    assert Person.objects.filter(active_to__isnull=True).count() == 3


def test_a_directory_that_lists_nobody_is_a_wrong_base_and_no_empty_city():
    import_people(directory=city())
    with pytest.raises(NotImported, match="lists nobody"):
        import_people(directory=city(people=(), posts=()))
    assert Person.objects.filter(active_to__isnull=True).count() == 3


def test_the_demonstration_hall_comes_in_by_the_command(capsys):
    call_command("import_people", str(HALL / "directory.ldif"))
    assert Person.objects.count() == 2899
    assert Post.objects.filter(kind="main", manages=True).count() == 107
    assert "person.added: 2899" in capsys.readouterr().out
    call_command("import_people", str(HALL / "directory-2027-04-01.ldif"), dry_run=True)
    april = DirectoryRun.objects.latest("pk")
    assert april.counts == {
        "department.added": 1,
        "department.changed": 1,
        "person.added": 140,
        "person.moved": 514,
        "person.ended": 115,
        "post.added": 654,
        "post.ended": 633,
        "account.added": 140,
        "account.ended": 115,
    }
    assert "Would change — department.added: 1, department.changed: 1" in capsys.readouterr().out


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
