"""Requests that wait for an approval, against what the others have left: for whoever decides, and before they do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from core import clock
from core.refused import Refused
from core.revision import Slow
from people.models import Department
from plans.policies import claim_refused
from plans.selectors.team_days import team_days_of
from plans.selectors.working_days import CityCalendar, city_calendar
from telework.models import TeleworkRequest
from telework.policies.forms import Origin, Terminal
from telework.policies.limits import (
    FIRST_IN_LINE,
    Counted,
    OnSite,
    Pool,
    conflicts,
    counted,
    pool_refused,
    staffing_refused,
    staffing_short,
)
from telework.policies.request_refusals import RequestRefusal
from telework.policies.request_rules import DISPLACES
from telework.policies.rules import Strictness, TeleworkRules
from telework.selectors.counting import PoolWhere, counted_days, pool_at, pool_of, standing_of
from telework.selectors.registrations import TeleworkFacts, telework_facts
from telework.selectors.staffing import Staffing, staffing_of


@dataclass
class Approval:
    """Some requests and what is known around them; what is taken counts for those that come after it."""

    requests: Sequence[TeleworkRequest]
    facts: Mapping[int, TeleworkFacts]
    staffing: Staffing
    versions: Mapping[int, int]
    pools: dict[tuple[int, ...], PoolWhere | None] = field(default_factory=dict)
    given: list[TeleworkRequest] = field(default_factory=list)

    def refused(self, request: TeleworkRequest) -> Refused | None:
        """Why this request cannot be approved as things stand now, in the order in which it is told."""
        during = request.interval
        post_hoc = request.origin == Origin.POST_HOC
        if not post_hoc and during.end <= clock.now():
            return Refused(RequestRefusal.DAY_IS_OVER, {"state": request.state})
        facts = self.facts[request.person_id]
        if not post_hoc and (ineligible := facts.refused(request.day)):
            return ineligible
        ledger = self.staffing.ledger.get(request.person_id, {}).get(request.day, ())
        if held := conflicts(ledger, during, DISPLACES):
            return claim_refused(held)
        if post_hoc:
            return None
        rules = facts.rules(request.day)
        if short := staffing_refused(self.on_site(request), rules.minimum_on_site):
            return short
        return pool_refused(
            self._pool(request, self.lineage(request)), facts.reason_class(request.day), rules.pool_terminals
        )

    def on_site(self, request: TeleworkRequest) -> list[OnSite]:
        """What its approval would leave on site, half by half."""
        return self.staffing.after(request.person_id, self.lineage(request), request.day, request.interval)

    def rules(self, request: TeleworkRequest) -> TeleworkRules:
        """Those that hold for its person on the day."""
        return self.facts[request.person_id].rules(request.day)

    def lineage(self, request: TeleworkRequest) -> tuple[int, ...]:
        """That of the person's main post on the day."""
        department = self.facts[request.person_id].department(request.day)
        return tuple(department.lineage) if department else ()

    def take(self, request: TeleworkRequest) -> None:
        """Count the request as approved for those that come after it."""
        self.staffing.goes(request.person_id, self.lineage(request), request.day, request.interval)
        self.given.append(request)

    def in_line(self) -> list[TeleworkRequest]:
        """The requests in the order in which they are approved: childcare and care first, then who asked first."""

        def place(request: TeleworkRequest) -> tuple[bool, bool, float, int]:
            shared = request.terminal == Terminal.POOL
            reason = self.facts[request.person_id].reason_class(request.day)
            asked = request.submitted_at.timestamp() if request.submitted_at else 0.0
            return shared, shared and reason not in FIRST_IN_LINE, asked, request.pk

        return sorted(self.requests, key=place)

    def _pool(self, request: TeleworkRequest, lineage: tuple[int, ...]) -> Pool | None:
        if request.terminal != Terminal.POOL:
            return None
        if lineage not in self.pools:
            self.pools[lineage] = pool_of(lineage)
        where = self.pools[lineage]
        if where is None:
            return None
        during = request.interval
        here = [one.pk for one in self.given if one.terminal == Terminal.POOL and one.interval.overlaps(during)]
        pool, _ = pool_at(where, during, but=[request.pk, *(one.pk for one in self.given)])
        return Pool(pool.terminals, pool.given + len(here), pool.first_waiting)


