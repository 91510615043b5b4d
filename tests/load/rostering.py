"""How quickly the roster is put together: everybody came through a gate this morning, and some have booked."""

import time
from datetime import timedelta
from statistics import median

from django.test import Client

from core import clock
from core.copying import copy_rows
from gates.models import GatePassage
from people.models import Account
from people.policies.roles import Role
from roster.selectors.roster import roster_now
from roster.services.copy_keeping import keep_copy
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.session_keys import session_key

HALL_PEOPLE = 2_899
AIM_MS = 300
TIMES = 15


def measure_rostering(hall: Hall, figures: Figures) -> None:
    """The roster of a hall of 2,899 people and of all of the city, over HTTP and each time from the tables."""
    reader = hall.person_ids[0]
    Account.objects.filter(person_id=reader).update(roles=[Role.CRISIS.value])
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies["kyoseki_session"] = session_key(reader)
    opened = client.post("/api/v1/roster/openings/", {"reason": "drill"}, content_type="application/json")
    assert opened.status_code == 200, opened.content
    for people in (HALL_PEOPLE, len(hall.person_ids)):
        _come_in(hall.person_ids[:people])
        took, worked = zip(*(_milliseconds(client, reader) for _ in range(TIMES)), strict=True)
        answer = client.get("/api/v1/roster/", headers={"accept-encoding": "gzip"})
        name = f"roster, {len(roster_now().people):,} people"
        if people == HALL_PEOPLE:
            figures.most(f"{name}, p50", median(took), AIM_MS, " ms")
        else:
            figures.told(f"{name}, p50", f"{median(took):.0f} ms")
        figures.told(f"{name}, of the server's own time", f"{median(worked):.0f} ms")
        figures.told(f"{name}, compressed", f"{len(answer.content) / 1000:.0f} kB")
        began = time.perf_counter()
        keep_copy()
        figures.told(f"{name}, writing the copy", f"{(time.perf_counter() - began) * 1000:.0f} ms")
    GatePassage.objects.all().delete()


def _come_in(person_ids: list[int]) -> None:
    GatePassage.objects.all().delete()
    now = clock.now()
    copy_rows(
        [
            GatePassage(
                person_id=person,
                gate="G01-1",
                direction="in",
                at=now - timedelta(minutes=10, milliseconds=number),
                source_file="bench.csv",
                source_line=number + 2,
            )
            for number, person in enumerate(person_ids)
        ]
    )


def _milliseconds(client: Client, person_id: int) -> tuple[float, float]:
    """One look after somebody passed a gate, so that nothing kept in the process answers: by the clock and worked."""
    passage = GatePassage(person_id=person_id, gate="G01-1", direction="in", at=clock.now(), source_line=1)
    passage.save()
    began, worked = time.perf_counter(), time.process_time()
    status = client.get("/api/v1/roster/", headers={"accept-encoding": "gzip"}).status_code
    assert status == 200, status
    return (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
