"""Who sent a request: what opens a session, and what ends it."""

from datetime import timedelta

import pytest

from access.models import Session
from access.selectors.live_session import live_session
from access.services.sessions import close_session, delete_expired_sessions, open_session
from core import clock
from people.models import Account, Post
from people.policies.visibility import Viewer
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def ask(key):
    found = live_session(key, now=clock.now(), today=clock.today())
    return found and found.signed_in


@pytest.fixture
def key(hall):
    return open_session(account=hall.account("agatsuma"))


def test_one_query_reads_session_account_person_department_and_posts(hall, key, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = ask(key)
        assert found is not None
        assert found.account.username == "agatsuma"
        assert found.account.is_authenticated
        assert found.account.person is not None
        assert found.account.person.name == "我妻 美咲"
        assert found.account.person.department == hall.departments["030202"]
    assert found.account == hall.account("agatsuma")
    assert found.viewer == Viewer(
        account_id=found.account.pk,
        person_id=hall.person("agatsuma"),
        departments=frozenset({hall.departments["030202"].pk}),
        manages=frozenset(),
        roles=frozenset({"staff"}),
    )


def test_posts_of_today_make_departments_and_the_managers_role(hall):
    yamada = hall.people["yamada"]
    yesterday = MONDAY - timedelta(days=1)
    for section, first, last in (
        ("040301", yesterday, None),
        ("100101", yesterday - timedelta(days=9), yesterday),
        ("03", MONDAY + timedelta(days=1), None),
    ):
        Post.objects.create(
            person=yamada, department=hall.departments[section], kind="concurrent", active_from=first, active_to=last
        )
    found = ask(open_session(account=hall.account("yamada")))
    assert found.viewer.departments == {hall.departments["030202"].pk, hall.departments["040301"].pk}
    assert found.viewer.manages == {hall.departments["030202"].pk}
    assert found.viewer.roles == {"staff", "manager"}


def test_a_break_glass_account_has_no_person(hall):
    account = Account.objects.create(username="breakglass", password="!", roles=["it"])
    found = ask(open_session(account=account))
    assert found.account.person is None
    assert found.viewer == Viewer(account.pk, None, roles=frozenset({"it"}))


def test_a_session_ends_when_its_time_is_over(key, monday_morning):
    monday_morning.shift(timedelta(days=14) - timedelta(seconds=1))
    assert ask(key) is not None
    monday_morning.shift(timedelta(seconds=1))
    assert ask(key) is None
    assert delete_expired_sessions() == 1
    assert not Session.objects.exists()


def test_a_closed_session_opens_nothing(key):
    close_session(key=key)
    assert ask(key) is None


@pytest.mark.parametrize("key", ["", "made-up", "é", "x" * 5000])
def test_an_unknown_key_opens_nothing(hall, key):
    assert ask(key) is None


def test_the_table_does_not_hold_what_the_cookie_holds(key):
    assert key not in Session.objects.get().key_digest


def test_an_account_out_of_use_is_out_at_once(hall, key):
    Account.objects.filter(person=hall.people["agatsuma"]).update(is_active=False)
    assert ask(key) is None


@pytest.mark.parametrize(("first", "last", "enters"), [(0, 0, True), (-9, -1, False), (1, None, False), (-9, 0, True)])
def test_people_enter_from_their_first_day_to_their_last(hall, key, first, last, enters):
    person = hall.people["agatsuma"]
    person.active_from = MONDAY + timedelta(days=first)
    person.active_to = None if last is None else MONDAY + timedelta(days=last)
    person.save()
    assert (ask(key) is not None) is enters
