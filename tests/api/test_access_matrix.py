"""Every operation by every role, and by nobody, answers as `open_to` says."""

import pytest
from django.conf import settings

from people.models import Account
from people.policies.roles import GRANTED
from tests.api.open_to import EVERYBODY, OPEN_TO, SOMETIMES_FORBIDDEN
from tests.fixtures.api_schema import api_schema
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


def operations():
    """(operation id, method, address with its parameters) of everything in the schema."""
    return [
        (operation["operationId"], method, path)
        for path, methods in api_schema()["paths"].items()
        for method, operation in methods.items()
    ]


@pytest.fixture
def client_as(hall, as_person, client_of, nobody):
    """A client of each role; the granted roles are given to people of 広聴課."""

    def client(role):
        if role == "nobody":
            return nobody
        if role == "breakglass":
            return client_of(Account.objects.create(username="breakglass", password="!", roles=["it"]))
        if role == "manager":
            return as_person("yamada")
        if role in [granted.value for granted in GRANTED]:
            account = hall.account("kudo")
            account.roles = [role]
            account.save()
            return client_of(account)
        return as_person("agatsuma")

    return client


@pytest.fixture
def address(hall):
    """The address of an operation, about things that exist."""

    def filled(path):
        numbers = {
            "/floors/": hall.floors["6"].pk,
            "/layouts/": hall.layouts["6"].pk,
            "/layout-drafts/": 1,
            "/dxf-drawings/": 1,
            "/gate-log/files/": 1,
            "/occupancy/counts/": 1,
            "/planning/placements/": 1,
            "/relocations/": 1,
            "/desks/": hall.desk("06A-001"),
            "/bookings/": 1,
            "/delegations/": 1,
            "/visitors/": 1,
            "/desk-loans/": 1,
            "/waitlists/": 1,
            "/booking-series/": 1,
            "/booking-rules/": 1,
            "/seating/": 1,
            "/group-bookings/": 1,
            "/team-days/": 1,
            "/city-calendars/": 1,
            "/city-events/": 1,
            "/closing-days/": 1,
            "/closures/": 1,
            "/head-counts/": "00000000-0000-4000-8000-000000000000",
            "/people/": hall.person("agatsuma"),
            "/me/sessions/": "0123456789ab",
            "/me/tokens/": 1,
            "/me/factors/passkeys/": 1,
            "/access/tokens/": 1,
            "/directory/runs/": 1,
            "/directory/transfers/": 1,
            "/webhooks/": 1,
            "/calendar/feeds/": 1,
            "/calendar/links/": 1,
            "/calendar/proposals/": 1,
            "/access/accounts/": 1,
            "/notices/": 1,
            "/display-links/": 1,
            "/displays/": 1,
            "/attendance/departments/": hall.departments["030202"].pk,
            "/telework/departments/": hall.departments["030202"].pk,
            "/telework/registrations/": 1,
            "/telework/requests/": 1,
            "/telework/series/": "00000000-0000-4000-8000-000000000000",
            "/telework/orders/": 1,
            "/planning/scenarios/": 1,
            "/telework/records/departments/": hall.departments["030202"].pk,
        }
        for start, number in numbers.items():
            if path.startswith(start):
                path = path.replace("{id}", str(number))
        path = path.replace("{day}", str(TUESDAY))
        query = f"?day={TUESDAY}&from={TUESDAY}&to={TUESDAY}&q=a" if "{" not in path else ""
        return f"/api/v1{path}{query}"

    return filled


def test_every_operation_of_the_schema_stands_in_the_matrix():
    assert {operation for operation, _, _ in operations()} == set(OPEN_TO)


@pytest.mark.parametrize("role", sorted(EVERYBODY))
def test_who_may_call_what(role, client_as, address):
    client = client_as(role)
    wrong = []
    for operation, method, path in operations():
        if role != "nobody" and operation.startswith("session_"):
            continue  # signing in and out would change who this client is
        answer = getattr(client, method)(address(path), {} if method in ("post", "patch") else None)
        refused = answer.status_code in (401, 403)
        if operation in SOMETIMES_FORBIDDEN and answer.status_code == 403 and role != "nobody":
            continue
        if refused is not (role not in OPEN_TO[operation]) and not _failed_sign_in(operation, answer):
            wrong.append((operation, answer.status_code))
        assert answer.status_code < 500, operation
    assert wrong == []


def test_nobody_is_asked_to_sign_in_and_not_told_more(nobody, address):
    answer = nobody.get(address("/bookings/"))
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_a_session_made_up_by_hand_opens_nothing(nobody, address):
    nobody.cookies[settings.SESSION_COOKIE_NAME] = "made-up"
    assert nobody.get(address("/bookings/")).status_code == 401


def test_an_account_put_out_of_use_is_signed_out_at_once(hall, as_person, address):
    client = as_person("agatsuma")
    Account.objects.filter(person=hall.person("agatsuma")).update(is_active=False)
    assert client.get(address("/bookings/")).status_code == 401


def _failed_sign_in(operation, answer):
    return operation == "session_create" and answer.status_code in (400, 401)
