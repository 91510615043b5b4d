"""How long a section of sixty waits for its desks to be drawn and booked."""

import datetime as dt
from collections.abc import Sequence

from access.models import Session
from access.session_key import digest_of
from core import clock
from core.revision import Slow, bump
from people.models import Account, Department, Person, Post
from spaces.models import AreaHome, AreaPlacement
from tests.load.figures import Figures
from tests.load.hall import Hall
from tests.load.http_client import Wanted, run
from tests.load.session_keys import session_key

PEOPLE = 60
CODE = "D60"
LONG_AGO = dt.date(2020, 4, 1)
SESSION_DAYS = 7


def measure_drawing(port: int, hall: Hall, days: Sequence[str], figures: Figures) -> None:
    """Draws on several `days` after one another, so that later ones have neighbours of earlier ones to part.

    The section shares the first area, of 40 desks, with others; where it is full the draw goes on to the next area.
    """
    department, manager = _section(hall)
    body = {"department": department, "part": "full"}
    looked, drawn, booked = [], [], 0
    for day in days:
        (preview,) = run(
            port, [Wanted(manager, "POST", "/seating/draws/preview/", {**body, "day": day})], clients=1
        ).answers
        (answer,) = run(port, [Wanted(manager, "POST", "/seating/draws/", {**body, "day": day})], clients=1).answers
        assert (preview.status, answer.status) == (200, 201), (preview.body, answer.body)
        looked.append(preview.seconds)
        drawn.append(answer.seconds)
        booked += sum(seat["outcome"] == "gets" for seat in answer.json["seats"])
    figures.most(f"a draw of {PEOPLE}, the slowest of {len(days)}", max(drawn), 2, " s", digits=2)
    figures.told("a draw looked at before, the slowest", f"{max(looked):.2f} s")
    whole = booked == PEOPLE * len(days)
    figures.told("desks drawn and booked", f"{booked} of {PEOPLE * len(days)}", "all", whole)


def _section(hall: Hall) -> tuple[int, int]:
    """A section of sixty at home in the first area, and who manages it; made once in a database."""
    known = Department.objects.filter(code=CODE).first()
    if known is not None:
        manager = Post.objects.get(department=known, manages=True).person_id
        return known.pk, manager
    bureau = Department.objects.get(code="B")
    section = Department.objects.create(code=CODE, name="抽選課", kind="section", parent=bureau)
    section.lineage = [bureau.pk, section.pk]
    section.save(update_fields=["lineage"])
    placement = AreaPlacement.objects.get(area_id=hall.area_ids[0])
    AreaHome.objects.create(placement=placement, department=section)
    people = [_person(number, section) for number in range(PEOPLE)]
    now = clock.now()
    Session.objects.create(
        key_digest=digest_of(session_key(people[0].pk)),
        account=Account.objects.get(person=people[0]),
        created_at=now,
        expires_at=now + dt.timedelta(days=SESSION_DAYS),
    )
    bump(Slow.PEOPLE)
    bump(Slow.PLACES)
    return section.pk, people[0].pk


def _person(number: int, section: Department) -> Person:
    name = f"抽選 {number}"
    person = Person.objects.create(
        number=f"D{number:05d}", name=name, family_name="抽選", given_name=str(number), department=section
    )
    Post.objects.create(
        person=person, department=section, kind=Post.Kind.MAIN, manages=number == 0, active_from=LONG_AGO
    )
    Account.objects.create(username=f"d{number:05d}", password="!", person=person)
    return person
