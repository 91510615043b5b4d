"""Which events may leave the house, and what of each: what is not written here stays inside.

Never a name, a note, a comment or a reason, and of a person nothing but the number. To let one
more event leave: add a Kind, its row in docs/webhooks.md (tests/conventions holds the page to this table) and its words
`kinds.<name>` in frontend/src/locales/{ja,en}/webhooks.json.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Concerns(StrEnum):
    """Whose department decides whether a webhook of some departments hears of the event."""

    PERSON = "person"
    """That of the person in `after`, as it is when the event is made ready."""
    EVERYBODY = "everybody"
    """Nobody's: a closed place or day. No webhook is left out."""


class Group(StrEnum):
    """Under which heading the screen lists a kind."""

    BOOKINGS = "bookings"
    TELEWORK = "telework"
    PLANS = "plans"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Kind:
    """An event that may leave: `members` of what the log holds after it, and `before` of what it was.

    Members named in CODES are ids in the log and leave as the codes by which the world knows them.
    """

    name: str
    group: Group
    concerns: Concerns
    members: tuple[str, ...]
    before: tuple[str, ...] = ()


CODES = frozenset({"desk", "area", "floor", "building"})
"""Members that are ids inside; outside they are codes, and null where there is none."""

INSTANTS = frozenset({"start", "end"})
"""Members that leave with the offset of the city's zone."""

PING = "ping"
"""What a test sends. It stands in no table: nobody can ask for it."""

_STRETCH = ("day", "start", "end")
_BOOKING = (*_STRETCH, "desk", "state")
_TELEWORK = (*_STRETCH, "unit", "form", "state")
_PLACE = ("building", "floor", "area", "desk", "start", "end")


def _booking(word: str, *, before: tuple[str, ...] = ()) -> Kind:
    return Kind(f"booking.{word}", Group.BOOKINGS, Concerns.PERSON, _BOOKING, before)


def _telework(word: str) -> Kind:
    return Kind(f"telework.{word}", Group.TELEWORK, Concerns.PERSON, _TELEWORK)


KINDS: Sequence[Kind] = (
    _booking("booked"),
    _booking("walked_up"),
    _booking("changed", before=_BOOKING),
    _booking("moved", before=_BOOKING),
    _booking("relocated", before=_BOOKING),
    _booking("cut", before=_BOOKING),
    _booking("checked_in"),
    _booking("checked_out"),
    _booking("cancelled"),
    _booking("released"),
    _booking("restored"),
    _telework("requested"),
    _telework("approved"),
    _telework("withdrawn"),
    _telework("cancelled"),
    _telework("revoked"),
    _telework("started"),
    _telework("ended"),
    _telework("not_performed"),
    Kind("own_plan.set", Group.PLANS, Concerns.PERSON, (*_STRETCH, "place")),
    Kind("own_plan.withdrawn", Group.PLANS, Concerns.PERSON, (*_STRETCH, "place")),
    Kind("closing_day.set", Group.CITY, Concerns.EVERYBODY, ("day",)),
    Kind("closing_day.removed", Group.CITY, Concerns.EVERYBODY, ("day",)),
    Kind("place.closed", Group.CITY, Concerns.EVERYBODY, _PLACE),
    Kind("place.opened", Group.CITY, Concerns.EVERYBODY, _PLACE),
)

_by_name: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
EVENTS = frozenset(_by_name)


def kind_named(name: str) -> Kind:
    """The kind of that name. Raises KeyError for an event that may not leave."""
    return _by_name[name]
