"""Who may confirm a report, and as what."""

from collections.abc import Mapping
from datetime import date, timedelta

from core import clock
from core.revision import Slow
from plans.selectors.working_days import CityCalendar, city_calendar
from telework.models import TeleworkRequest, WorkReport
from telework.policies.approving import Standing, standing_of
from telework.selectors.approvers import approvers_of_one
from telework.selectors.work import rules_of


def standing_towards(
    request: TeleworkRequest, report: WorkReport | None, viewer_id: int | None, slow: Mapping[Slow, int]
) -> Standing | None:
    """As what `viewer_id` decides about the report today: 所属長, 代決, or covering for one who did not answer."""
    calendar = city_calendar(slow[Slow.CALENDAR])
    days = rules_of(request, slow).cover_after_days.value
    covered = report is not None and waited_for(clock.city_day(report.reported_at), days, calendar)
    return standing_of(viewer_id, approvers_of_one(request.person_id, clock.today()), covered=covered)


def waited_for(since: date, working_days: int, calendar: CityCalendar) -> bool:
    """Whether more than so many working days have gone by since a day; never for 0."""
    if not working_days:
        return False
    return clock.today() > calendar.working_days_from(since + timedelta(days=1), working_days)[-1]
