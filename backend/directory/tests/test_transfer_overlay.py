"""The directory ahead of a planned transfer, and behind it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from directory.policies.planned_values import counts_of
from directory.policies.transfer_entries import transfer_entries
from directory.policies.transfer_overlay import (
    GRACE_DAYS,
    LAGS_BEHIND_TRANSFER,
    WAITS_FOR_TRANSFER,
    Transfer,
    carried_out,
    overlaid,
)
from directory.source import DepartmentKind, DirectoryDepartment, DirectoryPost, Finding, FindingCode, Roll
from integrations.directory.memory import MemoryDirectory
from integrations.directory.tests.contract import DEPARTMENTS, PEOPLE, POSTS, person

APRIL = date(2027, 4, 1)
MARCH = APRIL - timedelta(days=1)
TAKAHASHI, WATANABE, MISAKI = PEOPLE
NEWCOMER = person("000009", "新人 太郎", "シンジン タロウ", "主事", "030203")
NEW_SECTION = DirectoryDepartment("030203", "広報戦略課", DepartmentKind.SECTION, "0302")

BEFORE = MemoryDirectory(DEPARTMENTS, PEOPLE, POSTS).read()
AFTER = MemoryDirectory(
    (*DEPARTMENTS[:3], replace(DEPARTMENTS[3], name="市民の声課"), NEW_SECTION),
    (TAKAHASHI, replace(MISAKI, department="030203", title="係長"), NEWCOMER),
    (DirectoryPost("s000003", "030202"),),
).read()
ENTRIES = transfer_entries(BEFORE, AFTER)
WAITING = Transfer(APRIL, applied=False, entries=ENTRIES)
DONE = Transfer(APRIL, applied=True, entries=ENTRIES)


def test_a_transfer_is_what_differs_between_two_rolls():
    assert counts_of(ENTRIES) == {
        "department.added": 1,
        "department.changed": 1,
        "person.added": 1,
        "person.ended": 1,
        "person.moved": 1,
    }
    moved = next(entry for entry in ENTRIES if entry.did == "moved")
    assert (moved.key, moved.label) == ("000003", "我妻 美咲")
    assert moved.differences() == {
        "title": ("主事", "係長"),
        "department": ("030202", "030203"),
        "concurrent": (["030201"], ["030202"]),
    }


def test_who_is_on_record_and_not_on_the_roll_comes_back():
    entries = transfer_entries(BEFORE, AFTER, left=["000009"])
    assert [entry.did for entry in entries if entry.key == "000009"] == ["returned"]


def test_an_entry_of_the_file_that_makes_no_sense_leaves_its_person_as_known():
    finding = Finding(entry="line 4", code=FindingCode.NO_NAME, number="000002")
    entries = transfer_entries(BEFORE, replace(AFTER, findings=(finding,)))
    assert [entry.key for entry in entries if entry.did == "ended"] == []


def test_carried_out_on_the_roll_it_was_made_from_gives_the_roll_it_was_made_for():
    assert carried_out(BEFORE, ENTRIES) == AFTER


def test_what_was_mended_meanwhile_stays_mended():
    married = replace(MISAKI, name="星 美咲", family_name="星", kana="ホシ ミサキ")
    now = replace(BEFORE, people=(TAKAHASHI, WATANABE, married))
    after = carried_out(now, ENTRIES)
    assert replace(married, department="030203", title="係長") in after.people


def test_a_directory_that_is_ahead_waits_for_the_day():
    assert overlaid(AFTER, [WAITING], MARCH) == (BEFORE, {WAITS_FOR_TRANSFER: 5})


def test_a_directory_that_is_behind_takes_nothing_back_within_the_grace():
    last = APRIL + timedelta(days=GRACE_DAYS - 1)
    assert overlaid(BEFORE, [DONE], last) == (AFTER, {LAGS_BEHIND_TRANSFER: 5})
    assert overlaid(BEFORE, [DONE], last + timedelta(days=1)) == (BEFORE, {})


@pytest.mark.parametrize(("roll", "transfer"), [(BEFORE, WAITING), (AFTER, DONE)])
def test_a_directory_that_is_in_step_is_taken_as_it_is(roll, transfer):
    answer, counts = overlaid(roll, [transfer], APRIL)
    assert answer is roll
    assert counts == {}


def test_somebody_in_a_third_department_is_taken_as_the_directory_says():
    elsewhere = replace(MISAKI, department="030201")
    roll = replace(BEFORE, people=(TAKAHASHI, WATANABE, elsewhere))
    answer, counts = overlaid(roll, [WAITING], MARCH)
    assert elsewhere in answer.people
    assert counts == {}


def test_what_the_transfer_does_not_touch_comes_through():
    renamed = replace(MISAKI, mail="misaki@city.example.jp")
    lagging = replace(BEFORE, people=(TAKAHASHI, WATANABE, renamed))
    answer, _ = overlaid(lagging, [DONE], APRIL)
    assert replace(renamed, department="030203", title="係長") in answer.people


def test_a_new_section_in_which_somebody_else_is_already_stays():
    guest = replace(TAKAHASHI, title="主事", department="030203")
    ahead = replace(AFTER, people=(guest, *AFTER.people[1:]))
    answer, _ = overlaid(ahead, [WAITING], MARCH)
    assert NEW_SECTION in answer.departments
    assert guest in answer.people


def test_two_transfers_one_after_the_other():
    later = replace(AFTER, people=(TAKAHASHI, replace(AFTER.people[1], department="030201"), NEWCOMER))
    second = Transfer(APRIL + timedelta(days=3), applied=False, entries=transfer_entries(AFTER, later))
    assert overlaid(later, [WAITING, second], MARCH)[0] == BEFORE
    done = replace(second, applied=True)
    assert overlaid(BEFORE, [done, DONE], APRIL + timedelta(days=4))[0] == later


def test_posts_that_follow_from_a_title_are_no_concurrent_posts():
    said = Roll(BEFORE.departments, BEFORE.people, (*BEFORE.posts, DirectoryPost("s000001", "0302")))
    assert transfer_entries(BEFORE, said) == []


def test_a_roll_that_lacks_the_department_of_somebody_who_is_kept_says_so():
    ahead = replace(AFTER, departments=AFTER.departments[:3], people=(TAKAHASHI,))
    partly = Transfer(APRIL, applied=False, entries=[one for one in ENTRIES if one.key == "000002"])
    answer, _ = overlaid(ahead, [partly], MARCH)
    assert [(one.code, one.number) for one in answer.findings] == [(FindingCode.UNKNOWN_DEPARTMENT, "000002")]
