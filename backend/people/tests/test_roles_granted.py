"""Roles are granted and taken away on record, and only those that can be."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from audit.models import Event
from people.models import Account

pytestmark = pytest.mark.django_db


def manage(*args):
    out = StringIO()
    call_command("grant_role", *args, stdout=out)
    return out.getvalue().strip()


def test_a_role_is_granted_once_and_taken_away_again_on_record(hall):
    said = [
        manage("KUDO", "facilities"),
        manage("kudo", "facilities"),
        manage("kudo", "it"),
        manage("kudo", "facilities", "--take-away"),
    ]
    assert said == ["kudo: facilities", "kudo: facilities", "kudo: facilities, it", "kudo: it"]
    assert Account.objects.get(username="kudo").roles == ["it"]
    assert list(Event.objects.filter(subject_kind="account").order_by("id").values_list("kind", flat=True)) == [
        "account.role_granted",
        "account.role_granted",
        "account.role_taken_away",
    ]


@pytest.mark.parametrize("args", [("nobody", "it"), ("kudo", "manager"), ("kudo", "staff"), ("kudo", "king")])
def test_an_unknown_account_or_a_role_that_follows_from_posts_is_refused(hall, args):
    with pytest.raises(CommandError):
        manage(*args)
