"""Who may telework, what a registration needs, and when its end is pointed out: decided without a database."""

from dataclasses import replace
from datetime import date, time

import pytest

from core.rules import BY_DEFAULT, Owner
from telework.policies.fiscal_year import fiscal_year_of, last_day_of, open_fiscal_years
from telework.policies.registering import (
    RegistrationForm,
    missing_for,
    reminder_due,
    valid_days,
    waited_too_long,
    year_refused,
)
from telework.policies.registration import RegistrationFacts, Teleworker, telework_refused, telework_warned
from telework.policies.rules import DEFAULTS, SET_BY_DEPARTMENTS, TeleworkRow, rules_in_force

BUREAU, SECTION = 3, 32
MONDAY = date(2026, 11, 30)
MARCH_31 = date(2027, 3, 31)
PERSONNEL = Owner({"ja": "規則", "en": "Rules"}, {"ja": "人事課", "en": "Personnel"}, {"ja": "全庁", "en": "all"})
OURS = Owner({"ja": "課の規則", "en": "Ours"}, {"ja": "広聴課", "en": "広聴課"}, {"ja": "広聴課", "en": "広聴課"})

APPROVED = RegistrationFacts("approved", "none", date(2026, 4, 1), MARCH_31)
PERSON = Teleworker(True, "regular", counter_duty=False, registrations=(APPROVED,))
COMPLETE = RegistrationForm(2026, "own_home", "", "090-0000-0000", date(2026, 5, 11), pledged=True)


def rules(**said):
    return rules_in_force([TeleworkRow(PERSONNEL, None, said)], [BUREAU, SECTION])


def test_the_nearest_department_that_says_something_wins():
    rows = [
        TeleworkRow(PERSONNEL, None, {"most_days_a_week": 4, "rest_hours": 9}),
        TeleworkRow(OURS, SECTION, {"most_days_a_week": 1, "pool_terminals": 0}),
        TeleworkRow(OURS, BUREAU, {"most_days_a_week": 2, "apply_by_time": time(12)}),
        TeleworkRow(OURS, 99, {"most_days_a_week": 5}),
    ]
    here = rules_in_force(rows, [BUREAU, SECTION])
    assert (here.most_days_a_week.value, here.most_days_a_week.owner) == (1, OURS)
    assert (here.apply_by_time.value, here.rest_hours.value, here.pool_terminals.value) == (time(12), 9, 0)
    assert (here.rest_hours.owner, here.office_days_a_week.owner) == (PERSONNEL, BY_DEFAULT)
    assert rules_in_force(rows, []).most_days_a_week.value == 4


def test_false_and_nobody_are_words_too():
    here = rules_in_force(
        [TeleworkRow(OURS, SECTION, {"overtime": False, "excluded_classes": ()}), TeleworkRow(PERSONNEL, None, {
            "overtime": True, "excluded_classes": ("conditional",)})],
        [BUREAU, SECTION],
    )  # fmt: skip
    assert here.overtime.value is False
    assert here.excluded_classes.value == ()


def test_departments_set_only_rules_that_there_are():
    assert set(SET_BY_DEPARTMENTS) < set(DEFAULTS)


@pytest.mark.parametrize(
    ("registration", "code"),
    [
        (APPROVED, None),
        (replace(APPROVED, state="expired"), None),
        (replace(APPROVED, state="submitted"), "not_registered"),
        (replace(APPROVED, state="returned"), "not_registered"),
        (replace(APPROVED, valid_from=date(2026, 12, 1)), "not_registered"),
        (replace(APPROVED, valid_to=date(2026, 11, 29)), "not_registered"),
        (replace(APPROVED, state="revoked", ended_on=MONDAY), "not_registered"),
        (replace(APPROVED, state="revoked", ended_on=date(2026, 12, 1)), None),
    ],
)
def test_a_registration_lets_somebody_telework_while_it_is_in_force(registration, code):
    refused = telework_refused(replace(PERSON, registrations=(registration,)), MONDAY, rules())
    assert (refused and refused.code) == code


def test_the_refusal_names_the_rule_its_owner_and_what_there_is_instead():
    to_come = replace(APPROVED, valid_from=date(2026, 12, 7))
    refused = telework_refused(replace(PERSON, registrations=(to_come,)), MONDAY, rules(registration_needed=True))
    assert refused is not None
    named = refused.facts["rule"].in_language("ja")
    assert (named.owner, named.value) == ("人事課", True)
    assert refused.facts["allowed_from"] == date(2026, 12, 7)
    assert refused.facts["registration_state"] == "approved"


def test_no_registration_is_needed_where_the_rule_says_so():
    assert telework_refused(replace(PERSON, registrations=()), MONDAY, rules(registration_needed=False)) is None


def test_excluded_classes_and_those_who_left_are_refused_whatever_their_registration():
    found = [
        telework_refused(PERSON, MONDAY, rules(excluded_classes=("regular",))),
        telework_refused(replace(PERSON, on_the_roll=False), MONDAY, rules()),
    ]
    assert [one and one.code for one in found] == ["class_excluded", "not_employed_then"]


