"""Which answers to invitations count. Knows no Django."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What came of a mail. Only the first four counted for anything; the last five are of mails that say nothing.

    `stays`: declined, and it is not given up for that (an own plan is changed on its screen); `refused`: declined, and
    the rules of the booking or the request let it not be given up any more.
    """

    RELEASED = "released"
    NOTED = "noted"
    STAYS = "stays"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    OLD = "old"
    WRONG_SENDER = "wrong_sender"
    NOT_VOUCHED_FOR = "not_vouched_for"
    COUNTER = "counter"
    BOUNCED = "bounced"
    AUTOMATIC = "automatic"
    TOO_LARGE = "too_large"
    MALFORMED = "malformed"
    NO_ANSWER = "no_answer"


COUNTED = frozenset({Outcome.RELEASED, Outcome.NOTED, Outcome.STAYS})
"""Whose mails nobody has to look at any more."""


@dataclass(frozen=True, slots=True)
class Invited:
    """To whom an invitation went and with which number; whether that person may still act, and at which address."""

    address: str
    sequence: int
    cancelled: bool
    person_address: str
    person_there: bool


def not_heard(
    invited: Invited | None, *, sender: str, attendee: str, sequence: int, vouched_for: bool
) -> Outcome | None:
    """Why an answer does not count; None where it does.

    It has to come from the address that was invited, speak for that address, and that has still to be the person's. A
    sender can be forged: that the UID is right tells that somebody has the invitation, and where the mail server
    vouches for senders its word is asked for (docs/decisions/0054).
    """
    if invited is None:
        return Outcome.UNKNOWN
    addresses = {sender, attendee, invited.address.lower(), invited.person_address.lower()}
    if len(addresses) != 1 or not invited.person_there:
        return Outcome.WRONG_SENDER
    if not vouched_for:
        return Outcome.NOT_VOUCHED_FOR
    if invited.cancelled or sequence < invited.sequence:
        return Outcome.OLD
    return None


def is_vouched_for(vouched: Sequence[tuple[str, str]], server: str) -> bool:
    """Whether the mail server `server` says that the sender is who the From field names; no name asks for nothing.

    Only the outermost of its words counts: one further in may have come with the mail. Where it says two things of
    one, none of them counts.
    """
    if not server:
        return True
    said = next((results for name, results in vouched if name == server), "")
    results = {part.split()[0] for part in _bare(said).split(";") if part.strip().startswith("dmarc=")}
    return results == {"dmarc=pass"}


def _bare(said: str) -> str:
    """Without what a sender can put there itself: a local part in quotes, a name in a comment, however it is nested
    (RFC 5322, 3.2.2 and 3.2.4). What is open at the end goes altogether.
    """
    kept: list[str] = []
    depth, quoted, escaped = 0, False, False
    for sign in said:
        if escaped:
            escaped = False
        elif sign == "\\" and (depth or quoted):
            escaped = True
        elif quoted:
            quoted = sign != '"'
        elif sign == "(":
            depth += 1
            kept.append(" ")
        elif depth:
            depth -= sign == ")"
        elif sign == '"':
            quoted = True
            kept.append(sign)
        else:
            kept.append(sign)
    return "".join(kept)
