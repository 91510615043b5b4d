"""Whether a day of telework may be asked for: every rule, in the order in which refusals are told. Knows no Django."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from core.interval import Interval
from core.refused import Refused
from core.rules import Rule
from plans.policies.claims import Stretch, claim_refused
from telework.policies.forms import Terminal
from telework.policies.limits import (
    Counted,
    OnSite,
    Pool,
    Possible,
    conflicts,
    count_refused,
    day_refused,
    office_days_refused,
    pool_refused,
    staffing_short,
)
from telework.policies.request_refusals import RequestRefusal
from telework.policies.rules import Strictness, TeleworkRules

DISPLACES = frozenset({"booking", "own_office"})
"""What yields to telework: a desk, and the mere word to be in the office."""


@dataclass(frozen=True, slots=True)
class DayWish:
    """One day of telework as it is asked for; `start_time` and `end_time` are `during` by the city's clocks."""

    day: date
    during: Interval
    form: str
    terminal: str
    documents: str
    post_hoc: bool
    start_time: time
    end_time: time
    recorded: bool = False
    """A manager enters it afterwards: whether it fits is no longer the question."""


@dataclass(frozen=True, slots=True)
class OtherRequest:
    """A standing request of the same person."""

    id: int
    day: date
    during: Interval
    form: str
    state: str


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What is known around a wish.

    `apply_until` is the deadline, `post_hoc_until` the last day on which the day may still be entered (None: never).
    `office_days` are those that the week would have left. `ineligible` says why the person may not telework at all,
    `bear_in_mind` what speaks against it without forbidding it.
    """

    now: datetime
    today: date
    working_day: bool
    apply_until: datetime
    post_hoc_until: date | None
    ledger: Sequence[Stretch]
    others: Sequence[OtherRequest]
    counts: Counted
    office_days: int
    shift: Interval
    rest: Interval
    on_site: Sequence[OnSite] = ()
    possible: Possible | None = None
    team_day: bool = False
    pool: Pool | None = None
    reason_class: str | None = None
    ineligible: Refused | None = None
    bear_in_mind: Refused | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What speaks against a day: `problems` refuse it, `warnings` only say so."""

    problems: tuple[Refused, ...] = ()
    warnings: tuple[Refused, ...] = ()

    @property
    def outcome(self) -> str:
        if self.problems:
            return "refused"
        return "warned" if self.warnings else "ok"


def judged(wish: DayWish, facts: DayFacts, rules: TeleworkRules) -> Judgement:
    """Everything that speaks against the wish now, the most telling first.

    Too few on site is a warning here: approving is what is refused then, and until then somebody may change plans.
    What is entered afterwards has happened: it is held to who may enter it until when, and to nothing that it could
    have heeded before.
    """
    return Judgement(tuple(_problems(wish, facts, rules)), tuple(_warnings(wish, facts, rules)))


def _problems(wish: DayWish, facts: DayFacts, rules: TeleworkRules) -> Iterator[Refused]:
    if refused := time_refused(wish, facts, rules):
        yield refused
    if not facts.working_day:
        yield Refused(RequestRefusal.CITY_CLOSED)
    if facts.ineligible is not None and not wish.recorded:
        yield facts.ineligible
    if refused := form_refused(wish, rules):
        yield refused
    if refused := in_the_way(wish, facts):
        yield refused
    telework = [one.during for one in facts.others if one.day == wish.day and not one.during.overlaps(wish.during)]
    office = [one.during for one in facts.ledger if one.place == "office"]
    if refused := day_refused(
        wish.during, elsewhere=telework, office=office, shift=facts.shift, rest=facts.rest, rule=rules.day_minutes
    ):
        yield refused
    if wish.post_hoc:
        return
    if refused := count_refused(facts.counts, rules):
        yield refused
    if refused := office_days_refused(facts.office_days, rules.office_days_a_week):
        yield refused
    if wish.terminal == Terminal.POOL and (
        refused := pool_refused(facts.pool, facts.reason_class, rules.pool_terminals)
    ):
        yield refused
    if facts.team_day and rules.team_days.value == Strictness.REFUSE:
        yield rules.team_days.refused(RequestRefusal.ON_A_TEAM_DAY)


def _warnings(wish: DayWish, facts: DayFacts, rules: TeleworkRules) -> Iterator[Refused]:
    if short := staffing_short(facts.on_site, rules.minimum_on_site, facts.possible):
        yield short
    if facts.team_day and rules.team_days.value == Strictness.WARN:
        yield rules.team_days.refused(RequestRefusal.ON_A_TEAM_DAY)
    if facts.bear_in_mind is not None:
        yield facts.bear_in_mind


def time_refused(wish: DayWish, facts: DayFacts, rules: TeleworkRules) -> Refused | None:
    """Why it is too late, or too early, to ask for the day; afterwards needs a day that has come."""
    if wish.post_hoc:
        if wish.day > facts.today:
            return Refused(RequestRefusal.DAY_NOT_OVER)
        if facts.post_hoc_until is None or facts.today > facts.post_hoc_until:
            until = None if facts.post_hoc_until is None else facts.post_hoc_until.isoformat()
            return rules.post_hoc_days.refused(RequestRefusal.POST_HOC_TOO_LATE, allowed_until=until)
        return None
    if wish.during.end <= facts.now or wish.day < facts.today:
        return Refused(RequestRefusal.POST_HOC_ONLY)
    if facts.now > facts.apply_until:
        return _deadline(rules).refused(
            RequestRefusal.APPLIED_TOO_LATE, allowed_until=facts.apply_until.isoformat(timespec="minutes")
        )
    return None


def form_refused(wish: DayWish, rules: TeleworkRules) -> Refused | None:
    """Why the form, the documents or the hours are not allowed."""
    if wish.form not in rules.forms.value:
        return rules.forms.refused(RequestRefusal.FORM_NOT_ALLOWED)
    if wish.documents and not rules.documents_out.value:
        return rules.documents_out.refused(RequestRefusal.DOCUMENTS_STAY)
    earliest, latest = rules.earliest_time.value, rules.latest_time.value
    if wish.start_time < earliest:
        return rules.earliest_time.refused(RequestRefusal.OUTSIDE_TELEWORK_HOURS, allowed_from=f"{earliest:%H:%M}")
    if wish.end_time > latest or wish.end_time <= wish.start_time:
        return rules.latest_time.refused(RequestRefusal.OUTSIDE_TELEWORK_HOURS, allowed_until=f"{latest:%H:%M}")
    return None


def in_the_way(wish: DayWish, facts: DayFacts) -> Refused | None:
    """The other request, the trip or the leave at that time, named."""
    other = next((one for one in facts.others if one.during.overlaps(wish.during)), None)
    if other is not None:
        return another_request(other)
    held = conflicts(facts.ledger, wish.during, DISPLACES | {"telework"})
    return claim_refused(held) if held else None


def another_request(other: OtherRequest) -> Refused:
    """The refusal that names the request in the way."""
    rival = {
        "kind": "telework",
        "id": other.id,
        "start": other.during.start,
        "end": other.during.end,
        "place": "home" if other.form == "home" else "satellite",
    }
    return Refused(RequestRefusal.ANOTHER_REQUEST, {"conflicts_with": rival, "state": other.state})


def _deadline(rules: TeleworkRules) -> Rule:
    """The rule of days with the hour said too, so that a refusal tells both."""
    days = rules.apply_by_days
    said = {"days": days.value, "time": f"{rules.apply_by_time.value:%H:%M}"}
    return replace(days, value=said)
