"""Every operation says which scope of a token opens it, or that none does; and the server keeps to that."""

import pytest
from rest_framework.test import APIClient

from access.policies.operations import REFUSES_TOKENS, SCOPE_OF
from access.policies.scopes import Scope
from access.services.tokens import create_token
from audit.context import acting_as
from people.policies.roles import GRANTED
from tests.fixtures.api_schema import api_schema
from tests.fixtures.cast import TUESDAY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]


IDS = {
    "/me/sessions/": "0123456789ab",
    "/telework/series/": "00000000-0000-4000-8000-000000000000",
    "/head-counts/": "00000000-0000-4000-8000-000000000000",
}


def operations():
    """(method, path, operation) of everything in the schema."""
    paths = api_schema()["paths"]
    return [
        (method.upper(), path, operation) for path, methods in paths.items() for method, operation in methods.items()
    ]


@pytest.fixture
def token_of(hall):
    """`token_of(scope, …)` is the token of an account with every granted role."""

    def made(*scopes):
        account = hall.account("yamada")
        account.roles = [role.value for role in GRANTED]
        account.save()
        with acting_as(actor_name="test"):
            return create_token(account=account, name="test", scopes=scopes, days=1).token

    return made


def asked(client, token, method, path):
    address = "/api/v1" + path
    id = next((id for start, id in IDS.items() if path.startswith(start)), "1")
    for parameter, value in (("{id}", id), ("{day}", str(TUESDAY)), ("{token}", "x")):
        address = address.replace(parameter, value)
    body: dict[str, str] | None = {} if method in ("POST", "PATCH", "PUT") else None
    return getattr(client, method.lower())(address, body, HTTP_AUTHORIZATION=f"Bearer {token}")


def test_every_operation_is_in_one_scope_or_refuses_tokens():
    listed = {f"{method} {path}" for method, path, _ in operations()}
    assert set(SCOPE_OF) | REFUSES_TOKENS == listed
    assert set(SCOPE_OF) & REFUSES_TOKENS == set()


def test_reads_are_one_scope_and_no_write_is_in_it():
    assert {scope for name, scope in SCOPE_OF.items() if name.startswith("GET ")} == {Scope.READ}
    assert not [name for name, scope in SCOPE_OF.items() if scope is Scope.READ and not name.startswith("GET ")]


def test_the_schema_says_the_scope():
    for method, path, operation in operations():
        scope = SCOPE_OF.get(f"{method} {path}")
        tokens = [way["token"] for way in operation.get("security", []) if "token" in way]
        assert tokens == ([[scope.value]] if scope else []), operation["operationId"]


@pytest.mark.parametrize("scope", Scope)
def test_a_token_of_one_scope_opens_that_and_nothing_else(scope, token_of):
    client, token = APIClient(enforce_csrf_checks=True), token_of(scope)
    wrong = []
    for method, path, operation in operations():
        answer = asked(client, token, method, path)
        # The roster, second factors and passkeys know no tokens at all: there a program is nobody, or a foreign site.
        codes = {"token_out_of_scope", "not_signed_in", "csrf_failed"}
        refused = answer.status_code in (401, 403) and answer.json()["code"] in codes
        opens_without = path.startswith("/displays/")
        if refused is (SCOPE_OF.get(f"{method} {path}") is scope) and not opens_without:
            wrong.append((operation["operationId"], answer.status_code, answer.content[:80]))
    assert wrong == []