@pytest.mark.parametrize(
    ("duty", "reason", "refused", "warned"),
    [
        ("allow", "none", None, None),
        ("warn", "none", None, "counter_duty"),
        ("warn", "childcare", None, None),
        ("warn", "care", None, None),
        ("warn", "other", None, "counter_duty"),
        ("refuse", "none", "counter_duty", None),
        ("refuse", "care", "counter_duty", None),
    ],
)
def test_counter_duty(duty, reason, refused, warned):
    person = replace(PERSON, counter_duty=True, registrations=(replace(APPROVED, reason_class=reason),))
    here = rules(counter_duty=duty)
    found = telework_refused(person, MONDAY, here), telework_warned(person, MONDAY, here)
    assert tuple(one and one.code for one in found) == (refused, warned)
    elsewhere = replace(person, counter_duty=False)
    assert (telework_refused(elsewhere, MONDAY, here), telework_warned(elsewhere, MONDAY, here)) == (None, None)


def test_a_fiscal_year_begins_in_april_and_the_next_opens_in_february():
    assert [fiscal_year_of(day) for day in (date(2027, 3, 31), date(2027, 4, 1))] == [2026, 2027]
    assert last_day_of(2026) == MARCH_31
    assert open_fiscal_years(date(2027, 1, 31)) == (2026,)
    assert open_fiscal_years(date(2027, 2, 1)) == (2026, 2027)
    assert open_fiscal_years(date(2027, 4, 1)) == (2027,)
    assert year_refused(2026, MONDAY) is None
    to_come, over = year_refused(2027, MONDAY), year_refused(2025, MONDAY)
    assert to_come is not None
    assert to_come.facts["allowed_from"] == "2027-02-01"
    assert over is not None
    assert over.code == "year_not_open"


def test_it_holds_from_the_approval_or_from_april_to_march():
    assert valid_days(2026, MONDAY) == (MONDAY, MARCH_31)
    assert valid_days(2027, date(2027, 2, 10)) == (date(2027, 4, 1), date(2028, 3, 31))


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, []),
        ({"place_kind": "relatives_home"}, ["place_needed"]),
        ({"place_kind": "relatives_home", "place": "実家"}, []),
        ({"contact": " "}, ["contact_needed"]),
        ({"trained_on": None}, ["training_needed"]),
        ({"trained_on": date(2026, 3, 31)}, ["training_too_old"]),
        ({"trained_on": date(2026, 4, 1)}, []),
        ({"trained_on": date(2026, 12, 1)}, ["training_to_come"]),
        ({"pledged": False}, ["pledge_needed"]),
        ({"fiscal_year": 2027}, ["year_not_open"]),
        ({"contact": "", "trained_on": None, "pledged": False}, ["contact_needed", "training_needed", "pledge_needed"]),
    ],
)
def test_what_is_missing_is_said_all_at_once(changed, codes):
    found = missing_for(replace(COMPLETE, **changed), PERSON, MONDAY, rules(), decidable=True)
    assert [refused.code for refused in found] == codes


def test_older_training_counts_where_the_rule_says_so_and_for_a_renewal_that_of_the_running_year():
    old = replace(COMPLETE, trained_on=date(2024, 5, 1))
    assert missing_for(old, PERSON, MONDAY, rules(training_in_fiscal_year=False), decidable=True) == []
    renewal = replace(COMPLETE, fiscal_year=2027)
    assert missing_for(renewal, PERSON, date(2027, 2, 1), rules(), decidable=True) == []


def test_whoever_cannot_telework_cannot_submit_and_nobody_without_somebody_to_decide():
    at_the_counter = replace(PERSON, counter_duty=True)
    found = missing_for(
        COMPLETE, at_the_counter, MONDAY, rules(counter_duty="refuse", excluded_classes=("regular",)), decidable=False
    )
    assert [refused.code for refused in found] == ["class_excluded", "counter_duty", "nobody_decides"]


@pytest.mark.parametrize(
    ("today", "reminded_on", "valid_from", "due"),
    [
        (date(2027, 2, 28), None, date(2026, 4, 1), None),
        (date(2027, 3, 1), None, date(2026, 4, 1), 30),
        (date(2027, 3, 1), date(2027, 3, 1), date(2026, 4, 1), None),
        (date(2027, 3, 10), None, date(2026, 4, 1), 30),
        (date(2027, 3, 10), None, date(2027, 3, 8), None),
        (date(2027, 3, 24), date(2027, 3, 1), date(2026, 4, 1), 7),
        (date(2027, 3, 24), None, date(2027, 3, 8), 7),
        (date(2027, 3, 25), date(2027, 3, 24), date(2026, 4, 1), None),
        (date(2027, 3, 31), None, date(2026, 4, 1), 7),
        (date(2027, 4, 1), None, date(2026, 4, 1), None),
    ],
)
def test_an_end_is_pointed_out_thirty_and_seven_days_before_once_each(today, reminded_on, valid_from, due):
    assert reminder_due(valid_from=valid_from, valid_to=MARCH_31, reminded_on=reminded_on, today=today) == due


@pytest.mark.parametrize(
    ("submitted", "after_days", "waited"),
    [
        (date(2026, 11, 30), 2, False),
        (date(2026, 11, 26), 2, False),
        (date(2026, 11, 25), 2, True),
        (date(2026, 11, 1), 0, False),
    ],
)
def test_the_next_up_decides_after_so_many_working_days(submitted, after_days, waited):
    assert waited_too_long(submitted, MONDAY, after_days, lambda day: day.weekday() < 5) is waited
