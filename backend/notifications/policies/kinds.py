"""Which events become notices: one entry each.

To let people hear of an event:

1. Record the event with `person` (an id) or `people` (ids) in `after`, and with plain facts (`day`, `start`, `end`,
   `desk` or `desk_code`, `area` or `area_name`, `until`, `reason` …).
2. Add one NoticeKind to KINDS. `facts` names what the sentence needs: a member of `after`; `was_…` for a member of
   `before`; `<x>_code` is looked up from the desk whose id is `after[x]`, `area_name` from `after["area"]`, and
   any other `<x>_name` from the person whose id is `after[x]`; `by` is the name of who acted. A fact that is not
   there is written as a dash.
3. Add its words: subject and sentence in both languages in notifications/words.py (for mail, with `{fact}`), and
   `kinds.<name>` with `title`, `says` (with `{{fact}}`) and, unless the link is only the list of notices, `act` (what
   the button that follows the link says) in frontend/src/locales/{ja,en}/notices.json.

notifications/tests/test_kinds.py fails while any of these is missing. When several entries name one event, the first
whose `when` holds makes the notice. Who acted hears nothing of it unless the entry says `tells_actor`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from notifications.policies.groups import NoticeGroup
from notifications.policies.happened import Happened, always, by_a_closure, for_another, the_subject, those_named


@dataclass(frozen=True, slots=True)
class NoticeKind:
    """One kind of notice.

    `link` is the address in the product where the person can act, with `{fact}` where it needs one. An urgent kind is
    mailed at once even to those who like one mail a day.
    """

    name: str
    event: str
    group: NoticeGroup
    facts: tuple[str, ...]
    link: str
    when: Callable[[Happened], bool] = always
    hears: Callable[[Happened], Iterable[int]] = those_named
    urgent: bool = False
    tells_actor: bool = False


STRETCH = ("day", "start", "end", "desk_code")
MY_BOOKINGS = "/bookings"
THE_LIST = "/notices"
ANOTHER_DESK = "/book?day={day}"

KINDS: Sequence[NoticeKind] = (
    NoticeKind("booking_released", "booking.released", NoticeGroup.BOOKINGS, STRETCH, MY_BOOKINGS),
    NoticeKind(
        "booking_closed",
        "booking.cancelled",
        NoticeGroup.MOVES,
        STRETCH,
        ANOTHER_DESK,
        when=by_a_closure,
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind(
        "booking_cut",
        "booking.cut",
        NoticeGroup.MOVES,
        STRETCH,
        ANOTHER_DESK,
        when=by_a_closure,
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind(
        "booked_for_you", "booking.booked", NoticeGroup.BOOKINGS, (*STRETCH, "by"), MY_BOOKINGS, when=for_another
    ),
    NoticeKind(
        "changed_for_you",
        "booking.changed",
        NoticeGroup.BOOKINGS,
        (*STRETCH, "by", "was_day", "was_desk_code"),
        MY_BOOKINGS,
        when=for_another,
    ),
    NoticeKind(
        "cancelled_for_you", "booking.cancelled", NoticeGroup.BOOKINGS, (*STRETCH, "by"), MY_BOOKINGS, when=for_another
    ),
    NoticeKind("past_viewed", "person.past_viewed", NoticeGroup.PRIVACY, ("day", "by"), "/notices", hears=the_subject),
    NoticeKind("section_past_viewed", "department.past_viewed", NoticeGroup.PRIVACY, ("from", "to", "by"), "/notices"),
)

_by_event: Mapping[str, Sequence[NoticeKind]] = {
    event: tuple(kind for kind in KINDS if kind.event == event) for event in {kind.event for kind in KINDS}
}
_by_name: Mapping[str, NoticeKind] = {kind.name: kind for kind in KINDS}

HEARD_EVENTS = frozenset(_by_event)


def kind_for(happened: Happened) -> NoticeKind | None:
    """What notice this makes, or None where nobody needs to hear of it."""
    return next((kind for kind in _by_event.get(happened.kind, ()) if kind.when(happened)), None)


def kind_named(name: str) -> NoticeKind | None:
    """The kind of that name; None for one that an earlier version wrote."""
    return _by_name.get(name)
