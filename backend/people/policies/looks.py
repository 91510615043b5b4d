"""The kinds of events that a look at somebody's past leaves behind."""

PERSON_PAST_VIEWED = "person.past_viewed"
DEPARTMENT_PAST_VIEWED = "department.past_viewed"
