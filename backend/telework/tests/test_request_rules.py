"""Each rule of a request by itself, without a database."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from core.clock import city_zone
from core.interval import Interval
from core.refused import Refused
from core.rules import Rule
from plans.policies import Stretch
from plans.policies.half_days import HalfDays
from telework.policies.forms import Unit
from telework.policies.limits import (
    Counted,
    OnSite,
    Pool,
    counted,
    day_refused,
    pool_refused,
    staffing_refused,
    staffing_short,
    without,
)
from telework.policies.request_hours import DayPattern, hours_of, working_day_after, working_day_before
from telework.policies.request_refusals import RequestRefusal as R
from telework.policies.request_rules import DayFacts, DayWish, OtherRequest, judged
from telework.policies.rules import rules_in_force
from tests.factories.hall import city_time

MONDAY = date(2026, 11, 30)
DAY = date(2026, 12, 2)
RULES = rules_in_force([], ())


def between(start, end, day=DAY):
    return Interval(city_time(day, start), city_time(day, end))


FULL = between("8:30", "17:15")
WISH = DayWish(DAY, FULL, "home", "own_office", "", False, time(8, 30), time(17, 15))
FACTS = DayFacts(
    now=city_time(MONDAY, "9:00"),
    today=MONDAY,
    working_day=True,
    apply_until=city_time(date(2026, 12, 1), "17:15"),
    post_hoc_until=date(2026, 12, 7),
    ledger=(),
    others=(),
    counts=Counted(1, 1, 1),
    office_days=4,
    shift=FULL,
    rest=between("12:00", "13:00"),
)


def set_to(**values):
    return replace(RULES, **{name: Rule(value, RULES.forms.owner) for name, value in values.items()})


def codes(wish=WISH, facts=FACTS, rules=RULES):
    return [one.code for one in judged(wish, facts, rules).problems]


def code_of(refused):
    return None if refused is None else refused.code


def warned(wish=WISH, facts=FACTS, rules=RULES):
    return [one.code for one in judged(wish, facts, rules).warnings]


def test_nothing_speaks_against_an_ordinary_day():
    assert judged(WISH, FACTS, RULES).outcome == "ok"


def test_the_past_is_for_those_who_phoned_first():
    late = replace(FACTS, now=city_time(date(2026, 12, 3), "9:00"), today=date(2026, 12, 3))
    assert codes(facts=late) == [R.POST_HOC_ONLY]
    assert codes(replace(WISH, post_hoc=True), late) == []


def test_afterwards_is_neither_before_nor_too_late():
    post_hoc = replace(WISH, post_hoc=True)
    assert codes(post_hoc) == [R.DAY_NOT_OVER]
    too_late = replace(FACTS, today=date(2026, 12, 8), now=city_time(date(2026, 12, 8), "9:00"))
    [refused] = judged(post_hoc, too_late, RULES).problems
    assert (refused.code, refused.facts["allowed_until"]) == (R.POST_HOC_TOO_LATE, "2026-12-07")
    assert codes(post_hoc, replace(too_late, post_hoc_until=None)) == [R.POST_HOC_TOO_LATE]


def test_a_minute_after_the_deadline_is_too_late():
    at = city_time(date(2026, 12, 1), "17:15")
    assert codes(facts=replace(FACTS, now=at, today=date(2026, 12, 1))) == []
    [refused] = judged(WISH, replace(FACTS, now=at + timedelta(minutes=1), today=date(2026, 12, 1)), RULES).problems
    assert (refused.code, refused.facts["allowed_until"]) == (R.APPLIED_TOO_LATE, "2026-12-01T17:15+09:00")


def test_a_closing_day_needs_no_request():
    assert codes(facts=replace(FACTS, working_day=False)) == [R.CITY_CLOSED]


def test_another_request_and_a_leave_are_named():
    other = OtherRequest(7, DAY, between("13:00", "17:15"), "home", "submitted")
    refused = judged(WISH, replace(FACTS, others=(other,)), RULES).problems[0]
    assert (refused.code, refused.facts["conflicts_with"]["id"]) == (R.ANOTHER_REQUEST, 7)
    leave = Stretch(between("13:00", "17:15"), "leave", "own", 9)
    refused = judged(WISH, replace(FACTS, ledger=(leave,)), RULES).problems[0]
    assert (refused.code, refused.facts["conflicts_with"]["id"]) == ("in_another_place", 9)
    desk = Stretch(FULL, "office", "booking", 3)
    assert codes(facts=replace(FACTS, ledger=(desk,))) == []


@pytest.mark.parametrize(
    ("counts", "code", "most"),
    [
        (Counted(4, 4, 1), R.WEEK_FULL, 3),
        (Counted(1, 11, 1), R.MONTH_FULL, 10),
        (Counted(3, 6, 6), R.TOO_MANY_IN_A_ROW, 5),
    ],
)
def test_days_have_a_limit(counts, code, most):
    [refused] = judged(WISH, replace(FACTS, counts=counts), RULES).problems
    assert (refused.code, refused.facts["most"]) == (code, most)
    assert refused.facts["rule"].value == most
    none = set_to(most_days_a_week=0, most_days_a_month=0, most_days_in_a_row=0)
    assert codes(facts=replace(FACTS, counts=counts), rules=none) == []


def test_some_days_belong_to_the_office():
    assert codes(facts=replace(FACTS, office_days=0)) == [R.TOO_FEW_OFFICE_DAYS]
    assert codes(facts=replace(FACTS, office_days=0), rules=set_to(office_days_a_week=0)) == []


def test_the_form_documents_and_hours_are_what_the_rules_allow():
    assert codes(replace(WISH, form="mobile"), rules=set_to(forms=("home",))) == [R.FORM_NOT_ALLOWED]
    assert codes(replace(WISH, documents="台帳"), rules=set_to(documents_out=False)) == [R.DOCUMENTS_STAY]
    early = replace(WISH, during=between("4:30", "8:30"), start_time=time(4, 30), end_time=time(8, 30))
    assert codes(early) == [R.OUTSIDE_TELEWORK_HOURS]
    late = replace(WISH, during=between("20:00", "22:30"), start_time=time(20), end_time=time(22, 30))
    assert codes(late) == [R.OUTSIDE_TELEWORK_HOURS]


def test_office_and_home_together_are_a_working_day():
    """Product: office + home = 7 h 45 min; the noon rest is no work, nor is a desk held past the shift."""
    morning, afternoon = between("8:30", "12:00"), between("13:00", "17:15")
    rest = FACTS.rest

    def refused(wanted, **more):
        given = {"elsewhere": [], "office": [], "shift": FULL, "rest": rest, "rule": RULES.day_minutes}
        return day_refused(wanted, **{**given, **more})

    assert refused(FULL) is None
    assert refused(afternoon, office=[morning]) is None
    assert refused(afternoon, office=[FULL]) is None
    assert refused(between("17:15", "17:16"), office=[FULL]).code == R.DAY_TOO_LONG
    assert refused(afternoon, elsewhere=[morning, between("18:00", "18:01")]).code == R.DAY_TOO_LONG
    assert refused(between("7:30", "12:00"), office=[afternoon], shift=between("7:30", "16:15")) is None


def test_shared_terminals_go_to_childcare_and_care_first():
    rule = Rule(3, RULES.forms.owner)
    assert pool_refused(None, "none", rule) is None
    assert pool_refused(Pool(3, 2, 0), "none", rule) is None
    assert code_of(pool_refused(Pool(3, 3, 0), "care", rule)) == R.NO_POOL_TERMINAL
    assert code_of(pool_refused(Pool(3, 2, 1), "none", rule)) == R.OTHERS_COME_FIRST
    assert pool_refused(Pool(3, 2, 1), "childcare", rule) is None


def test_a_team_day_warns_refuses_or_says_nothing():
    on_it = replace(FACTS, team_day=True)
    assert warned(facts=on_it) == [R.ON_A_TEAM_DAY]
    assert codes(facts=on_it, rules=set_to(team_days="refuse")) == [R.ON_A_TEAM_DAY]
    assert warned(facts=on_it, rules=set_to(team_days="allow")) == []


def test_too_few_on_site_is_a_warning_before_it_is_a_refusal():
    short = OnSite("pm", 3, 2, 3)
    assert warned(facts=replace(FACTS, on_site=(short,))) == [R.BELOW_MINIMUM]
    assert codes(facts=replace(FACTS, on_site=(short,))) == []
    refused = staffing_refused([short], RULES.minimum_on_site)
    assert refused is not None
    assert refused.facts["half"] == "pm"
    assert staffing_refused([short], Rule("warn", RULES.forms.owner)) is None
    assert staffing_short([OnSite("am", 2, 2, 3)], RULES.minimum_on_site) is None


def test_what_was_entered_afterwards_is_not_held_to_limits():
    late = replace(
        FACTS,
        now=city_time(date(2026, 12, 3), "9:00"),
        today=date(2026, 12, 3),
        counts=Counted(9, 99, 9),
        office_days=0,
        ineligible=Refused(R.CITY_CLOSED),
    )
    assert codes(replace(WISH, post_hoc=True), late) == [R.CITY_CLOSED]
    assert codes(replace(WISH, post_hoc=True, recorded=True), late) == []


def is_working(day):
    return day.weekday() < 5 and day != date(2026, 11, 23)


def test_days_in_a_row_run_over_weekends_and_holidays():
    others = {date(2026, 11, 19), date(2026, 11, 20), date(2026, 11, 25)}
    found = counted(date(2026, 11, 24), others, is_working)
    assert (found.week_days, found.month_days, found.in_a_row) == (2, 4, 4)


def test_working_days_are_counted_either_way():
    assert working_day_before(date(2026, 11, 25), 2, is_working) == date(2026, 11, 20)
    assert working_day_after(date(2026, 11, 20), 2, is_working) == date(2026, 11, 25)
    assert working_day_before(date(2026, 11, 25), 0, is_working) == date(2026, 11, 25)


def test_a_pattern_leaves_out_what_is_closed():
    pattern = DayPattern(frozenset({0, 2}), 2, date(2026, 11, 16), date(2026, 12, 4))
    assert pattern.days(is_working) == [
        date(2026, 11, 16),
        date(2026, 11, 18),
        date(2026, 11, 30),
        date(2026, 12, 2),
    ]


@pytest.mark.parametrize(
    ("unit", "shift", "hours"),
    [
        (Unit.FULL, "0830", ("8:30", "17:15")),
        (Unit.AM, "0730", ("7:30", "12:00")),
        (Unit.PM, "0930", ("13:00", "18:15")),
        (Unit.FULL, "unknown", ("8:30", "17:15")),
    ],
)
def test_the_shift_says_when_a_day_begins_and_ends(unit, shift, hours):
    assert hours_of(DAY, unit, shift, HalfDays(), city_zone()) == between(*hours)


def test_cutting_leaves_what_lies_before_and_after():
    assert without([FULL], between("12:00", "13:00")) == [between("8:30", "12:00"), between("13:00", "17:15")]
    assert without([FULL], FULL) == []
