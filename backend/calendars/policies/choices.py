"""What people choose about their calendars."""

from enum import StrEnum


class FeedKind(StrEnum):
    """Whose days a feed shows: one's own, or those of a section one manages."""

    PERSONAL = "personal"
    SECTION = "section"


class Titles(StrEnum):
    """How much a title tells: `full` names desk or place, `short` the place alone, `busy` nothing but 予定あり."""

    FULL = "full"
    SHORT = "short"
    BUSY = "busy"


class Spans(StrEnum):
    """Whether events have the hours that are booked, or are whole days and halves of days."""

    HOURS = "hours"
    HALVES = "halves"


class SectionAs(StrEnum):
    """What a section's feed has for a day: one event with the counts and names, or one for each who is elsewhere."""

    SUMMARY = "summary"
    EACH = "each"


class LinkKind(StrEnum):
    """What a linked calendar is spoken to by. `ics` is only read."""

    CALDAV = "caldav"
    ICS = "ics"
    GAROON = "garoon"


class LinkState(StrEnum):
    """`paused`: nothing is sent or read until the person has mended what `trouble` says."""

    ACTIVE = "active"
    PAUSED = "paused"


class OnDeleted(StrEnum):
    """What happens when somebody deletes an event of ours in their calendar."""

    ASK = "ask"
    RELEASE = "release"
    PUT_BACK = "put_back"


class Acceptance(StrEnum):
    """Whether what a calendar says is proposed, or taken over where nothing was said by hand."""

    ASK = "ask"
    AUTOMATIC = "automatic"


class ProposalKind(StrEnum):
    """What is proposed: a place, to give up what was deleted there, or to take back what is gone there."""

    LEAVE = "leave"
    TRIP = "trip"
    HOME = "home"
    RELEASE = "release"
    TAKE_BACK = "take_back"


class ProposalState(StrEnum):
    """`withdrawn`: the event it came from is gone or moved; `over`: its day has passed."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"
    OVER = "over"


class SentState(StrEnum):
    """`stored`: the server has it; `deleted_there`: the person took it away, and it is not put back unasked."""

    STORED = "stored"
    DELETED_THERE = "deleted_there"
