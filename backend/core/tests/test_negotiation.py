import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("wanted", ["text/html", "application/xml;q=0.9", "*/*", "nonsense", ""])
def test_an_answer_is_json_whatever_the_client_would_like(wanted: str) -> None:
    answer = Client().get("/api/v1/session/", headers={"Accept": wanted})
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/jsonish", ""])
def test_a_body_that_is_no_json_is_refused_as_such(kind: str) -> None:
    client = Client(headers={"X-CSRFToken": "x" * 32})
    client.cookies["kyoseki_csrf"] = "x" * 32
    answer = client.post("/api/v1/session/", "username=a", content_type=kind)
    assert answer.status_code == 415


def test_the_parameters_of_a_media_type_do_not_matter() -> None:
    client = Client(headers={"X-CSRFToken": "x" * 32})
    client.cookies["kyoseki_csrf"] = "x" * 32
    answer = client.post("/api/v1/session/", b"{}", content_type="Application/JSON; charset=utf-8")
    assert answer.status_code == 400
