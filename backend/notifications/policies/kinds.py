"""Which events become notices: one entry each.

To let people hear of an event:

1. Record the event with `person` (an id) or `people` (ids) in `after`, and with plain facts (`day`, `start`, `end`,
   `desk` or `desk_code`, `area` or `area_name`, `until`, `reason` …).
2. Add one NoticeKind to KINDS. `facts` names what the sentence needs:
   - a member of `after`, or `was_…` for a member of `before`;
   - `<x>_code`: the code of the desk whose id is `after[x]`; `area_name`: of the area `after["area"]`; any other
     `<x>_name`: of the person whose id is `after[x]`;
   - `<x>_count`, `<x>_first`, `<x>_last`: of the list `after[x]`; a list itself is written by its first few;
   - `my_<x>`: what `after["<x>s"]`, a mapping from people's ids as text, has for whoever hears of it;
   - `by`: the name of who acted; `subject`: the id of the event's subject.
   A fact that is not there is written as a dash.
3. Add its words: subject and sentence in both languages in notifications/words/<group>.py (for mail, with `{fact}`),
   and `kinds.<name>` with `title`, `says` (with `{{fact}}`) and, unless the link is only the list of notices, `act`
   (what the button that follows the link says) in frontend/src/locales/{ja,en}/notices.json.

notifications/tests/test_kinds.py fails while any of these is missing. When several entries name one event, the first
whose `when` and `among` hold for a person makes the notice. Who acted hears nothing unless the entry says
`tells_actor`, and nobody without an account does (visitors).
"""

from collections.abc import Iterator, Mapping, Sequence

from notifications.policies.calendar_kinds import CALENDAR_KINDS
from notifications.policies.directory_kinds import DIRECTORY_KINDS
from notifications.policies.groups import NoticeGroup
from notifications.policies.happened import (
    Happened,
    all_of,
    for_another,
    has_none_of,
    has_one_of,
    says,
    the_subject,
)
from notifications.policies.kind import NoticeKind
from notifications.policies.telework_kinds import APPROVALS_SCREEN, TELEWORK_KINDS
from notifications.policies.webhook_kinds import WEBHOOK_KINDS

TODAY = "/"
MY_SAFETY = "/roster/me"
MY_BOOKINGS = "/bookings"
BOOK_THAT_DAY = "/book?day={day}"
THE_LIST = "/notices"
SETTINGS = "/settings"

WHEN = ("day", "start", "end")
DESK = (*WHEN, "desk_code")
MOVED = (*DESK, "new_desk_code")
SERIES = ("desk_code", "days_count", "days_first", "days_last", "by")
OF_GROUP = (*WHEN, "my_desk", "made_by_name")
OF_DRAW = (*WHEN, "department_name", "my_desk")

BY_CLOSURE = says("because", "closed")
MOVED_ALREADY = says("state", "moved")
OFFERED = frozenset({"waitlist.offered"})
WHOLE_ACTS = frozenset(
    {
        "group.booked",
        "group.cancelled",
        "draw.done",
        "draw.undone",
        "series.booked",
        "series.changed",
        "series.cancelled",
        "series.restored",
    }
)

BOOKINGS, OFFERS, MOVES, SECTION, PRIVACY = (
    NoticeGroup.BOOKINGS,
    NoticeGroup.OFFERS,
    NoticeGroup.MOVES,
    NoticeGroup.SECTION,
    NoticeGroup.PRIVACY,
)


def _for_you(name: str, event: str, *more: str) -> NoticeKind:
    """What somebody else did with one booking of the person's."""
    facts = (*DESK, "by", *more)
    return NoticeKind(name, event, BOOKINGS, facts, MY_BOOKINGS, when=for_another, part_of=WHOLE_ACTS)


