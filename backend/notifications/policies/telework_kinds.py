"""What people hear of telework and of their section's days.

An act about several requests is told once: each request's own event says `in_many`, and one event of the whole names
the people and, in `days` and `desks`, what is whose.
"""

from collections.abc import Sequence

from notifications.policies.groups import NoticeGroup
from notifications.policies.happened import all_of, has_no, has_one_of, has_some, named_in, nobody_named, says
from notifications.policies.kind import NoticeKind

APPROVALS_SCREEN = "/approvals"
REPORTS_TO_CONFIRM = "/approvals?show=reports"
REGISTRATIONS_WAITING = "/approvals?show=registrations"
ONE_REQUEST = "/telework/{subject}"
MY_TELEWORK = "/telework"
MY_PLAN = "/plan"
THE_SECTION = "/section"
BOOK_THAT_DAY = "/book?day={day}"

WHEN = ("day", "start", "end")
BY_PERSON = (*WHEN, "person_name")
DECIDED = (*WHEN, "by", "comment", "subject")
MANY = ("my_day", "by")
ORDERED = ("first_day", "last_day", "reason", "by")
REGISTRATION = ("person_name", "valid_to", "comment", "by")

DECISIONS = frozenset(
    {
        f"telework.{what}"
        for what in (
            *("approved", "returned", "rejected", "withdrawn", "cancelled", "revoked"),
            *("approved_many", "returned_many", "rejected_many", "withdrawn_many"),
        )
    }
)
REPORT_SETTLED = frozenset({"telework.confirmed", "telework.sent_back", "telework.confirmed_many"})
REGISTRATION_SETTLED = frozenset(
    {"registration.approved", "registration.returned", "registration.rejected", "registration.revoked"}
)
EXPIRING = frozenset({"registration.expiring"})

TELEWORK, APPROVALS, SECTION = NoticeGroup.TELEWORK, NoticeGroup.APPROVALS, NoticeGroup.SECTION
ALONE = has_no("in_many")
GAVE_UP_DESKS = has_some("desks_let_go")
approvers = named_in("approvers")
managers = named_in("managers")


def _decided(name: str, what: str, *, urgent: bool = False) -> NoticeKind:
    """What was decided about one request, told to whoever asked."""
    return NoticeKind(name, f"telework.{what}", TELEWORK, DECIDED, ONE_REQUEST, when=ALONE, urgent=urgent)


