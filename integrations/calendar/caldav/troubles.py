"""What a status of HTTP means for a calendar."""

from integrations.calendar.caldav.answers import Answer
from integrations.calendar.caldav.asking import caldav, dav
from integrations.calendar.port import CalendarUnavailable, Trouble

NO_PASSWORD = 401
GONE = frozenset({404, 410})
# It was there with another tag, or something of that name was there already.
OTHER_TAG = 412
# RFC 4918: what it would lie in is not there; RFC 4791: its UID is taken. Cyrus says 403 for both.
MAYBE_UID_OR_PARENT = frozenset({403, 409})

_NO_QUOTA = frozenset({dav("quota-not-exceeded"), dav("sufficient-disk-space")})
_TAKEN = frozenset({caldav("no-uid-conflict")})
_BY_STATUS = {
    401: Trouble.PASSWORD,
    402: Trouble.FORBIDDEN,
    403: Trouble.FORBIDDEN,
    404: Trouble.CALENDAR_GONE,
    405: Trouble.NOT_A_CALENDAR,
    407: Trouble.NOT_ALLOWED,
    408: Trouble.TOO_SLOW,
    410: Trouble.CALENDAR_GONE,
    413: Trouble.TOO_LARGE,
    423: Trouble.UNREACHABLE,
    425: Trouble.UNREACHABLE,
    429: Trouble.UNREACHABLE,
    501: Trouble.NOT_A_CALENDAR,
    504: Trouble.TOO_SLOW,
    507: Trouble.QUOTA,
}
_SERVERS_FAULT = 500
_SHOWN = 120


def refusal(answer: Answer) -> CalendarUnavailable:
    """What an answer that is not the expected one means. 5xx is as if nobody were there: it passes."""
    if is_full(answer):
        return CalendarUnavailable(Trouble.QUOTA, _said(answer))
    passes = Trouble.UNREACHABLE if answer.status >= _SERVERS_FAULT else Trouble.NOT_A_CALENDAR
    return CalendarUnavailable(_BY_STATUS.get(answer.status, passes), _said(answer))


def is_full(answer: Answer) -> bool:
    """Whether there is no room. Cyrus 3.6 tells so by a 500 whose page says `Over quota`."""
    if _NO_QUOTA & set(answer.reasons):
        return True
    return answer.status >= _SERVERS_FAULT and b"over quota" in answer.body[:4000].lower()


def is_uid_taken(answer: Answer) -> bool:
    """Whether the UID is in the calendar already, under another name."""
    return bool(_TAKEN & set(answer.reasons))


def _said(answer: Answer) -> str:
    """The status and its reasons, for whoever runs the machine: never what a file says."""
    reasons = " ".join(reason.partition("}")[2] for reason in answer.reasons)
    return f"{answer.status} {reasons}".strip()[:_SHOWN]
