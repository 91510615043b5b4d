"""Wishes of many people at once, gathered in a handful of queries: for acts that move everybody of a floor."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from bookings.selectors.booker import Booker, booker_with, visits_of
from bookings.selectors.facts import Wish
from bookings.selectors.rules import RulesHere, rule_rows
from bookings.selectors.surroundings import AsNeeded
from core import clock
from core.interval import Interval
from core.revision import Slow, revisions
from people.models import Post
from spaces.selectors.desks import DeskOnFloor


class Bookers:
    """Many people with their posts, read in two queries; asked for a person and a day as often as one likes."""

    def __init__(self, person_ids: Collection[int]) -> None:
        self._posts: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        self._visits = visits_of(person_ids)
        hosts = {visit.host_id for visit in self._visits.values()}
        rows = Post.objects.filter(person_id__in={*person_ids, *hosts}).order_by("pk")
        for row in rows.values_list(
            "person_id", "kind", "department_id", "department__lineage", "active_from", "active_to"
        ):
            self._posts[row[0]].append(row)
        self._known: dict[tuple[int, date], Booker] = {}

    def on(self, person_id: int, day: date) -> Booker:
        """The person with the posts held on `day`."""
        known = self._known.get((person_id, day))
        if known is None:
            visit = self._visits.get(person_id)
            rows = self._posts[visit.host_id if visit else person_id]
            posts = [row[1:4] for row in rows if row[4] <= day and (row[5] is None or day <= row[5])]
            known = booker_with(person_id, posts, visit.days if visit else None)
            self._known[person_id, day] = known
        return known


def wishes_of(wanted: Sequence[tuple[int, DeskOnFloor, Interval]], bookers: Bookers) -> list[Wish]:
    """What each (person, desk, stretch) asks for, with places, rules and days as they stand now."""
    slow = revisions()
    rows = rule_rows(slow[Slow.RULES])
    around = AsNeeded(slow)
    found = []
    for person_id, place, during in wanted:
        day = clock.city_day(during.start)
        booker = bookers.on(person_id, day)
        rules = RulesHere(rows, area_id=place.area.id, desk_mode=place.desk.mode, lineage=booker.lineage)
        found.append(Wish(booker, place, day, during, rules, slow, around))
    return found