TELEWORK_KINDS: Sequence[NoticeKind] = (
    NoticeKind(
        "telework_waiting",
        "telework.requested",
        APPROVALS,
        BY_PERSON,
        APPROVALS_SCREEN,
        when=ALONE,
        hears=approvers,
        settled_by=DECISIONS,
    ),
    NoticeKind(
        "telework_waiting_many",
        "telework.requested_many",
        APPROVALS,
        ("person_name", "days"),
        APPROVALS_SCREEN,
        hears=approvers,
        settled_by=DECISIONS,
    ),
    NoticeKind(
        "telework_approved_for_desk",
        "telework.approved",
        TELEWORK,
        (*WHEN, "by", "subject", "desks_let_go"),
        ONE_REQUEST,
        when=all_of(ALONE, GAVE_UP_DESKS),
    ),
    _decided("telework_approved", "approved"),
    NoticeKind(
        "telework_approved_many_for_desks",
        "telework.approved_many",
        TELEWORK,
        (*MANY, "my_desk"),
        MY_PLAN,
        among=has_one_of("desks"),
    ),
    NoticeKind("telework_approved_many", "telework.approved_many", TELEWORK, MANY, MY_PLAN),
    _decided("telework_returned", "returned"),
    NoticeKind("telework_returned_many", "telework.returned_many", TELEWORK, (*MANY, "comment"), MY_PLAN),
    _decided("telework_rejected", "rejected"),
    NoticeKind("telework_rejected_many", "telework.rejected_many", TELEWORK, (*MANY, "comment"), MY_PLAN),
    _decided("telework_revoked", "revoked", urgent=True),
    NoticeKind(
        "telework_ordered_for_desks",
        "telework.ordered",
        TELEWORK,
        (*ORDERED, "my_desk"),
        MY_PLAN,
        among=has_one_of("desks"),
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind("telework_ordered", "telework.ordered", TELEWORK, ORDERED, MY_PLAN, urgent=True, tells_actor=True),
    NoticeKind(
        "telework_order_withdrawn",
        "telework.order_withdrawn",
        TELEWORK,
        ORDERED,
        MY_PLAN,
        urgent=True,
        tells_actor=True,
        replaces=frozenset({"telework.ordered"}),
    ),
    NoticeKind(
        "telework_report_waiting",
        "telework.reported",
        APPROVALS,
        BY_PERSON,
        REPORTS_TO_CONFIRM,
        hears=approvers,
        settled_by=REPORT_SETTLED,
    ),
    _decided("telework_sent_back", "sent_back"),
    _decided("telework_confirmed", "confirmed"),
    NoticeKind("telework_confirmed_many", "telework.confirmed_many", TELEWORK, MANY, MY_PLAN),
    NoticeKind("telework_not_performed", "telework.not_performed", TELEWORK, (*WHEN, "subject"), ONE_REQUEST),
    NoticeKind("desk_offered_back", "attendance.desk_offered", TELEWORK, (*WHEN, "desk_code"), BOOK_THAT_DAY),
    NoticeKind(
        "registration_waiting",
        "registration.submitted",
        APPROVALS,
        ("person_name",),
        REGISTRATIONS_WAITING,
        hears=approvers,
        settled_by=REGISTRATION_SETTLED,
    ),
    NoticeKind("registration_approved", "registration.approved", TELEWORK, REGISTRATION, MY_TELEWORK),
    NoticeKind("registration_returned", "registration.returned", TELEWORK, REGISTRATION, MY_TELEWORK),
    NoticeKind("registration_rejected", "registration.rejected", TELEWORK, REGISTRATION, MY_TELEWORK),
    NoticeKind("registration_revoked", "registration.revoked", TELEWORK, REGISTRATION, MY_TELEWORK, urgent=True),
    NoticeKind("registration_expiring", "registration.expiring", TELEWORK, ("valid_to",), MY_TELEWORK),
    NoticeKind(
        "registration_expired",
        "registration.expired",
        TELEWORK,
        ("valid_to",),
        MY_TELEWORK,
        replaces=EXPIRING,
    ),
    NoticeKind(
        "minimum_broken_am",
        "attendance.minimum_broken",
        APPROVALS,
        ("department_name", "day", "count", "minimum"),
        THE_SECTION,
        when=says("half", "am"),
        hears=managers,
        tells_actor=True,
    ),
    NoticeKind(
        "minimum_broken_pm",
        "attendance.minimum_broken",
        APPROVALS,
        ("department_name", "day", "count", "minimum"),
        THE_SECTION,
        hears=managers,
        tells_actor=True,
    ),
    NoticeKind("short_rest", "telework.short_rest", TELEWORK, ("day", "rest_hours"), MY_PLAN, tells_actor=True),
    NoticeKind(
        "short_rest_in_section",
        "telework.short_rest",
        APPROVALS,
        ("person_name", "day", "rest_hours"),
        THE_SECTION,
        hears=managers,
    ),
    NoticeKind(
        "team_day_set",
        "team_day.set",
        SECTION,
        ("day", "department_name", "by"),
        BOOK_THAT_DAY,
        hears=nobody_named,
        to_section=True,
    ),
    NoticeKind(
        "team_day_removed",
        "team_day.removed",
        SECTION,
        ("day", "department_name", "by"),
        MY_PLAN,
        hears=nobody_named,
        to_section=True,
    ),
)
