"""PostgreSQL is really stopped: the last copy is served, what is said meanwhile is kept, and nobody else gets in."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
import requests

from tests.e2e.waiting import until
from tests.fixtures.losable_hall import Browser, City

pytestmark = pytest.mark.slow


@pytest.fixture
def silent(losable_hall: City) -> Iterator[City]:
    """Crisis management and a manager have the roster open; then PostgreSQL stops. It is back after the test."""
    yield losable_hall
    if not losable_hall.postgres.running():
        starts_again(losable_hall)


def starts_again(city: City) -> None:
    """PostgreSQL, until the server reaches it."""
    city.postgres.start()
    until(lambda: city.browser("hoshi").get("/me/").ok)


def heard_again(browser: Browser) -> None:
    """Wait until the roster asks PostgreSQL again: for a second after a silence it goes on with the copy."""
    until(lambda: browser.get("/roster/").json()["from_copy"] is False)


def names(answer: requests.Response) -> list[str]:
    return [one["name"] for one in answer.json()["people"]]


def test_the_last_copy_is_served_marks_are_kept_and_merged(silent: City) -> None:
    hoshi, yamada, nobody = silent.browser("hoshi"), silent.browser("yamada"), silent.browser("agatsuma")
    assert (hoshi.opens().status_code, yamada.opens().status_code) == (200, 200)
    nobody.get("/session/")
    count = hoshi.post("/head-counts/", {"id": str(uuid4()), "kind": "real"}).json()["id"]
    silent.manage("keep_roster_copy")
    assert hoshi.marks(count, silent.people["kudo"], "needs_help").json()["marks"][0]["taken"] == "kept"

    silent.postgres.stop()
    seen = hoshi.get("/roster/")
    assert (seen.status_code, names(seen)) == (200, ["我妻 美咲", "工藤 真理子"])
    assert seen.json()["from_copy"] is True
    assert seen.json()["copy_written_at"]

    # What was marked after the copy was written is there too, and what is marked now goes into the journal.
    sent = hoshi.marks(count, silent.people["agatsuma"], seconds_ago=60)
    assert (sent.status_code, sent.json()["from_copy"], sent.json()["marks"][0]["taken"]) == (200, True, "kept")
    state = hoshi.get(f"/head-counts/{count}/").json()
    assert {mark["person"]: mark["status"] for mark in state["marks"]} == {
        silent.people["kudo"]: "needs_help",
        silent.people["agatsuma"]: "safe",
    }

    # A manager has no pass for this, staff neither, and a pass without its session is none.
    for browser in (yamada, nobody):
        assert browser.get("/roster/").status_code == 503
        assert browser.marks(count, silent.people["agatsuma"]).status_code == 503
    stolen = silent.browser("agatsuma")
    stolen.http.cookies.set("kyoseki_roster", hoshi.http.cookies["kyoseki_roster"], path="/api/v1/")
    assert stolen.get("/roster/").status_code == 503
    forged = silent.browser("hoshi")
    forged.http.cookies.set("kyoseki_roster", "eyJhIjoxfQ:1vXXXX:forged", path="/api/v1/")
    assert forged.get("/roster/").status_code == 503
    assert requests.get(f"{silent.address}/api/v1/roster/", timeout=30).status_code == 401
    no_token = requests.post(
        f"{silent.address}/api/v1/head-counts/{count}/marks/", json={}, cookies=hoshi.http.cookies, timeout=30
    )
    assert no_token.status_code == 403

    starts_again(silent)
    heard_again(hoshi)
    state = hoshi.get(f"/head-counts/{count}/").json()
    assert state["from_copy"] is False
    assert sorted((mark["person"], mark["status"], mark["made_by"]) for mark in state["marks"]) == sorted(
        [(silent.people["kudo"], "needs_help", "星 翔太"), (silent.people["agatsuma"], "safe", "星 翔太")]
    )
    assert not (silent.copy / "journal.jsonl").exists()
    assert hoshi.post(f"/head-counts/{count}/close/", {}).status_code == 200


def test_opening_and_starting_work_without_the_database_for_who_used_it_today(silent: City) -> None:
    hoshi = silent.browser("hoshi")
    hoshi.get("/session/")
    assert hoshi.get("/me/").status_code == 200
    silent.manage("keep_roster_copy")
    silent.postgres.stop()
    assert hoshi.get("/roster/").json()["code"] == "roster_not_opened"
    assert hoshi.opens("drill").json()["from_copy"] is True
    count = str(uuid4())
    started = hoshi.post("/head-counts/", {"id": count, "kind": "drill"})
    assert (started.status_code, started.json()["figures"]["listed"]) == (201, 2)
    assert hoshi.post("/head-counts/", {"id": str(uuid4()), "kind": "drill"}).json()["code"] == "head_count_running"
    hoshi.marks(count, silent.people["agatsuma"])
    assert [one["id"] for one in hoshi.get("/roster/").json()["head_counts"]] == [count]

    starts_again(silent)
    heard_again(hoshi)
    state = hoshi.get(f"/head-counts/{count}/").json()
    assert (state["from_copy"], state["figures"]["listed"], state["figures"]["safe"]) == (False, 2, 1)
    assert hoshi.post(f"/head-counts/{count}/close/", {}).status_code == 200


def test_before_any_copy_was_written_it_says_that_it_cannot_answer(silent: City) -> None:
    hoshi = silent.browser("hoshi")
    hoshi.opens()
    (silent.copy / "roster.json").unlink()
    silent.postgres.stop()
    answer = hoshi.get("/roster/")
    assert (answer.status_code, answer.json()["code"]) == (503, "database_silent")
