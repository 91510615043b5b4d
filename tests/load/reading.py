"""How quickly a floor's availability is read, and what that costs of the processors."""

import gzip
import os
from collections.abc import Sequence

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Wanted, run
from tests.load.processor_time import Spent, spending
from tests.load.session_keys import session_key
from tests.load.stack import Served
from tests.load.wrk import AS_BROWSERS_DO, Read, ReadFigures, read_repeatedly

CLIENTS = 16
READERS = 64
WARM_SECONDS = 3


def measure_reading(served: Served, hall: Hall, day: str, seconds: int, figures: Figures) -> None:
    """Availability of floors of 200 desks, each read by another person in turn."""
    # The last floor holds the common areas, which are empty; the others are alike at every size.
    floors = hall.floor_ids[:-1]
    reads = [
        Read(hall.person_ids[number * 37 % len(hall.person_ids)], _path(floors[number % len(floors)], day))
        for number in range(READERS * len(floors))
    ]
    read_repeatedly(served.port, reads, clients=CLIENTS, seconds=WARM_SECONDS)
    fresh, cost = _read(served, reads, seconds)
    figures.least("availability, c=16", fresh.rate, 400, " /s")
    figures.most("availability, p95", fresh.p95, 80, " ms", digits=1)
    figures.told("availability, p50 / p99", f"{fresh.p50:.1f} / {fresh.p99:.1f} ms")
    _tell_cost("availability", fresh, cost, figures)
    plain, _ = _read(served, reads, seconds, encoding="")
    figures.told("availability, c=16, not compressed", f"{plain.rate:,.0f} /s")
    known = _with_tags(served.port, reads)
    unchanged, cost = _read(served, known, seconds)
    figures.least("availability, answered 304, c=16", unchanged.rate, 1500, " /s")
    _tell_cost("availability, answered 304", unchanged, cost, figures)
    wrong = fresh.wrong + plain.wrong + unchanged.wrong
    figures.told("reads that failed, or were no 304 where one was due", str(wrong), "0", wrong == 0)
    _measure_answer(served.port, reads[0], figures)


def _read(
    served: Served, reads: Sequence[Read], seconds: int, *, encoding: str = AS_BROWSERS_DO
) -> tuple[ReadFigures, Spent]:
    with spending(served.process) as spent:
        found = read_repeatedly(served.port, reads, clients=CLIENTS, seconds=seconds, encoding=encoding)
    return found, spent


def _tell_cost(name: str, found: ReadFigures, spent: Spent, figures: Figures) -> None:
    """Processor time of one answer, which a busy machine hardly changes, and how many that allows a second."""
    parts = [seconds * 1000 / found.answers for seconds in (spent.server, spent.database, found.seconds)]
    cores = os.cpu_count() or 1
    figures.told(
        f"{name}, processor time: server / PostgreSQL / load",
        f"{' / '.join(f'{part:.2f}' for part in parts)} ms: at most {cores * 1000 / sum(parts):,.0f} /s",
    )


def _with_tags(port: int, reads: Sequence[Read]) -> list[Read]:
    """The same reads by clients that have the answers already."""
    answered = run(port, [Wanted(read.person_id, "GET", read.path) for read in reads], clients=4).answers
    return [Read(answer.wanted.person_id, answer.wanted.path, answer.headers["etag"]) for answer in answered]


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
