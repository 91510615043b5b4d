"""How quickly a section's days are read: a month of sixty people, and a week of a bureau of a thousand."""

from datetime import date, timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from core import clock
from core.copying import copy_rows
from core.revision import Slow, bump
from people.models import Department, Post
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Outcome, Wanted, run
from tests.load.session_keys import session_key

BUREAU_PEOPLE = 1_000
SECTION_PEOPLE = 60
BUREAU_CODE = "SB"
ASKED = 100
MONTH_DAYS = 31
WEEK_DAYS = 7
TOGETHER = 4


def measure_section(port: int, hall: Hall, figures: Figures) -> None:
    """As the manager of the bureau reads them, who sees the past too, one at a time; and by four managers at once."""
    bureau, section = _bureau(hall)
    reader, today = hall.person_ids[0], clock.today()
    first = today - timedelta(days=MONTH_DAYS - 8)
    month = _path(section, first, first + timedelta(days=MONTH_DAYS - 1))
    monday = today - timedelta(days=today.weekday())
    week = _path(bureau, monday, monday + timedelta(days=WEEK_DAYS - 1))
    _ask(port, reader, month, 8)
    alone = _ask(port, reader, month, ASKED)
    figures.most("section month, 60 people, p95", alone.milliseconds(0.95), 120, " ms", digits=1)
    figures.told("section month, p50", f"{alone.milliseconds(0.5):.1f} ms")
    together = run(port, [Wanted(reader, "GET", month)] * ASKED, clients=TOGETHER)
    figures.told(f"section month, c={TOGETHER}, p95", f"{together.milliseconds(0.95):.1f} ms")
    to_come = _path(section, today, today + timedelta(days=MONTH_DAYS - 1))
    figures.most("section month, queries", _queries(reader, to_come), 8, "")
    tag = alone.answers[0].headers["etag"]
    known = run(port, [Wanted(reader, "GET", month, headers=(("If-None-Match", tag),))] * ASKED, clients=1)
    assert {answer.status for answer in known.answers} == {304}
    figures.told("section month, unchanged, p95", f"{known.milliseconds(0.95):.1f} ms")
    _ask(port, reader, week, 4)
    bureaus = _ask(port, reader, week, ASKED // 4)
    figures.most("bureau week, 1,000 people, p95", bureaus.milliseconds(0.95), 400, " ms", digits=1)
    figures.told("bureau week, p50", f"{bureaus.milliseconds(0.5):.1f} ms")
    figures.told("bureau week, compressed", f"{len(bureaus.answers[0].body) / 1000:.0f} kB")


def _bureau(hall: Hall) -> tuple[int, int]:
    """A bureau of a thousand people in sections of sixty, on top of where they work; made once."""
    made = Department.objects.filter(code=BUREAU_CODE).first()
    if made is None:
        made = _make_bureau(hall)
    return made.pk, Department.objects.get(code=f"{BUREAU_CODE}00").pk


def _make_bureau(hall: Hall) -> Department:
    bureau = Department(code=BUREAU_CODE, name="千人局", kind="bureau", minimum_on_site=100)
    copy_rows([bureau])
    people = hall.person_ids[:BUREAU_PEOPLE]
    groups = [people[start : start + SECTION_PEOPLE] for start in range(0, len(people), SECTION_PEOPLE)]
    sections = [
        Department(
            code=f"{BUREAU_CODE}{number:02d}",
            name=f"千人局第{number}課",
            kind="section",
            parent_id=bureau.pk,
            minimum_on_site=4,
        )
        for number in range(len(groups))
    ]
    copy_rows(sections)
    for one in (bureau, *sections):
        one.lineage = [bureau.pk] if one is bureau else [bureau.pk, one.pk]
    Department.objects.bulk_update([bureau, *sections], ["lineage"])
    long_ago = date(2000, 4, 1)
    posts = [
        Post(person_id=person, department_id=section.pk, kind="concurrent", active_from=long_ago)
        for section, group in zip(sections, groups, strict=True)
        for person in group
    ]
    manager = Post(
        person_id=hall.person_ids[0], department_id=bureau.pk, kind="concurrent", manages=True, active_from=long_ago
    )
    copy_rows([*posts, manager])
    bump(Slow.PEOPLE)
    return bureau


def _ask(port: int, reader: int, path: str, times: int) -> Outcome:
    asked = Wanted(reader, "GET", path, headers=(("Accept-Encoding", "gzip"),))
    outcome = run(port, [asked] * times, clients=1)
    assert {answer.status for answer in outcome.answers} == {200}
    return outcome


def _queries(reader: int, path: str) -> int:
    """Counted in this process at the second time of asking, of days to come: a look at the past is recorded besides."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies["kyoseki_session"] = session_key(reader)
    client.get(f"/api/v1{path}")
    with CaptureQueriesContext(connection) as captured:
        status = client.get(f"/api/v1{path}").status_code
    assert status == 200, status
    return len(captured)


def _path(department: int, first: date, last: date) -> str:
    return f"/attendance/departments/{department}/?from={first}&to={last}"
