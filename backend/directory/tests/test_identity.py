"""Who is who: a renamed, re-used, returned or re-made entry, and what the directory may not touch."""

from dataclasses import replace
from datetime import timedelta

import pytest

from access.models import Session
from access.policies.ways import Way
from core import clock
from directory.tests.rolls import sync, with_uuids
from integrations.directory.tests.contract import PEOPLE
from people.models import Account, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

CHIEF, HEAD, MISAKI = with_uuids(PEOPLE)


@pytest.fixture
def misaki():
    sync([CHIEF, HEAD, MISAKI])
    return Person.objects.get(number="000003")


def fields_of(run, subject="person"):
    return {one.key: one.fields for one in run.changes.filter(subject=subject)}


def test_a_renamed_entry_is_the_same_person_with_a_new_user_name(misaki):
    run = sync([CHIEF, HEAD, replace(MISAKI, id="misaki.sato", name="佐藤 美咲", family_name="佐藤")])
    assert fields_of(run)["000003"] == {
        "id": ["s000003", "misaki.sato"],
        "name": ["我妻 美咲", "佐藤 美咲"],
        "family_name": ["我妻", "佐藤"],
    }
    misaki.refresh_from_db()
    assert (misaki.directory_id, misaki.account.username) == ("misaki.sato", "misaki.sato")
    assert misaki.search_text.startswith("佐藤美咲")


def test_a_reused_user_name_is_another_person(misaki):
    other = replace(MISAKI, uuid="another", number="000009", name="阿部 健", family_name="阿部")
    run = sync([CHIEF, HEAD, other])
    assert (run.counts["person.ended"], run.counts["person.added"]) == (1, 1)
    misaki.refresh_from_db()
    new = Person.objects.get(number="000009")
    assert (misaki.directory_id, misaki.active_to) == (None, clock.today() - timedelta(days=1))
    assert (misaki.account.username, misaki.account.is_active) == (f"left:{misaki.pk}:s000003", False)
    assert (new.directory_id, new.account.username, new.account.is_active) == ("s000003", "s000003", True)
    assert sync([CHIEF, HEAD, other]).state == "unchanged"


def test_the_user_name_of_somebody_who_left_long_ago_is_free_again(misaki):
    sync([CHIEF, HEAD])
    run = sync([CHIEF, HEAD, replace(MISAKI, uuid="another", number="000009")])
    assert fields_of(run)["000003"] == {"id": ["s000003", None]}
    assert Account.objects.get(username="s000003").person == Person.objects.get(number="000009")


def test_two_who_exchange_their_names_keep_who_they_are(misaki):
    chief = Person.objects.get(number="000001")
    run = sync([replace(CHIEF, id=MISAKI.id), HEAD, replace(MISAKI, id=CHIEF.id)])
    assert run.state == "applied"
    chief.refresh_from_db()
    misaki.refresh_from_db()
    assert (chief.directory_id, chief.account.username) == ("s000003", "s000003")
    assert (misaki.directory_id, misaki.account.username) == ("s000001", "s000001")


def test_an_entry_made_anew_is_the_same_person_by_the_number(misaki):
    run = sync([CHIEF, HEAD, replace(MISAKI, uuid="made-anew")])
    assert fields_of(run) == {"000003": {"uuid": ["uuid-000003", "made-anew"]}}
    misaki.refresh_from_db()
    assert misaki.directory_uuid == "made-anew"


def test_a_directory_without_lasting_identities_takes_none_away(misaki):
    assert sync(PEOPLE).state == "unchanged"
    misaki.refresh_from_db()
    assert misaki.directory_uuid == "uuid-000003"


def test_who_comes_back_is_the_same_person_also_under_another_name(misaki):
    sync([CHIEF, HEAD])
    run = sync([CHIEF, HEAD, replace(MISAKI, uuid="back", id="misaki2")])
    assert run.counts["person.returned"] == 1
    misaki.refresh_from_db()
    assert (misaki.active_to, misaki.directory_id, misaki.directory_uuid) == (None, "misaki2", "back")
    assert (misaki.account.username, misaki.account.is_active) == ("misaki2", True)


def test_a_number_that_a_leaver_had_goes_over_to_whoever_has_it_now(misaki):
    run = sync([CHIEF, replace(HEAD, number="000003")])
    assert run.state == "applied"
    misaki.refresh_from_db()
    assert misaki.number == f"000003~{misaki.pk}"
    assert Person.objects.get(number="000003").directory_id == "s000002"


def test_what_people_chose_and_were_granted_is_not_the_directorys(misaki):
    Person.objects.filter(pk=misaki.pk).update(visibility="nobody", language="en")
    Account.objects.filter(person=misaki).update(roles=["it"], password="argon2$of-her-own")
    breakglass = Account.objects.create(username="breakglass", password="argon2$x", roles=["it"])
    sync([CHIEF, HEAD, replace(MISAKI, id="misaki.sato", department="030201")])
    misaki.refresh_from_db()
    assert (misaki.visibility, misaki.language) == ("nobody", "en")
    assert (misaki.account.roles, misaki.account.password) == (["it"], "argon2$of-her-own")
    before = (breakglass.username, breakglass.is_active, breakglass.roles)
    breakglass.refresh_from_db()
    assert (breakglass.username, breakglass.is_active, breakglass.roles) == before


def test_an_account_that_it_has_blocked_stays_blocked(misaki):
    Account.objects.filter(person=misaki).update(is_active=False)
    assert sync([CHIEF, HEAD, MISAKI]).state == "unchanged"
    assert not Account.objects.get(person=misaki).is_active


def test_a_password_changed_in_the_directory_ends_the_sessions_it_opened(misaki):
    for way, key in ((Way.DIRECTORY, "d"), (Way.PASSKEY, "p")):
        Session.objects.create(
            key_digest=key * 64,
            account=misaki.account,
            way=way.value,
            created_at=clock.now() - timedelta(hours=1),
            expires_at=clock.now() + timedelta(days=1),
        )
    changed = clock.now() - timedelta(minutes=1)
    run = sync([CHIEF, HEAD, replace(MISAKI, password_changed_at=changed)])
    assert run.state == "unchanged"
    assert list(Session.objects.values_list("way", flat=True)) == ["passkey"]


def test_who_left_is_signed_out(misaki):
    Session.objects.create(
        key_digest="x" * 64,
        account=misaki.account,
        way=Way.PASSKEY.value,
        created_at=clock.now(),
        expires_at=clock.now() + timedelta(days=1),
    )
    sync([CHIEF, HEAD])
    assert not Session.objects.exists()
