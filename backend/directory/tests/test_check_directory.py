"""`manage.py check_directory`: what it says of a directory that answers, and of one that does not."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from directory.management.checking import ADVICE
from directory.source import Trouble
from integrations.directory.checked import LONGEST
from integrations.directory.port import DirectoryDepartment, DirectoryPerson
from integrations.directory.settings import directory_settings
from people.models import Department, Person

HALL = Path(__file__).parents[3] / "demonstration" / "hall" / "directory.ldif"


def said(settings: Settings, text: str) -> list[str]:
    settings.DIRECTORY = directory_settings(text)
    output = StringIO()
    call_command("check_directory", stdout=output)
    return output.getvalue().splitlines()


def test_it_says_what_it_found_and_how_the_first_entries_are_understood(settings):
    lines = said(settings, f"kind = 'ldif'\npath = '{HALL}'")
    assert lines[:2] == [
        "ldif directory.ldif, preset openldap",
        "  ok 157 departments, 2899 people and 90 concurrent posts make sense",
    ]
    assert "  code                 01" in lines
    assert "  id                   s010004" in lines
    assert "  manager              –" in lines
    assert lines[-1] == "0 findings."


def test_a_finding_is_said_with_its_entry(settings, tmp_path):
    path = tmp_path / "directory.ldif"
    path.write_bytes(HALL.read_bytes().replace(b"departmentNumber: 010101\nemployeeType", b"employeeType", 1))
    lines = said(settings, f"kind = 'ldif'\npath = '{path}'")
    assert "  !  uid=s010004,ou=people,dc=city,dc=example,dc=jp: is in no department (kept as known)" in lines
    assert lines[-1] == "1 findings."


def test_without_a_directory_it_says_so(settings):
    settings.DIRECTORY = None
    with pytest.raises(CommandError, match="KYOSEKI_DIRECTORY names no file"):
        call_command("check_directory")


def test_what_cannot_be_read_comes_with_advice(settings):
    with pytest.raises(CommandError, match="cannot be read") as raised:
        said(settings, "kind = 'ldif'\npath = '/nowhere/directory.ldif'")
    assert ADVICE[Trouble.UNREACHABLE] in str(raised.value)


def test_there_is_advice_for_every_trouble():
    assert set(ADVICE) == set(Trouble)


@pytest.mark.parametrize(
    ("kind", "model", "names"),
    [
        (DirectoryDepartment, Department, {}),
        (DirectoryPerson, Person, {"id": "directory_id", "uuid": "directory_uuid"}),
    ],
)
def test_a_directorys_texts_may_be_as_long_as_their_columns(kind, model, names):
    longest = {name: model._meta.get_field(names.get(name, name)).max_length for name in LONGEST[kind]}
    assert longest == LONGEST[kind]
