"""Who of the fictional staff teleworks on a day, and what becomes of it: when they start, end, and report."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from core.interval import Interval
from demonstration.policies.draw import SEED, WORKING_WEEKDAYS, comes_on
from demonstration.policies.outcome import minute_of
from plans.policies.shifts import USUAL_SHIFT

REGISTERED, AT_HOME, AT_A_SATELLITE, HALF_A_DAY = 0.60, 0.75, 0.08, 0.16
EARLY, LATE = 0.06, 0.08
REPORTS_AT_ONCE, FORGETS_TO_REPORT = 0.75, 0.02
TASKS = (
    "市民の声の集計",
    "回答案の作成",
    "会議資料の作成",
    "要綱の見直し",
    "予算要求の資料整理",
    "問い合わせのまとめ",
    "研修の受講と報告",
    "照会への回答",
)
BREAK_MINUTES = 60
RANK = {"approved": 0, "started": 1, "ended": 2, "reported": 3, "confirmed": 4}
"""The states that a made-up day goes through, in their order."""


@dataclass(frozen=True, slots=True)
class DrawnTelework:
    """A day's telework: unit full, am or pm; form home or satellite; what is done."""

    unit: str
    form: str
    tasks: str


@dataclass(frozen=True, slots=True)
class WorkOutcome:
    """How far the day's telework is at some moment; the instants are those that have been."""

    state: str
    started_at: datetime | None = None
    ended_at: datetime | None = None
    reported_at: datetime | None = None
    confirmed_at: datetime | None = None


def is_registered(person_id: int) -> bool:
    """Three of five people have a registration."""
    return _chance(person_id, "registered").random() < REGISTERED


def usual_shift(person_id: int) -> str:
    """Most begin at half past eight."""
    lot = _chance(person_id, "shift").random()
    return "0800" if lot < EARLY else "0930" if lot < EARLY + LATE else USUAL_SHIFT


def usual_places(person_id: int, *, registered: bool) -> list[str]:
    """The place of each weekday, Monday first; nothing at the week's end. Who is not registered comes every day."""
    week = ["home" if registered and not comes_on(person_id, day) else "office" for day in range(WORKING_WEEKDAYS)]
    return [*week, "", ""]


def telework_on(person_id: int, day: date) -> DrawnTelework | None:
    """What a registered person has arranged for one of the two weekdays at home; None for the others."""
    if comes_on(person_id, day.weekday()):
        return None
    chance = _chance(person_id, f"telework/{day}")
    lot, form, half = chance.random(), chance.random(), chance.random()
    if lot >= AT_HOME:
        return None
    unit = "full" if half >= HALF_A_DAY else "am" if half < HALF_A_DAY / 2 else "pm"
    return DrawnTelework(unit, "satellite" if form < AT_A_SATELLITE else "home", chance.choice(TASKS))


def work_outcome(
    *, person_id: int, during: Interval, now: datetime, next_morning: datetime, confirmed_on: datetime
) -> WorkOutcome:
    """How the telework of `during` stands at `now`. The same day fares the same way whenever it is asked for.

    Who does not report at once does on the `next_morning` of work; `confirmed_on` is when the manager looks at it.
    """
    chance = _chance(person_id, str(during.start.timestamp()))
    starts_after, ends_after, reporting = (chance.random() for _ in range(3))
    started_at = minute_of(during.start + timedelta(minutes=-10 + 20 * starts_after))
    if started_at > now:
        return WorkOutcome("approved")
    ended_at = minute_of(during.end + timedelta(minutes=15 * ends_after))
    if ended_at > now:
        return WorkOutcome("started", started_at)
    at_once = reporting < REPORTS_AT_ONCE
    reported_at = ended_at + timedelta(minutes=5) if at_once else next_morning
    if reported_at > now or reporting > 1 - FORGETS_TO_REPORT:
        return WorkOutcome("ended", started_at, ended_at)
    if confirmed_on > now:
        return WorkOutcome("reported", started_at, ended_at, reported_at)
    return WorkOutcome("confirmed", started_at, ended_at, reported_at, confirmed_on)


def _chance(person_id: int, what: str) -> Random:
    return Random(f"{SEED}/{person_id}/{what}")  # noqa: S311 - play, not secrets
