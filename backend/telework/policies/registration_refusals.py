"""Why a registration, or telework at all, is refused, and why a rule is not set. Knows no Django.

What registrations share with requests (state, version, who decides) is in request_refusals.
"""

from enum import StrEnum


class RegistrationRefusal(StrEnum):
    """The codes, one for each reason."""

    NOT_REGISTERED = "not_registered"
    CLASS_EXCLUDED = "class_excluded"
    COUNTER_DUTY = "counter_duty"
    NOT_EMPLOYED_THEN = "not_employed_then"
    YEAR_NOT_OPEN = "year_not_open"
    ALREADY_REGISTERED = "already_registered"
    PLEDGE_NEEDED = "pledge_needed"
    TRAINING_NEEDED = "training_needed"
    TRAINING_TO_COME = "training_to_come"
    TRAINING_TOO_OLD = "training_too_old"
    PLACE_NEEDED = "place_needed"
    CONTACT_NEEDED = "contact_needed"


class RuleRefusal(StrEnum):
    """Why a rule of telework is not set: 403 where it is not theirs to set, 409 where others set it meanwhile."""

    RULE_NOT_FOR_DEPARTMENTS = "rule_not_for_departments"
    RULES_CHANGED = "rules_changed"
