"""A feed of the served product as real clients have it: vdirsyncer fetches it, khal shows it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import requests
from icalendar import Calendar

from calendars.tests.rfc5545 import problems_of

API = "/api/v1"
TOOLS = Path(sys.executable).parent
VDIRSYNCER = """\
[general]
status_path = "{folder}/status"
[pair kyoseki]
a = "feed"
b = "here"
collections = null
conflict_resolution = "a wins"
[storage feed]
type = "http"
url = "{address}"
[storage here]
type = "filesystem"
path = "{folder}/events"
fileext = ".ics"
"""
KHAL = """\
[calendars]
[[kyoseki]]
path = {folder}/events
readonly = True
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Asia/Tokyo
default_timezone = Asia/Tokyo
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


class Misaki:
    """我妻 美咲, signed in over HTTP."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._session = requests.Session()
        self._session.trust_env = False
        self._session.get(f"{address}{API}/session/", timeout=30)
        self.asks("POST", "/session/", {"username": "s011026", "password": "kyoseki"})

    def asks(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        answer = self._session.request(
            method,
            f"{self._address}{API}{path}",
            json=body,
            headers={"X-CSRFToken": self._session.cookies.get("kyoseki_csrf", "")},
            timeout=30,
        )
        assert answer.ok, answer.text
        return answer.json() if answer.content else None


@pytest.fixture
def clients(tmp_path: Path) -> Callable[[str], Callable[[], list[str]]]:
    """`clients(address)` is what has vdirsyncer fetch that feed and khal list its days."""

    def of(address: str) -> Callable[[], list[str]]:
        (tmp_path / "events").mkdir()
        (tmp_path / "vdirsyncer").write_text(VDIRSYNCER.format(folder=tmp_path, address=address))
        (tmp_path / "khal").write_text(KHAL.format(folder=tmp_path))

        def run(program: str, *words: str, answers: str = "") -> str:
            command = [str(TOOLS / program), "--config" if program == "vdirsyncer" else "-c", str(tmp_path / program)]
            done = subprocess.run(
                [*command, *words], input=answers, capture_output=True, text=True, timeout=60, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
            return done.stdout

        run("vdirsyncer", "discover", answers="y\n" * 4)

        def listed() -> list[str]:
            run("vdirsyncer", "sync")
            shown = "{start-date} {start-time}-{end-time} {cancelled}{title} | {location}"
            return run("khal", "list", "--format", shown, "--day-format", "", "today", "60d").strip().splitlines()

        return listed

    return of


@pytest.mark.slow
def test_real_clients_show_ones_own_days_and_what_became_of_them(
    served_hall: str, clients: Callable[[str], Callable[[], list[str]]]
) -> None:
    misaki = Misaki(served_hall)
    working_days = misaki.asks("GET", "/me/")["working_days"]
    desk_day, trip_day = working_days[4], working_days[5]
    booking = misaki.asks("POST", "/seating/choice/", {"day": desk_day, "part": "full", "book": True})["booking"]
    misaki.asks("PUT", f"/attendance/me/{trip_day}/", {"pm": {"place": "trip", "note": "県庁"}})
    feed = misaki.asks("POST", "/calendar/feeds/", {"kind": "personal"})
    address = f"{served_hall}/calendar/{feed['address'].rpartition('/')[2]}"

    answer = requests.get(address, timeout=30)
    assert problems_of(answer.content) == []
    assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == 2
    head = requests.head(address, timeout=30)
    assert (head.status_code, head.content, head.headers["ETag"]) == (200, b"", answer.headers["ETag"])
    known = requests.get(address, headers={"If-None-Match": answer.headers["ETag"]}, timeout=30)
    assert (known.status_code, known.content) == (304, b"")

    listed = clients(address)
    code = booking["desk"]["code"]
    desk, trip = sorted(listed())
    assert desk.startswith(f"{desk_day} 08:30-17:15 席 {code} | ")
    assert desk.endswith(code)
    assert trip == f"{trip_day} 13:00-17:15 出張 |"
    misaki.asks("POST", f"/bookings/{booking['id']}/cancel/")
    assert [line for line in listed() if line.startswith(desk_day)] == [desk.replace("席", "CANCELLED 席")]
