"""The product as it is started for people: real processes, real sockets."""

import json
import time
import urllib.error
import urllib.request
from http.client import HTTPResponse
from pathlib import Path

import pytest


def get(address: str, **headers: str) -> HTTPResponse:
    answer: HTTPResponse = urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30)
    return answer


@pytest.mark.slow
def test_it_becomes_ready_says_who_may_be_tried_and_takes_nothing_gone_for_a_page(served_hall: str) -> None:
    """One test and not three: each worker that had one of them would start a product of its own."""
    it_becomes_ready(served_hall)
    with get(f"{served_hall}/api/v1/session/") as answer:
        state = json.load(answer)
        assert "kyoseki_csrf=" in str(answer.headers["Set-Cookie"])
    assert [account["role"] for account in state["demonstration_accounts"]] == [
        "staff",
        "manager",
        "facilities",
        "it",
        "hr",
        "crisis",
    ]
    with pytest.raises(urllib.error.HTTPError) as gone:
        get(f"{served_hall}/assets/never-was.js")
    assert gone.value.code == 404
    gone.value.close()


def it_becomes_ready(address: str) -> None:
    give_up_at = time.monotonic() + 30
    while True:
        try:
            with get(f"{address}/readyz") as answer:
                assert json.load(answer) == {
                    "ready": True,
                    "checks": {"database": "ok", "migrations": "ok", "queue": "ok"},
                }
                return
        except urllib.error.HTTPError:
            assert time.monotonic() < give_up_at
            time.sleep(0.5)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.parametrize("address", ["/", "/book", "/bookings", "/d/06E-016", "/a/page/that/never/was"])
def test_every_address_of_a_screen_is_the_one_page(served_hall: str, screens: Path, address: str) -> None:
    with get(f"{served_hall}{address}") as answer:
        assert answer.read() == screens.read_bytes()
        assert answer.headers["Cache-Control"] == "no-cache"
        assert "script-src 'self';" in answer.headers["Content-Security-Policy"]


@pytest.mark.slow
@pytest.mark.browser
def test_scripts_travel_compressed_and_are_kept_for_ever(served_hall: str, screens: Path) -> None:
    scripts = sorted((screens.parent / "assets").glob("*.js"), key=lambda path: path.stat().st_size)
    with get(f"{served_hall}/assets/{scripts[-1].name}", **{"Accept-Encoding": "br, gzip"}) as answer:
        assert answer.headers["Content-Encoding"] == "br"
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
