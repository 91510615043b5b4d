"""Approvals: who may, what they take the place of, what they are refused for, and many at once."""

from datetime import timedelta

import pytest

from core.refused import Refused
from people.models import Delegation
from people.policies.standing_in import Period
from people.services.delegations import give_delegation
from plans.models import AttendancePlan
from telework.models import TeleworkRequest
from telework.policies.states import Actor, RequestAction
from telework.services.deciding import Chosen, decide
from telework.services.requests import cancel_request, withdraw_request
from telework.tests.asking import (
    FULL,
    THURSDAY,
    asked,
    need_on_site,
    register_everybody,
    set_rules,
    told,
)
from tests.factories.hall import add_person
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

APPROVALS = "/api/v1/telework/approvals/"


@pytest.fixture(autouse=True)
def _registered(hall):
    register_everybody(hall)


@pytest.fixture
def approve(hall):
    def one(request, by="yamada", version=None):
        return decide(decider_id=hall.person(by), action=RequestAction.APPROVE, chosen=Chosen(request.pk, version))

    return one


def test_cancelling_lets_go_of_the_day(hall, approve):
    request = approve(asked(hall, "agatsuma"))
    cancel_request(request_id=request.pk, actor=Actor.ONESELF)
    assert not AttendancePlan.objects.filter(withdrawn_at__isnull=True).exists()


def test_nobody_decides_about_the_own_request_and_nobody_from_outside(hall, approve, as_person):
    request = asked(hall, "agatsuma")
    with pytest.raises(Refused) as refused:
        approve(request, by="agatsuma")
    assert refused.value.code == "own_request"
    with pytest.raises(TeleworkRequest.DoesNotExist):
        approve(request, by="sasaki")


def test_a_delegate_decides_in_the_managers_place_but_not_about_themself(hall, approve, as_person):
    give_delegation(
        delegator_id=hall.person("yamada"),
        delegate_id=hall.person("kudo"),
        scope=Delegation.Scope.APPROVE,
        period=Period(MONDAY, MONDAY + timedelta(days=5)),
    )
    request = approve(asked(hall, "agatsuma"), by="kudo")
    assert (request.decided_as, request.decided_for_id) == ("delegate", hall.person("yamada"))
    with pytest.raises(Refused) as refused:
        approve(asked(hall, "kudo", THURSDAY), by="kudo")
    assert refused.value.code == "own_request"


def test_the_next_up_covers_after_the_set_time(hall, approve, monday_morning):
    boss = add_person(hall, "boss", "部長 一郎", "03", manages=True)
    request = asked(hall, "agatsuma", MONDAY + timedelta(days=8))
    with pytest.raises(Refused) as refused:
        approve(request, by="boss")
    assert refused.value.code == "not_yours_to_decide"
    monday_morning.shift(timedelta(days=3))
    decided = approve(request, by="boss")
    assert (decided.decided_as, decided.decided_for_id) == ("cover", hall.person("yamada"))
    assert boss.pk == decided.decided_by_id


def test_a_stale_screen_is_told_where_the_request_stands(hall, as_person):
    request = asked(hall, "agatsuma")
    withdraw_request(request_id=request.pk, actor=Actor.ONESELF)
    answer = as_person("yamada").post(
        f"/api/v1/telework/requests/{request.pk}/approve/", {"version": request.version}, format="json"
    )
    assert (answer.status_code, answer.json()["state"]) == (409, "withdrawn")


def test_too_few_on_site_are_refused_and_only_then(hall, approve):
    need_on_site(hall, 2)
    approve(asked(hall, "agatsuma"))
    with pytest.raises(Refused) as refused:
        approve(asked(hall, "kudo"))
    assert refused.value.code == "below_minimum"
    assert {name: refused.value.facts[name] for name in ("half", "before", "after", "minimum")} == {
        "half": "am",
        "before": 2,
        "after": 1,
        "minimum": 2,
    }
    set_rules(hall.departments["030202"], minimum_on_site="warn")
    assert approve(TeleworkRequest.objects.get(person=hall.person("kudo"))).state == "approved"


def test_what_comes_from_above_says_no_without_a_reason(hall, as_person):
    request = asked(hall, "agatsuma")
    answer = as_person("yamada").post(f"/api/v1/telework/requests/{request.pk}/reject/", {}, format="json")
    assert (answer.status_code, answer.json()["code"]) == (409, "comment_needed")
    answer = as_person("yamada").post(
        f"/api/v1/telework/requests/{request.pk}/return/", {"comment": "会議があります"}, format="json"
    )
    assert (answer.json()["state"], answer.json()["comment"]) == ("returned", "会議があります")


def test_a_list_says_what_each_approval_would_leave(hall, as_person, django_assert_max_num_queries):
    need_on_site(hall, 3)
    add_person(hall, "mori", "森 一", "030202")
    register_everybody(hall)
    for name in ("agatsuma", "kudo", "mori"):
        asked(hall, name)
    client = as_person("yamada")
    client.get(APPROVALS)
    with django_assert_max_num_queries(30):
        results = client.get(APPROVALS).json()["results"]
    assert [one["as"] for one in results] == ["manager"] * 3
    assert results[0]["on_site"] == [
        {"half": "am", "before": 4, "after": 3, "minimum": 3},
        {"half": "pm", "before": 4, "after": 3, "minimum": 3},
    ]
    assert (results[0]["refused"], results[0]["month_most"]) == (None, 10)
    count = client.get(f"{APPROVALS}count/")
    assert count.json() == {"requests": 3, "reports": 0, "registrations": 0, "total": 3}
    assert client.get(f"{APPROVALS}count/", headers={"If-None-Match": count["ETag"]}).status_code == 304
    assert as_person("agatsuma").get(APPROVALS).json()["results"] == []


def test_of_many_each_stands_by_itself(hall, as_person):
    need_on_site(hall, 2)
    first, second = asked(hall, "agatsuma"), asked(hall, "kudo")
    third = asked(hall, "kudo", THURSDAY)
    other = asked_elsewhere(hall)
    body = {
        "action": "approve",
        "requests": [{"id": one.pk, "version": one.version} for one in (first, second, third, other)],
    }
    answer = as_person("yamada").post(APPROVALS, body, format="json")
    assert answer.status_code == 200, answer.json()
    assert sorted(answer.json()["done"]) == [first.pk, third.pk]
    codes = {one["id"]: one["problem"]["code"] for one in answer.json()["refused"]}
    assert codes == {second.pk: "below_minimum", other.pk: "not_found"}
    assert told("telework.approved_many")["days"] == {
        str(hall.person("agatsuma")): ["2026-12-02"],
        str(hall.person("kudo")): ["2026-12-03"],
    }
    assert as_person("yamada").get(APPROVALS, {"whose": "done"}).json()["results"][0]["request"]["id"] == third.pk


def asked_elsewhere(hall):
    chief = add_person(hall, "chief", "税制 課長", "040301", manages=True)
    assert chief.pk
    return asked(hall, "sasaki", content=FULL)
