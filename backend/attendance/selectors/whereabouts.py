"""Where people found by search are today, and where one person is on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from attendance.policies.half_days import current_or_next
from attendance.selectors.pictures import ShownStretch, pictures
from core import clock
from core.revision import Slow
from people.models import Person
from people.policies.visibility import Seen, Viewer, may_see_where
from people.selectors.seen import seen_people


@dataclass(frozen=True, slots=True)
class PersonFound:
    """A person, and where they are now or next today, as far as the viewer may know and the ledger knows."""

    person: Person
    now: ShownStretch | None


def whereabouts_today(people: Sequence[Person], viewer: Viewer, slow: Mapping[Slow, int]) -> list[PersonFound]:
    """Where each of `people` is today, in the same order; three queries for any number."""
    today = clock.today()
    seen = seen_people(people, first=today, last=today)
    open_to_viewer = [pk for pk, one in seen.items() if may_see_where(viewer, one, day=today, today=today)]
    found = pictures(open_to_viewer, today, today, slow)
    return [
        PersonFound(person, current_or_next(found.get(person.pk, {}).get(today, []), clock.now())) for person in people
    ]


def seen_on(person: Person, day: date) -> Seen:
    """What decides who may see where the person is on `day`."""
    return seen_people([person], first=day, last=day)[person.pk]


def day_of(person_id: int, day: date, slow: Mapping[Slow, int]) -> list[ShownStretch]:
    """The person's stretches on `day` in order of time."""
    return pictures([person_id], day, day, slow).get(person_id, {}).get(day, [])