KINDS: Sequence[NoticeKind] = (
    *DIRECTORY_KINDS,
    *CALENDAR_KINDS,
    *WEBHOOK_KINDS,
    NoticeKind("booking_released", "booking.released", BOOKINGS, DESK, MY_BOOKINGS),
    _for_you("booked_for_you", "booking.booked"),
    _for_you("changed_for_you", "booking.changed", "was_day", "was_desk_code"),
    _for_you("cancelled_for_you", "booking.cancelled"),
    _for_you("restored_for_you", "booking.restored"),
    NoticeKind("series_for_you", "series.booked", BOOKINGS, SERIES, MY_BOOKINGS, when=for_another),
    NoticeKind("series_changed_for_you", "series.changed", BOOKINGS, SERIES, MY_BOOKINGS, when=for_another),
    NoticeKind("series_cancelled_for_you", "series.cancelled", BOOKINGS, SERIES, MY_BOOKINGS, when=for_another),
    NoticeKind("series_restored_for_you", "series.restored", BOOKINGS, SERIES, MY_BOOKINGS, when=for_another),
    NoticeKind(
        "visitor_expected", "visitor.expected", BOOKINGS, ("visitor_name", "organisation", "from", "to", "by"), TODAY
    ),
    NoticeKind(
        "waitlist_offered",
        "waitlist.offered",
        OFFERS,
        (*DESK, "area_name", "until"),
        TODAY,
        urgent=True,
    ),
    NoticeKind(
        "waitlist_seated",
        "waitlist.accepted",
        OFFERS,
        (*DESK, "area_name"),
        MY_BOOKINGS,
        when=says("at_once", True),
        urgent=True,
        replaces=OFFERED,
    ),
    NoticeKind("waitlist_lapsed", "waitlist.offer_lapsed", OFFERS, DESK, BOOK_THAT_DAY, replaces=OFFERED),
    NoticeKind(
        "waitlist_withdrawn",
        "waitlist.offer_withdrawn",
        OFFERS,
        WHEN,
        BOOK_THAT_DAY,
        urgent=True,
        replaces=OFFERED,
    ),
    NoticeKind("waitlist_ended", "waitlist.ended", OFFERS, WHEN, BOOK_THAT_DAY),
    NoticeKind(
        "moved_by_closure",
        "relocation.displaced",
        MOVES,
        (*MOVED, "reason"),
        TODAY,
        when=all_of(BY_CLOSURE, MOVED_ALREADY),
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind(
        "lost_by_closure",
        "relocation.displaced",
        MOVES,
        (*DESK, "reason"),
        TODAY,
        when=BY_CLOSURE,
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind(
        "moved_by_layout",
        "relocation.displaced",
        MOVES,
        MOVED,
        TODAY,
        when=MOVED_ALREADY,
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind("lost_by_layout", "relocation.displaced", MOVES, DESK, TODAY, urgent=True, tells_actor=True),
    NoticeKind("desk_back", "relocation.proposed", MOVES, MOVED, TODAY, tells_actor=True),
    NoticeKind("group_booked", "group.booked", SECTION, OF_GROUP, MY_BOOKINGS),
    NoticeKind("group_cancelled", "group.cancelled", SECTION, OF_GROUP, MY_BOOKINGS),
    NoticeKind("draw_done", "draw.done", SECTION, OF_DRAW, MY_BOOKINGS, among=has_one_of("desks"), tells_actor=True),
    NoticeKind(
        "draw_without_desk",
        "draw.done",
        SECTION,
        OF_DRAW,
        BOOK_THAT_DAY,
        among=has_none_of("desks"),
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind("draw_undone", "draw.undone", SECTION, OF_DRAW, MY_BOOKINGS),
    NoticeKind(
        "safety_asked",
        "head_count.started",
        SECTION,
        ("by",),
        MY_SAFETY,
        when=says("kind", "real"),
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind(
        "safety_asked_in_drill", "head_count.started", SECTION, ("by",), MY_SAFETY, urgent=True, tells_actor=True
    ),
    NoticeKind("past_viewed", "person.past_viewed", PRIVACY, ("day", "by"), THE_LIST, hears=the_subject),
    NoticeKind("section_past_viewed", "department.past_viewed", PRIVACY, ("from", "to", "by"), THE_LIST),
    NoticeKind(
        "delegated_booking",
        "delegation.given",
        PRIVACY,
        ("delegator_name", "from", "to"),
        SETTINGS,
        when=says("scope", "book"),
    ),
    NoticeKind("delegated_approval", "delegation.given", PRIVACY, ("delegator_name", "from", "to"), APPROVALS_SCREEN),
    NoticeKind("delegation_ended", "delegation.ended", PRIVACY, ("delegator_name", "from", "to"), SETTINGS),
    *TELEWORK_KINDS,
)

_by_event: Mapping[str, Sequence[NoticeKind]] = {
    event: tuple(kind for kind in KINDS if kind.event == event) for event in {kind.event for kind in KINDS}
}
_by_name: Mapping[str, NoticeKind] = {kind.name: kind for kind in KINDS}

_settled_by: Mapping[str, Sequence[NoticeKind]] = {
    event: tuple(kind for kind in KINDS if event in kind.settled_by)
    for event in {event for kind in KINDS for event in kind.settled_by}
}

HEARD_EVENTS = frozenset(_by_event) | frozenset(_settled_by)


def kinds_for(happened: Happened) -> Iterator[NoticeKind]:
    """The kinds of notice that this event may make, in the order in which they are tried for each person."""
    return (kind for kind in _by_event.get(happened.kind, ()) if kind.when(happened))


def kinds_settled_by(happened: Happened) -> Sequence[NoticeKind]:
    """The kinds of notice that have nothing to ask any more once this has happened.

    Where the event is a part of an act about several requests, the event of the whole settles them.
    """
    return () if happened.after.get("in_many") else _settled_by.get(happened.kind, ())


def kind_named(name: str) -> NoticeKind | None:
    """The kind of that name; None for one that an earlier version wrote."""
    return _by_name.get(name)
