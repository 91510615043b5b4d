"""Years of days elsewhere beside the bookings, with the requests behind those that screens still show, by COPY."""

import datetime as dt
from collections.abc import Iterator

from tests.load.hall import Hall

ELSEWHERE_PER_OFFICE = 2
"""So many people are elsewhere on a day as have a desk, twice over: with the bookings some ten million half-days."""
ASKED_DAYS = 45
"""How long back a day at home has its request."""
PLACES = ("home", "home", "home", "home", "satellite", "trip", "leave")

PLANS = "COPY plans_attendanceplan (person_id, day, during, place, holder_kind, holder_id) FROM STDIN"
REQUESTS = (
    "COPY telework_teleworkrequest (id, person_id, department_id, day, during, unit, form, place, shift, tasks,"
    " contact, terminal, documents, treatment, origin, post_hoc_reason, state, comment, decided_as, created_at,"
    " submitted_at, version) FROM STDIN"
)
SEQUENCE = """
SELECT setval(pg_get_serial_sequence('telework_teleworkrequest', 'id'), max(id)) FROM telework_teleworkrequest
"""


def elsewhere(
    hall: Hall, day: dt.date, number: int, per_area: int, *, first_id: int, today: dt.date
) -> Iterator[tuple[str, str]]:
    """The lines of one day for plans and requests ("" where no screen asks for it any more).

    `number` and `per_area` are those of the day's bookings: whoever sits at a desk that day is not elsewhere.
    """
    size = hall.size
    in_area = size.people // size.home_areas
    during = f'["{day} 08:30:00+09","{day} 17:15:00+09")'
    created = f"{day - dt.timedelta(days=5)} 09:00:00+09"
    number_of = first_id
    for area in range(size.home_areas):
        seated = min(per_area, in_area)
        for person in range(seated, min(in_area, seated * (1 + ELSEWHERE_PER_OFFICE))):
            index = area + size.home_areas * ((number * 11 + person) % in_area)
            place = PLACES[(number + person) % len(PLACES)]
            person_id, section_id = hall.person_ids[index], hall.section_ids[index]
            kind = "telework" if place in {"home", "satellite"} else "own"
            plan = f"{person_id}\t{day}\t{during}\t{place}\t{kind}\t{number_of}\n"
            request = ""
            if kind == "telework" and (today - day).days < ASKED_DAYS:
                state = "confirmed" if day < today else "approved"
                request = (
                    f"{number_of}\t{person_id}\t{section_id}\t{day}\t{during}\tfull\t{place}\t\t\t資料作成\t内線"
                    f"\town_office\t\tduty\trequest\t\t{state}\t\tmanager\t{created}\t{created}\t2\n"
                )
            yield plan, request
            number_of += 1
