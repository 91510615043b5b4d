"""What a booking allows at this moment, by the rules of its area."""

from collections.abc import Iterable, Mapping

from bookings.models import Booking
from bookings.policies.presence import Moment
from bookings.selectors.rules import RulesHere, rule_rows
from core import clock
from core.revision import PerRevision, Slow, revisions
from people.models import Department
from spaces.selectors import placed_desk


def rules_of(bookings: Iterable[Booking], now_revisions: Mapping[Slow, int]) -> dict[int, RulesHere]:
    """The rules that hold for each booking, by its id: those of its area, desk mode and department."""
    found = list(bookings)
    if not found:
        return {}
    rows = rule_rows(now_revisions[Slow.RULES])
    lineages = _lineages.get("all", now_revisions[Slow.PEOPLE])
    answer = {}
    for booking in found:
        place = placed_desk(booking.desk_id, booking.day, revision=now_revisions[Slow.PLACES])
        answer[booking.pk] = RulesHere(
            rows,
            area_id=booking.area_id,
            desk_mode=place.desk.mode if place else "",
            lineage=lineages.get(booking.department_id or 0, []),
        )
    return answer


def moment_with(booking: Booking, rules: RulesHere) -> Moment:
    """The booking now, by rules already looked up."""
    return Moment(
        state=booking.state,
        during=booking.interval,
        now=clock.now(),
        ended_at=booking.ended_at,
        check_in_opens_minutes=rules.minutes("check_in_opens_minutes"),
        undo_minutes=rules.minutes("undo_minutes"),
    )


def moment_of(booking: Booking) -> Moment:
    """The booking now."""
    return moment_with(booking, rules_of([booking], revisions())[booking.pk])


def _read_lineages(_key: str) -> dict[int, list[int]]:
    return dict(Department.objects.values_list("pk", "lineage"))


_lineages = PerRevision(_read_lineages)
