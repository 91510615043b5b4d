"""What a word about one's own day would come to, before it is said."""

from datetime import date
from typing import Any

from bookings.models import Booking
from core import clock
from core.refused import Refused
from core.revision import Slow, revisions
from plans.policies.claims import BOOKING
from plans.policies.own_days import Word, day_refused
from plans.selectors.own_days import let_go_shape, would_let_go
from plans.selectors.working_days import city_calendar


def foreseen_own_day(
    *, person_id: int, day: date, am: Word | None, pm: Word | None
) -> tuple[Refused | None, list[dict[str, Any]]]:
    """What the word would be refused for, and what it would let go of; changes nothing."""
    slow = revisions()
    works = city_calendar(slow[Slow.CALENDAR]).is_working_day(day)
    if refused := day_refused(day, clock.today(), works=works):
        return refused, []
    found = would_let_go(person_id, day, am, pm, slow)
    return None, with_desk_codes([let_go_shape(one) for one in found])


def with_desk_codes(lets_go: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same with the desk that would be given up, by its code; one query."""
    ids = [one["id"] for one in lets_go if one["kind"] == BOOKING]
    codes = dict(Booking.objects.filter(pk__in=ids).values_list("pk", "desk__code")) if ids else {}
    return [{**one, "desk_code": codes.get(one["id"]) if one["kind"] == BOOKING else None} for one in lets_go]
