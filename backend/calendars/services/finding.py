"""A person's server is asked before anything is linked, and whenever the person wants to know. Outside transactions."""

from collections.abc import Sequence
from dataclasses import dataclass

from calendars import servers
from calendars.models import CalendarLink
from calendars.policies.choices import LinkKind
from calendars.policies.link_refusals import LinkRefusal
from calendars.servers import CalendarUnavailable, Found
from calendars.services.alone import LinkBusy, asking_alone
from calendars.services.opening import answers
from core.refused import Refused

SECONDS = 12.0
"""For all that is asked in one request: whoever waits for it keeps a thread of the server."""

LONGEST_DETAIL = 300


@dataclass(frozen=True, slots=True)
class Tested:
    """What a linked calendar answered: nothing is wrong, or which trouble, with a detail for whoever runs it."""

    trouble: str
    detail: str

    @property
    def ok(self) -> bool:
        return not self.trouble


def find_calendars(*, person_id: int, kind: LinkKind, address: str, username: str, password: str) -> Sequence[Found]:
    """The calendars at an address. Raises Refused: `calendar_trouble` with `trouble`, or asking already."""
    if kind not in servers.possible_kinds():
        raise Refused(LinkRefusal.KIND_NOT_POSSIBLE)
    try:
        with asking_alone(person_id):
            account = servers.account_at(kind, address, username=username, password=password, seconds=SECONDS)
            return account.found()
    except LinkBusy as busy:
        raise Refused(LinkRefusal.ASKING_ALREADY) from busy
    except CalendarUnavailable as error:
        raise trouble_refused(error) from error


def ask_link(*, link: CalendarLink) -> Tested:
    """Whether the linked calendar answers now; changes nothing. Raises Refused while the person asks already."""
    try:
        with asking_alone(link.person_id):
            error = answers(link, seconds=SECONDS)
    except LinkBusy as busy:
        raise Refused(LinkRefusal.ASKING_ALREADY) from busy
    return Tested("", "") if error is None else Tested(error.trouble.value, error.detail[:LONGEST_DETAIL])


def trouble_refused(error: CalendarUnavailable) -> Refused:
    """The refusal that says what is wrong with a calendar."""
    facts = {"trouble": error.trouble.value, "trouble_detail": error.detail[:LONGEST_DETAIL]}
    return Refused(LinkRefusal.CALENDAR_TROUBLE, facts)
