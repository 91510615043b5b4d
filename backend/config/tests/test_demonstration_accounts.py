from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from people.models import Account, Person


@pytest.mark.django_db
@override_settings(DEMONSTRATION=True)
def test_one_account_a_role_is_named() -> None:
    for number, (username, roles) in enumerate([("sato", []), ("ito", ["facilities"]), ("mori", ["it", "hr"])]):
        person = Person.objects.create(number=str(number), name=username.title(), family_name=username)
        Account.objects.create(username=username, person=person, roles=roles)
    said = StringIO()
    call_command("demonstration_accounts", stdout=said)
    assert said.getvalue().splitlines() == [
        "Sign in with the password kyoseki as:",
        "  staff       sato       Sato",
        "  facilities  ito        Ito",
        "  it          mori       Mori",
        "  hr          mori       Mori",
    ]


@override_settings(DEMONSTRATION=False)
def test_outside_the_demonstration_nobody_is_named() -> None:
    with pytest.raises(CommandError, match="only in the demonstration"):
        call_command("demonstration_accounts")
