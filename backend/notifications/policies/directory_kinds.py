"""What people hear when the roll changes, and what IT hears of the directory itself."""

from collections.abc import Sequence

from notifications.policies.groups import NoticeGroup
from notifications.policies.happened import named_in, nobody_named, says, the_one_in
from notifications.policies.kind import NoticeKind
from notifications.policies.telework_kinds import APPROVALS_SCREEN, BOOK_THAT_DAY
from people.policies.roles import Role

DIRECTORY = "/directory"
ONE_RUN = "/directory/runs/{subject}"
ONE_TRANSFER = "/directory/transfers/{subject}"
SETTINGS = "/settings"
BOOK_THE_FIRST_DAY = "/book?day={days_first}"

FROM_TO = ("from", "to")
DECIDED = frozenset({"directory.run_applied", "directory.run_discarded"})
OFFERED = frozenset({"waitlist.offered"})

APPROVALS, MOVES, OFFERS, PRIVACY = (
    NoticeGroup.APPROVALS,
    NoticeGroup.MOVES,
    NoticeGroup.OFFERS,
    NoticeGroup.PRIVACY,
)


def _for_it(
    name: str,
    event: str,
    facts: tuple[str, ...],
    link: str,
    *,
    urgent: bool = False,
    settled_by: frozenset[str] = frozenset(),
) -> NoticeKind:
    """What the people of IT hear."""
    return NoticeKind(
        name,
        event,
        APPROVALS,
        facts,
        link,
        hears=nobody_named,
        to_role=Role.IT,
        urgent=urgent,
        tells_actor=True,
        settled_by=settled_by,
    )


DIRECTORY_KINDS: Sequence[NoticeKind] = (
    _for_it("directory_failing", "directory.failing", ("failures", "last_success_at"), DIRECTORY, urgent=True),
    _for_it("directory_recovered", "directory.recovered", ("failures",), DIRECTORY),
    _for_it("directory_held", "directory.run_held", ("subject",), ONE_RUN, urgent=True, settled_by=DECIDED),
    _for_it(
        "transfer_failed", "directory.transfer_failed", ("title", "effective_on", "subject"), ONE_TRANSFER, urgent=True
    ),
    _for_it("transfer_applied", "directory.transfer_applied", ("title", "effective_on", "subject"), ONE_TRANSFER),
    NoticeKind(
        "lost_by_moving",
        "booking.lost_by_moving",
        MOVES,
        ("days", "days_first", "desk_codes"),
        BOOK_THE_FIRST_DAY,
        urgent=True,
        tells_actor=True,
    ),
    NoticeKind(
        "waitlist_ended_by_moving",
        "waitlist.ended",
        OFFERS,
        ("day", "start", "end"),
        BOOK_THAT_DAY,
        when=says("because", "moved"),
        tells_actor=True,
        replaces=OFFERED,
    ),
    NoticeKind(
        "delegate_left",
        "delegation.ended",
        PRIVACY,
        ("person_name", *FROM_TO),
        SETTINGS,
        when=says("because", "left"),
        hears=the_one_in("delegator"),
        tells_actor=True,
    ),
    NoticeKind(
        "own_delegation_ended",
        "delegation.ended",
        PRIVACY,
        ("person_name", *FROM_TO),
        SETTINGS,
        when=says("because", "moved"),
        hears=the_one_in("delegator"),
        tells_actor=True,
    ),
    NoticeKind(
        "delegation_ended_with_the_roll",
        "delegation.ended",
        PRIVACY,
        ("delegator_name", *FROM_TO),
        SETTINGS,
        when=says("because", "left", "moved"),
        tells_actor=True,
    ),
    NoticeKind(
        "telework_handed_over",
        "telework.handed_over",
        APPROVALS,
        ("people_count", "waiting_count"),
        APPROVALS_SCREEN,
        hears=named_in("approvers"),
        tells_actor=True,
    ),
)
