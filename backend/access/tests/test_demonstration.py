"""The demonstration hall's one password opens the demonstration hall and nothing else."""

import pytest
from django.core.management import call_command

from access.sign_in import DEMONSTRATION_PASSWORD, password_fits
from core.revision import Slow, bump
from people.demonstration import CAST
from people.models import Account, Person
from people.policies.roles import Role
from people.selectors.demonstration import demonstration_accounts
from people.services.demonstration import grant_demonstration_roles
from people.services.roles import grant_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def from_the_directory(hall):
    Person.objects.filter(pk=hall.person("agatsuma")).update(directory_id="s011026")
    return hall.account("agatsuma")


def test_in_the_demonstration_everyone_of_the_directory_has_the_halls_password(settings, from_the_directory):
    settings.DEMONSTRATION = True
    assert password_fits(from_the_directory, DEMONSTRATION_PASSWORD)
    assert not password_fits(from_the_directory, "another")


@pytest.mark.parametrize("password", [DEMONSTRATION_PASSWORD, "", "!", "password", "s011026", "admin"])
def test_nowhere_else_does_anybody_have_a_password_nobody_set(settings, from_the_directory, password):
    settings.DEMONSTRATION = False
    assert not password_fits(from_the_directory, password)
    assert not password_fits(None, password)


def test_even_in_the_demonstration_other_accounts_have_no_password_nobody_set(settings, hall):
    settings.DEMONSTRATION = True
    assert not password_fits(Account.objects.create(username="breakglass", password="!"), DEMONSTRATION_PASSWORD)
    assert not password_fits(hall.account("kudo"), DEMONSTRATION_PASSWORD)


def test_a_password_that_was_set_is_kept_as_argon2_and_is_the_only_one(settings, from_the_directory):
    settings.DEMONSTRATION = True
    from_the_directory.set_password("ein langes Passwort")
    assert from_the_directory.password.startswith("argon2$argon2id$")
    assert password_fits(from_the_directory, "ein langes Passwort")
    assert not password_fits(from_the_directory, DEMONSTRATION_PASSWORD)


@pytest.fixture
def cast(hall):
    """One person for each part of the demonstration."""
    for number, part in enumerate(CAST):
        section = hall.departments["030202"]
        section = type(section).objects.get_or_create(code=part.section, defaults={"name": "課", "kind": "section"})[0]
        for copy in (2, 1):
            person = Person.objects.create(
                number=f"8{number}{copy}",
                directory_id=f"s8{number}{copy}",
                name="試験 太郎",
                family_name="試験",
                title=part.title,
                department=section,
            )
            Account.objects.create(username=f"s8{number}{copy}", person=person, password="!")
    bump(Slow.PEOPLE)


def test_one_account_per_role_always_the_same(settings, cast):
    settings.DEMONSTRATION = True
    offered = [(one.role, one.username) for one in demonstration_accounts()]
    assert offered == [(part.role, f"s8{number}1") for number, part in enumerate(CAST)]
    assert {role for role, _ in offered} == set(Role)


def test_the_roles_are_granted_once(settings, cast):
    assert [account.roles for account in grant_demonstration_roles()] == [["facilities"], ["it"], ["hr"], ["crisis"]]
    assert grant_demonstration_roles() == []


def test_a_role_that_follows_from_posts_is_not_granted(cast):
    with pytest.raises(ValueError, match="manager"):
        grant_role(account=Account.objects.all()[0], role=Role.MANAGER)


def test_outside_the_demonstration_no_account_is_offered(settings, cast, capsys):
    settings.DEMONSTRATION = False
    assert demonstration_accounts() == []
    call_command("demonstration_accounts")
    assert capsys.readouterr().out == ""


def test_the_command_prints_a_line_per_role(settings, cast, capsys):
    settings.DEMONSTRATION = True
    call_command("demonstration_accounts")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 6
    assert lines[0].split() == ["staff", "s801", "kyoseki", "試験", "太郎（広聴課", "主事）"]