@dataclass(frozen=True, slots=True)
class Considered:
    """A request as whoever decides should see it: what it would come to, and what speaks against it."""

    request: TeleworkRequest
    counts: Counted
    month_most: int | None
    on_site: Sequence[OnSite]
    refused: Refused | None
    warnings: Sequence[Refused]


def lines_of(
    requests: Sequence[TeleworkRequest], facts: Mapping[int, TeleworkFacts]
) -> dict[tuple[int, ...], Department]:
    """The lineages of these people's main posts on the days of their requests, each with its department."""
    found = {facts[one.person_id].department(one.day) for one in requests}
    return {tuple(department.lineage): department for department in found if department is not None}


def facts_of_requests(requests: Sequence[TeleworkRequest], slow: Mapping[Slow, int]) -> dict[int, TeleworkFacts]:
    """Who of their people may telework, over all their days."""
    days = [one.day for one in requests]
    return telework_facts(sorted({one.person_id for one in requests}), first=min(days), last=max(days), slow=slow)


def approval_of(
    requests: Sequence[TeleworkRequest],
    facts: Mapping[int, TeleworkFacts],
    slow: Mapping[Slow, int],
    *,
    sections: Mapping[int, Department] | None = None,
    pools: dict[tuple[int, ...], PoolWhere | None] | None = None,
) -> Approval:
    """These requests, and the ledger of their people and sections as it stands; five queries."""
    people = sorted({one.person_id for one in requests})
    days = {one.day for one in requests}
    staffing = staffing_of(lines_of(requests, facts), people, days, slow, sections=sections)
    return Approval(requests, facts, staffing, {one.pk: one.version for one in requests}, pools or {})


def considered(requests: Sequence[TeleworkRequest], slow: Mapping[Slow, int]) -> list[Considered]:
    """Each of these requests by itself, as things stand; some fifteen queries for any number."""
    if not requests:
        return []
    facts = facts_of_requests(requests, slow)
    approval = approval_of(requests, facts, slow)
    days = [one.day for one in requests]
    standing = standing_of({one.person_id for one in requests}, min(days), max(days))
    calendar = city_calendar(slow[Slow.CALENDAR])
    team_days = _team_days(lines_of(requests, facts), min(days), max(days))
    return [_considered(one, approval, standing.get(one.person_id, []), calendar, team_days) for one in requests]


def _considered(
    request: TeleworkRequest,
    approval: Approval,
    standing: Sequence[TeleworkRequest],
    calendar: CityCalendar,
    team_days: set[tuple[int, date]],
) -> Considered:
    rules = approval.rules(request)
    others = counted_days([one for one in standing if one.pk != request.pk])
    on_site = approval.on_site(request)
    warnings = [staffing_short(on_site, rules.minimum_on_site)]
    if rules.team_days.value != Strictness.ALLOW and any(
        (department, request.day) in team_days for department in approval.lineage(request)
    ):
        warnings.append(rules.team_days.refused(RequestRefusal.ON_A_TEAM_DAY))
    warnings.append(approval.facts[request.person_id].warned(request.day))
    refused = approval.refused(request)
    said = [one for one in warnings if one is not None and (refused is None or one.code != refused.code)]
    return Considered(
        request,
        counted(request.day, others, calendar.is_working_day),
        rules.most_days_a_month.value or None,
        on_site,
        refused,
        said,
    )


def _team_days(lines: Mapping[tuple[int, ...], Department], first: date, last: date) -> set[tuple[int, date]]:
    rows = team_days_of({one.pk for one in lines.values()}, first, last)
    return {(one.department_id, one.day) for one in rows}
