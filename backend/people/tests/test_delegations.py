"""Giving somebody the right to act in one's place, and taking it back."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from audit.models import Event
from core.refused import Refused
from people.models import Delegation, Person
from people.policies.standing_in import Period
from people.services.delegations import give_delegation
from tests.fixtures.cast import MONDAY, TUESDAY

DELEGATIONS = "/api/v1/delegations/"


@pytest.fixture
def give(hall, as_person):
    def ask(who, delegate, first="2026-11-30", last="2026-12-04", scope="book"):
        body = {"delegate": hall.person(delegate), "scope": scope, "first_day": first, "last_day": last}
        return as_person(who).post(DELEGATIONS, body, format="json")

    return ask


@pytest.mark.django_db
@pytest.mark.usefixtures("monday_morning")
class TestGiving:
    def test_both_see_it_and_it_is_recorded(self, give, hall, as_person):
        answer = give("yamada", "kudo")
        assert answer.status_code == 201
        given = answer.json()
        assert (given["running"], given["given"], given["scope"]) == (True, True, "book")
        assert (given["first_day"], given["last_day"]) == ("2026-11-30", "2026-12-04")
        assert as_person("yamada").get(DELEGATIONS).json() == [given]
        assert as_person("kudo").get(DELEGATIONS).json() == [{**given, "given": False}]
        assert as_person("hoshi").get(DELEGATIONS).json() == []
        event = Event.objects.get(kind="delegation.given")
        assert event.actor_name == "山田 葵"
        assert event.after is not None
        assert event.after["person"] == hall.person("kudo")

    @pytest.mark.parametrize(
        ("delegate", "more", "code"),
        [
            ("yamada", {}, "delegate_is_oneself"),
            ("kudo", {"first": "2026-11-29"}, "period_is_past"),
            ("kudo", {"last": "2028-11-30"}, "period_too_long"),
        ],
    )
    def test_what_is_refused(self, give, delegate, more, code):
        answer = give("yamada", delegate, **more)
        assert (answer.status_code, answer.json()["code"]) == (409, code)
        assert not Delegation.objects.exists()

    def test_a_period_backwards_is_bad_input(self, give):
        assert give("yamada", "kudo", first="2026-12-04", last="2026-12-01").status_code == 400

    def test_somebody_who_left_is_no_delegate(self, give, hall):
        Person.objects.filter(pk=hall.person("kudo")).update(active_to="2026-11-29")
        assert give("yamada", "kudo").json()["code"] == "not_on_the_roll"

    def test_the_same_on_some_of_the_days_is_refused_and_other_days_and_kinds_are_not(self, give):
        assert give("yamada", "kudo").status_code == 201
        assert give("yamada", "kudo", first="2026-12-04", last="2026-12-10").json()["code"] == "already_delegated"
        assert give("yamada", "kudo", first="2026-12-05", last="2026-12-10").status_code == 201
        assert give("yamada", "kudo", scope="approve").status_code == 201
        assert give("kudo", "yamada").status_code == 201

    @pytest.mark.parametrize("who", ["yamada", "kudo"])
    def test_either_ends_it_early_and_it_is_over_at_once(self, who, give, as_person, hall):
        number = give("yamada", "kudo").json()["id"]
        address = f"{DELEGATIONS}{number}/end/"
        assert as_person("hoshi").post(address).status_code == 404
        assert as_person(who).post(address).json()["running"] is False
        assert as_person(who).post(address).json()["code"] == "delegation_is_over"
        assert as_person("yamada").get(DELEGATIONS).json() == []
        assert Event.objects.get(kind="delegation.ended").subject_id == number
        assert give("yamada", "kudo").status_code == 201

    def test_an_account_of_nobody_delegates_nothing(self, client_of, hall):
        account = hall.account("kudo")
        account.person = None
        account.save()
        client = client_of(account)
        assert client.get(DELEGATIONS).json() == []
        assert client.post(DELEGATIONS, {}, format="json").status_code == 403


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("monday_morning")
def test_of_many_at_once_one_is_given(hall):
    outcomes, start = [], Barrier(6)

    def one():
        start.wait()
        try:
            give_delegation(
                delegator_id=hall.person("yamada"),
                delegate_id=hall.person("kudo"),
                scope=Delegation.Scope.BOOK,
                period=Period(MONDAY, TUESDAY),
            )
            outcomes.append("given")
        except Refused as refused:
            outcomes.append(str(refused.code))
        finally:
            connection.close()

    threads = [Thread(target=one) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["already_delegated"] * 5 + ["given"]
