"""Local passwords, and accounts that break the glass."""

import io

import pytest
from django.core.management import CommandError, call_command

from access.models import Session
from access.services.sessions import open_session
from access.sign_in import password_fits
from audit.selectors import events_of
from people.models import Account

pytestmark = pytest.mark.django_db

LONG = "ein langes Passwort"


@pytest.fixture
def typing(monkeypatch):
    """`typing("…")` is a pipe that says this."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text + "\n"))


def test_an_account_gets_a_password_of_its_own_and_its_sessions_end(hall, typing, capsys):
    open_session(account=hall.account("agatsuma"))
    typing(LONG)
    call_command("set_password", "AGATSUMA")
    account = hall.account("agatsuma")
    assert password_fits(account, LONG)
    assert not Session.objects.exists()
    event = events_of("account", account.pk).get()
    assert (event.kind, event.actor_name, event.after) == ("account.password_set", "set_password", None)
    assert LONG not in capsys.readouterr().out


def test_a_break_glass_account_is_made_with_its_roles(db, typing):
    typing(LONG)
    call_command("set_password", "breakglass", "--create", "--role", "it", "--role", "crisis")
    account = Account.objects.get(username="breakglass")
    assert (account.person, account.roles) == (None, ["it", "crisis"])
    assert password_fits(account, LONG)


def test_a_misspelt_name_makes_no_account(db, typing):
    typing(LONG)
    with pytest.raises(CommandError, match="there is no account braekglass"):
        call_command("set_password", "braekglass")
    assert not Account.objects.exists()


@pytest.mark.parametrize("weak", ["", "kyoseki", "password1234", "breakglass12"])
def test_a_weak_password_is_refused(db, typing, weak):
    typing(weak)
    with pytest.raises(CommandError):
        call_command("set_password", "breakglass", "--create")
    assert not Account.objects.exists()
