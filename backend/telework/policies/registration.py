"""Who may telework on a day: on the roll, not excluded, registered, and not needed at the counter."""

from dataclasses import dataclass
from datetime import date

from core.refused import Refused
from telework.policies.forms import ReasonClass
from telework.policies.registration_refusals import RegistrationRefusal
from telework.policies.rules import Strictness, TeleworkRules
from telework.policies.states import RegistrationState

LET_THROUGH = frozenset({ReasonClass.CHILDCARE.value, ReasonClass.CARE.value})
"""Reasons with which nobody is warned about counter duty."""


@dataclass(frozen=True, slots=True)
class RegistrationFacts:
    """A registration as far as the question needs it. `ended_on` is the city's day of a revocation."""

    state: str
    reason_class: str
    valid_from: date | None
    valid_to: date
    ended_on: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether it lets its person telework on `day`; one that has expired or was revoked did until then."""
        if self.valid_from is None or not self.valid_from <= day <= self.valid_to:
            return False
        if self.state == RegistrationState.REVOKED:
            return self.ended_on is not None and day < self.ended_on
        return self.state in (RegistrationState.APPROVED, RegistrationState.EXPIRED)


@dataclass(frozen=True, slots=True)
class Teleworker:
    """A person on a day: employment class, whether on the roll, whether the section has counter duty, registrations."""

    on_the_roll: bool
    employment_class: str
    counter_duty: bool
    registrations: tuple[RegistrationFacts, ...] = ()

    def registered(self, day: date) -> RegistrationFacts | None:
        """The registration in force on `day`."""
        return next((one for one in self.registrations if one.in_force(day)), None)


def telework_refused(person: Teleworker, day: date, rules: TeleworkRules) -> Refused | None:
    """Why the person may not telework on `day`, naming the rule; None when they may."""
    if not person.on_the_roll:
        return Refused(RegistrationRefusal.NOT_EMPLOYED_THEN)
    if person.employment_class in rules.excluded_classes.value:
        return rules.excluded_classes.refused(RegistrationRefusal.CLASS_EXCLUDED)
    if person.counter_duty and rules.counter_duty.value == Strictness.REFUSE:
        return rules.counter_duty.refused(RegistrationRefusal.COUNTER_DUTY)
    if rules.registration_needed.value and person.registered(day) is None:
        return rules.registration_needed.refused(RegistrationRefusal.NOT_REGISTERED, **_nearest(person, day))
    return None


def telework_warned(person: Teleworker, day: date, rules: TeleworkRules) -> Refused | None:
    """What whoever asks and whoever decides should bear in mind: counter duty, unless for childcare or care."""
    if not person.counter_duty or rules.counter_duty.value != Strictness.WARN:
        return None
    registered = person.registered(day)
    if registered is not None and registered.reason_class in LET_THROUGH:
        return None
    return rules.counter_duty.refused(RegistrationRefusal.COUNTER_DUTY)


def _nearest(person: Teleworker, day: date) -> dict[str, object]:
    """What there is instead: the state of the registration for that year, and from when one holds."""
    same_year = [one for one in person.registrations if one.valid_to >= day]
    if not same_year:
        return {}
    nearest = min(same_year, key=lambda one: one.valid_to)
    facts: dict[str, object] = {"registration_state": nearest.state}
    if nearest.state == RegistrationState.APPROVED and nearest.valid_from is not None and nearest.valid_from > day:
        facts["allowed_from"] = nearest.valid_from
    return facts
