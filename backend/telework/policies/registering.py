"""What a registration needs before it can be submitted, when it can be renewed, and when its end is pointed out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from core.refused import Refused
from telework.policies.fiscal_year import first_day_of, fiscal_year_of, last_day_of, open_fiscal_years
from telework.policies.forms import UsualPlace
from telework.policies.registration import Teleworker
from telework.policies.registration_refusals import RegistrationRefusal
from telework.policies.request_hours import working_day_before
from telework.policies.request_refusals import RequestRefusal
from telework.policies.rules import Strictness, TeleworkRules

REMINDED_DAYS_BEFORE = (30, 7)
"""So many days of the calendar before its last day a registration's end is pointed out, once each."""


@dataclass(frozen=True, slots=True)
class RegistrationForm:
    """A registration as far as its being complete goes."""

    fiscal_year: int
    place_kind: str
    place: str
    contact: str
    trained_on: date | None
    pledged: bool


def year_refused(fiscal_year: int, today: date) -> Refused | None:
    """Why nobody can register for `fiscal_year` today: only this year's, and from February on the next one's."""
    open_years = open_fiscal_years(today)
    if fiscal_year in open_years:
        return None
    to_come = date(fiscal_year, 2, 1) if fiscal_year == fiscal_year_of(today) + 1 else None
    return Refused(
        RegistrationRefusal.YEAR_NOT_OPEN, {"fiscal_years": list(open_years), "allowed_from": to_come and str(to_come)}
    )


def missing_for(
    form: RegistrationForm, person: Teleworker, today: date, rules: TeleworkRules, *, decidable: bool
) -> list[Refused]:
    """Everything in the way of submitting `form` today, in the order of the form; empty when it can be submitted.

    `decidable` says that there is somebody who could decide about it.

    Training counts from 1 April of the fiscal year in which the form is submitted: who renews in February for the next
    year cannot have had the next year's training.
    """
    found = [year_refused(form.fiscal_year, today), *_person_refused(person, rules)]
    if form.place_kind != UsualPlace.OWN_HOME and not form.place.strip():
        found.append(Refused(RegistrationRefusal.PLACE_NEEDED))
    if not form.contact.strip():
        found.append(Refused(RegistrationRefusal.CONTACT_NEEDED))
    found.append(_training_refused(form.trained_on, today, rules))
    if not form.pledged:
        found.append(Refused(RegistrationRefusal.PLEDGE_NEEDED))
    if not decidable:
        found.append(Refused(RequestRefusal.NOBODY_DECIDES))
    return [refused for refused in found if refused is not None]


def _person_refused(person: Teleworker, rules: TeleworkRules) -> list[Refused | None]:
    if not person.on_the_roll:
        return [Refused(RegistrationRefusal.NOT_EMPLOYED_THEN)]
    excluded, counter = rules.excluded_classes, rules.counter_duty
    return [
        excluded.refused(RegistrationRefusal.CLASS_EXCLUDED) if person.employment_class in excluded.value else None,
        counter.refused(RegistrationRefusal.COUNTER_DUTY)
        if person.counter_duty and counter.value == Strictness.REFUSE
        else None,
    ]


def _training_refused(trained_on: date | None, today: date, rules: TeleworkRules) -> Refused | None:
    if trained_on is None:
        return Refused(RegistrationRefusal.TRAINING_NEEDED)
    if trained_on > today:
        return Refused(RegistrationRefusal.TRAINING_TO_COME, {"allowed_until": today})
    since = first_day_of(fiscal_year_of(today))
    if rules.training_in_fiscal_year.value and trained_on < since:
        return rules.training_in_fiscal_year.refused(RegistrationRefusal.TRAINING_TOO_OLD, allowed_from=since)
    return None


def valid_days(fiscal_year: int, approved_on: date) -> tuple[date, date]:
    """From when to when a registration approved on a day holds: to 31 March, and not before 1 April of its year."""
    return max(approved_on, first_day_of(fiscal_year)), last_day_of(fiscal_year)


def reminder_due(*, valid_from: date | None, valid_to: date, reminded_on: date | None, today: date) -> int | None:
    """How many days before its end a registration is to be pointed out today; None when it is not.

    One that did not hold yet on the day of a reminder gets that one no more; a worker that was away makes up for the
    nearer one only.
    """
    for days in sorted(REMINDED_DAYS_BEFORE):
        due = valid_to - timedelta(days=days)
        if due <= today <= valid_to:
            known = valid_from is not None and valid_from > due
            return None if known or (reminded_on is not None and reminded_on >= due) else days
    return None


def waited_too_long(submitted_on: date, today: date, after_days: int, is_working_day: Callable[[date], bool]) -> bool:
    """Whether the next manager up may decide: nobody has for more than `after_days` working days (0 is never)."""
    return after_days > 0 and submitted_on < working_day_before(today, after_days, is_working_day)
