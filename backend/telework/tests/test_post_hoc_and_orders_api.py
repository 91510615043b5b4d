"""Days entered afterwards, and orders, over HTTP."""

from datetime import timedelta

import pytest

from people.policies.roles import Role
from people.services.roles import grant_role
from telework.models import TeleworkRequest
from telework.tests.asking import register_everybody
from tests.factories.hall import city_time
from tests.fixtures.cast import MONDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

REQUESTS = "/api/v1/telework/requests/"
ORDERS = "/api/v1/telework/orders/"


@pytest.fixture(autouse=True)
def _registered(hall):
    register_everybody(hall)


def test_a_manager_records_the_day_of_somebody_who_phoned(hall, as_person, monday_morning):
    monday_morning.move_to(city_time(MONDAY, "18:00"))
    body = {"day": MONDAY.isoformat(), "person": hall.person("agatsuma"), "post_hoc_reason": "電車の運休"}
    made = as_person("yamada").post(REQUESTS, body, format="json")
    assert made.status_code == 201, made.json()
    assert (made.json()["state"], made.json()["origin"], made.json()["decided_as"]) == ("ended", "post_hoc", "manager")
    for name, code in (("kudo", "not_yours_to_decide"), ("agatsuma", "own_request")):
        assert as_person(name).post(REQUESTS, body, format="json").json()["code"] == code


def test_the_person_enters_it_later_and_the_manager_approves(hall, as_person, monday_morning):
    monday_morning.move_to(city_time(MONDAY + timedelta(days=1), "9:00"))
    me = as_person("agatsuma")
    late = {"day": MONDAY.isoformat()}
    assert me.post(REQUESTS, late, format="json").json()["code"] == "post_hoc_only"
    made = me.post(REQUESTS, {**late, "post_hoc_reason": "電話で連絡済み"}, format="json").json()
    assert made["state"] == "submitted"
    done = as_person("yamada").post(f"{REQUESTS}{made['id']}/approve/", {}, format="json").json()
    assert (done["state"], done["may"]) == ("ended", [])
    assert me.get(f"{REQUESTS}{made['id']}/").json()["may"] == ["report"]
    monday_morning.move_to(city_time(MONDAY + timedelta(days=10), "9:00"))
    refused = me.post(REQUESTS, {**late, "unit": "am", "post_hoc_reason": "忘れていた"}, format="json").json()
    assert (refused["code"], refused["allowed_until"]) == ("post_hoc_too_late", "2026-12-03")


def order(hall, **more):
    return {
        "department": hall.departments["030202"].pk,
        "first_day": "2026-12-02",
        "last_day": "2026-12-04",
        "reason_kind": "epidemic",
        "reason": "インフルエンザの流行",
        **more,
    }


def test_a_manager_orders_for_the_own_section_and_withdraws_it(hall, as_person):
    yamada = as_person("yamada")
    preview = yamada.post(f"{ORDERS}preview/", order(hall), format="json").json()
    assert preview == {"people": 3, "days": 9, "desks_let_go": 0}
    made = yamada.post(ORDERS, order(hall, except_people=[hall.person("kudo")]), format="json")
    assert made.status_code == 201, made.json()
    assert (made.json()["people"], made.json()["may_withdraw"]) == (2, True)
    assert yamada.get(ORDERS).json()["results"][0]["id"] == made.json()["id"]
    withdrawn = yamada.post(f"{ORDERS}{made.json()['id']}/withdraw/", format="json").json()
    assert withdrawn["withdrawn_at"] is not None
    assert not TeleworkRequest.objects.filter(state="approved").exists()


def test_others_order_nothing_and_the_whole_hall_is_for_hr_and_crisis(hall, as_person):
    assert as_person("agatsuma").post(ORDERS, order(hall), format="json").status_code == 403
    yamada = as_person("yamada")
    for elsewhere in (hall.departments["040301"].pk, None):
        assert yamada.post(ORDERS, order(hall, department=elsewhere), format="json").status_code == 403
    grant_role(account=hall.account("hoshi"), role=Role.CRISIS)
    made = as_person("hoshi").post(ORDERS, order(hall, department=None), format="json")
    assert (made.status_code, made.json()["people"]) == (201, 5)
    past = order(hall, department=None, first_day="2026-11-20", last_day="2026-11-20")
    assert as_person("hoshi").post(ORDERS, past, format="json").json()["code"] == "day_is_over"
    weekend = order(hall, department=None, first_day="2026-12-05", last_day="2026-12-06")
    assert as_person("hoshi").post(ORDERS, weekend, format="json").json()["code"] == "no_day_to_order"
