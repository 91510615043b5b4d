from ipaddress import ip_network

import pytest
from django.db import connection
from django.test import Client, override_settings

from core.queues import APART


def test_healthz_asks_nothing_of_the_database() -> None:
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_readyz_says_that_no_worker_has_reported() -> None:
    answer = Client().get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {
        "ready": False,
        "checks": {"database": "ok", "migrations": "ok", "queue": "no worker has ever reported"},
    }


@pytest.mark.django_db
def test_readyz_is_ready_when_a_worker_reports() -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
    answer = Client().get("/readyz")
    assert (answer.status_code, answer.json()["ready"]) == (200, True)


@pytest.mark.django_db
def test_readyz_tells_of_a_migration_that_is_missing() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'audit'")
    assert Client().get("/readyz").json()["checks"]["migrations"] == "behind: run manage.py migrate"


@pytest.mark.django_db
def test_metrics_are_for_the_named_addresses_and_the_token_only() -> None:
    client = Client()
    assert client.get("/metrics").status_code == 404
    with override_settings(METRICS_ADDRESSES=[ip_network("127.0.0.0/8")]):
        assert b"kyoseki_jobs_waiting 0.0" in client.get("/metrics").content
    with override_settings(METRICS_TOKEN="t0ken"):
        assert client.get("/metrics", headers={"Authorization": "Bearer t0ken"}).status_code == 200
        assert client.get("/metrics", headers={"Authorization": "Bearer other"}).status_code == 404


def test_every_answer_carries_its_id_and_the_security_headers() -> None:
    answer = Client().get("/healthz", headers={"X-Request-ID": "invented-by-a-client"})
    assert len(answer["X-Request-ID"]) == 16
    assert "script-src 'self';" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"
    assert "Strict-Transport-Security" not in answer


def test_a_foreign_host_is_refused() -> None:
    answer = Client().get("/healthz", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_input")


def test_an_unknown_address_of_the_api_is_a_problem_and_not_a_page() -> None:
    answer = Client().get("/api/v1/nothing/")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_a_problem_outside_the_views_speaks_the_readers_language() -> None:
    answers = [Client().get("/api/v1/nothing/", headers={"Accept-Language": language}) for language in ("ja", "en")]
    assert [answer.json() for answer in answers] == [
        {"type": "urn:kyoseki:problem:not_found", "title": words, "status": 404, "detail": words, "code": "not_found"}
        for words in ("見つかりません。", "Not found.")
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("queue", APART)
def test_jobs_of_queues_apart_do_not_make_the_product_less_ready(queue: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers DEFAULT VALUES")
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES (%s, 'late', '{}') RETURNING id",
            [queue],
        )
        (job,) = cursor.fetchone()
        cursor.execute("UPDATE procrastinate_events SET at = now() - interval '1 hour' WHERE job_id = %s", [job])
    assert Client().get("/readyz").json()["ready"] is True
    with override_settings(METRICS_ADDRESSES=[ip_network("127.0.0.0/8")]):
        figures = Client().get("/metrics").content
    assert b"kyoseki_jobs_waiting 0.0" in figures
    assert f"kyoseki_{queue}_jobs_waiting 1.0".encode() in figures
    assert f"kyoseki_{queue}_oldest_job_seconds 36".encode() in figures
    assert b'kyoseki_calendar_links{state="paused"} 0.0' in figures
    assert b"kyoseki_calendar_oldest_waiting_seconds 0.0" in figures
