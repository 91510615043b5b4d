import logging

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory, override_settings

from audit.context import current_origin
from config.compression import CompressionMiddleware
from config.middleware import RequestMiddleware


def secure_answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse(request.build_absolute_uri("/"))


def test_behind_a_proxy_that_ends_tls_the_request_is_one_by_https() -> None:
    with override_settings(HTTPS=True):
        answer = RequestMiddleware(secure_answer)(RequestFactory().get("/", headers={"Host": "testserver"}))
    assert answer.content == b"https://testserver/"
    assert answer["Strict-Transport-Security"].startswith("max-age=63072000")


def test_without_https_it_is_not() -> None:
    with override_settings(HTTPS=False):
        assert RequestMiddleware(secure_answer)(RequestFactory().get("/")).content == b"http://testserver/"


def test_what_happens_inside_knows_the_request_and_what_comes_after_does_not() -> None:
    seen = []

    def answer(request: HttpRequest) -> HttpResponse:
        seen.append(current_origin())
        return HttpResponse()

    given = RequestMiddleware(answer)(RequestFactory().get("/", REMOTE_ADDR="192.0.2.7"))
    assert (seen[0].source_address, seen[0].request_id) == ("192.0.2.7", given["X-Request-ID"])
    assert current_origin().request_id == ""


def test_the_log_has_the_path_and_never_what_was_searched_for(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "kyoseki.request"):
        RequestMiddleware(secure_answer)(RequestFactory().get("/api/v1/people/?q=secret"))
    assert [record.getMessage() for record in caplog.records] == ["GET /api/v1/people/"]
    assert "secret" not in str(caplog.records[0].__dict__)


@pytest.mark.parametrize(
    ("content", "kind", "accepts", "compressed"),
    [
        (b"[1,2]" * 400, "application/json", "gzip, br", True),
        (b"[1,2]" * 400, "application/problem+json", "gzip", True),
        (b"[1,2]" * 400, "application/json", "br", False),
        (b"[1,2]" * 400, "image/svg+xml", "gzip", False),
        (b"[1,2]", "application/json", "gzip", False),
    ],
)
def test_only_long_json_travels_compressed(content: bytes, kind: str, accepts: str, compressed: bool) -> None:
    def answer(request: HttpRequest) -> HttpResponse:
        return HttpResponse(content, content_type=kind, headers={"ETag": '"7"'})

    given = CompressionMiddleware(answer)(RequestFactory().get("/", headers={"Accept-Encoding": accepts}))
    assert (given.get("Content-Encoding") == "gzip") is compressed
    assert (len(given.content) < len(content)) is compressed
    assert given["ETag"] == ('W/"7"' if compressed else '"7"')
