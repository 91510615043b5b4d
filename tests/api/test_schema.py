"""The schema as a promise: whatever is sent within it, no answer is a 500, and every answer is of its shape."""

from copy import deepcopy

import pytest
import schemathesis
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from access.services.sessions import open_session
from tests.fixtures.api_schema import api_schema
from tests.fixtures.cast import TUESDAY
from tests.fixtures.examples import examples

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("monday_morning")]

CHECKS = (not_a_server_error, content_type_conformance, response_schema_conformance)


def asks_of_every_operation() -> list[tuple[str, str, GenerationMode]]:
    """Every operation as it should be asked, and, where it takes anything at all, as it should not."""
    return [
        (path, method.upper(), mode)
        for path, methods in api_schema()["paths"].items()
        for method, operation in methods.items()
        for mode in GenerationMode
        if mode is GenerationMode.POSITIVE or operation.get("parameters") or operation.get("requestBody")
    ]


@pytest.fixture(scope="module")
def schema():
    loaded = schemathesis.openapi.from_dict(deepcopy(api_schema()))
    loaded.app = get_wsgi_application()
    return loaded


@pytest.fixture(autouse=True)
def _one_connection():
    """Requests come over WSGI and not through Django's test client, so the test's connection is kept open here."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.parametrize(("path", "method", "mode"), asks_of_every_operation())
def test_no_request_within_or_beside_the_schema_breaks_the_server(schema, hall, client_of, path, method, mode):
    operation = schema[path][method]
    numbers = {
        "/floors/": hall.floors["6"].pk,
        "/layouts/": hall.layouts["6"].pk,
        "/desks/": hall.desk("06A-001"),
        "/people/": hall.person("kudo"),
        "/attendance/departments/": hall.departments["030202"].pk,
        "/telework/records/departments/": hall.departments["030202"].pk,
    }
    real = next((number for start, number in numbers.items() if path.startswith(start)), 1)
    cookies = {settings.SESSION_COOKIE_NAME: open_session(account=hall.account("agatsuma"))}

    @given(case=operation.as_strategy(generation_mode=mode), aim=st.booleans())
    @hypothesis_settings(
        max_examples=examples(4),
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
    def ask(case, aim):
        if aim:  # at something that exists, or most requests would end at a 404
            case.path_parameters = dict.fromkeys(case.path_parameters or {}, real)
            if isinstance(case.body, dict) and "desk" in case.body:
                case.body.update(desk=hall.desk("06A-002"), day=TUESDAY.isoformat())
        case.call_and_validate(cookies=cookies, headers={"Accept-Encoding": "identity"}, checks=CHECKS)

    ask()
