"""The kinds of events that a look at somebody's past leaves behind; telework's record leaves the same."""

from people.policies.looks import DEPARTMENT_PAST_VIEWED, PERSON_PAST_VIEWED

__all__ = ["DEPARTMENT_PAST_VIEWED", "PERSON_PAST_VIEWED"]
