"""How quickly a floor's availability is read."""

import gzip

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Wanted, run
from tests.load.session_keys import session_key
from tests.load.wrk import Read, read_repeatedly

CLIENTS = 16
READERS = 64
WARM_SECONDS = 3


def measure_reading(port: int, hall: Hall, day: str, seconds: int, figures: Figures) -> None:
    """Availability of floors of 200 desks, each read by another person in turn."""
    # The last floor holds the common areas, which are empty; the others are alike at every size.
    floors = hall.floor_ids[:-1]
    reads = [
        Read(hall.person_ids[number * 37 % len(hall.person_ids)], _path(floors[number % len(floors)], day))
        for number in range(READERS * len(floors))
    ]
    read_repeatedly(port, reads, clients=CLIENTS, seconds=WARM_SECONDS)
    fresh = read_repeatedly(port, reads, clients=CLIENTS, seconds=seconds)
    figures.least("availability, c=16", fresh.rate, 400, " /s")
    figures.most("availability, p95", fresh.p95, 80, " ms", digits=1)
    figures.told("availability, p50 / p99", f"{fresh.p50:.1f} / {fresh.p99:.1f} ms")
    plain = read_repeatedly(port, reads, clients=CLIENTS, seconds=seconds, encoding="")
    figures.told("availability, c=16, not compressed", f"{plain.rate:,.0f} /s")
    answered = run(port, [Wanted(read.person_id, "GET", read.path) for read in reads], clients=4).answers
    known = [Read(answer.wanted.person_id, answer.wanted.path, answer.headers.get("etag", "")) for answer in answered]
    unchanged = read_repeatedly(port, known, clients=CLIENTS, seconds=seconds)
    figures.least("availability, answered 304, c=16", unchanged.rate, 1500, " /s")
    wrong = fresh.wrong + plain.wrong + unchanged.wrong
    figures.told("reads that failed", str(wrong), "0", wrong == 0)
    _measure_answer(port, reads[0], figures)


def _measure_answer(port: int, read: Read, figures: Figures) -> None:
    asked = Wanted(read.person_id, "GET", read.path, headers=(("Accept-Encoding", "gzip, deflate, br"),))
    (answer,) = run(port, [asked], clients=1).answers
    figures.most("availability, compressed", len(answer.body) / 1000, 12, " kB", digits=1)
    plain = gzip.decompress(answer.body) if answer.headers.get("content-encoding") == "gzip" else answer.body
    figures.told("availability, plain", f"{len(plain) / 1000:.1f} kB")
    figures.most("availability, queries", _queries(read), 4, "")


def _queries(read: Read) -> int:
    """Counted in this process, over the same database, at the second time of asking."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies["kyoseki_session"] = session_key(read.person_id)
    client.get(f"/api/v1{read.path}")
    with CaptureQueriesContext(connection) as captured:
        status = client.get(f"/api/v1{read.path}").status_code
    assert status == 200, status
    return len(captured)


def _path(floor_id: int, day: str) -> str:
    return f"/floors/{floor_id}/availability/?day={day}&part=full"
