"""`manage.py sync_directory` and `import_people`: sentences for whoever types them."""

import pytest
from django.core.management import CommandError, call_command

from directory.services import configured
from directory.source import DirectoryUnavailable, Trouble
from directory.tests.rolls import CROWD, Given, roll_of, sync
from integrations.directory.port import Finding, FindingCode
from integrations.directory.settings import DirectoryKind, Preset, settings_of_preset
from integrations.directory.tests.contract import PEOPLE
from people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

EVERYBODY = (*PEOPLE, *CROWD)


@pytest.fixture
def directory(settings, monkeypatch, tmp_path):
    path = tmp_path / "city.ldif"
    settings.DIRECTORY = settings_of_preset(Preset.OPENLDAP, kind=DirectoryKind.LDIF, path=path)
    given = Given(roll_of(EVERYBODY))
    monkeypatch.setattr(configured, "configured_directory", lambda: given)
    return given


def test_it_says_what_it_changed(directory, capsys):
    call_command("sync_directory")
    assert "Changed — department.added: 4, person.added: 40" in capsys.readouterr().out
    call_command("sync_directory")
    assert capsys.readouterr().out == "Read — no change.\n"


def test_a_dry_run_lists_every_change_and_makes_none(directory, capsys):
    call_command("sync_directory", dry_run=True)
    said = capsys.readouterr().out
    assert "person 000003 我妻 美咲 added (" in said
    assert "Would change — department.added: 4" in said
    assert not Person.objects.exists()


def test_what_passes_the_limits_waits_for_confirm(directory, capsys):
    sync(EVERYBODY)
    directory.roll = roll_of(EVERYBODY[:20])
    with pytest.raises(CommandError, match=r"people ended: 20 \(50\.0 %, at most 5 %\).*add --confirm"):
        call_command("sync_directory")
    call_command("sync_directory", confirm=True)
    assert Person.objects.filter(active_to__isnull=True).count() == 20


def test_findings_are_said_with_their_entry(directory, capsys):
    finding = Finding("uid=s000003,ou=people", FindingCode.NO_NAME, {"attribute": "cn"}, id="s000003")
    directory.roll = roll_of(EVERYBODY, findings=[finding])
    call_command("sync_directory")
    assert "left as it was: uid=s000003,ou=people: no_name (attribute cn)" in capsys.readouterr().out


def test_a_directory_that_is_away_is_one_sentence(directory):
    directory.roll = DirectoryUnavailable("ldaps://dc1: the certificate is not known", Trouble.CERTIFICATE)
    with pytest.raises(CommandError, match=r"^Nothing was changed\. ldaps://dc1: the certificate is not known$"):
        call_command("sync_directory")


def test_without_a_directory_it_says_so():
    with pytest.raises(CommandError, match="No directory is configured"):
        call_command("sync_directory")


def test_a_part_that_is_not_installed_fails_the_run_with_its_name(directory, monkeypatch):
    def missing():
        raise DirectoryUnavailable("python-ldap is missing", Trouble.NOT_INSTALLED)

    monkeypatch.setattr(configured, "configured_directory", missing)
    with pytest.raises(CommandError, match="python-ldap is missing"):
        call_command("sync_directory")
