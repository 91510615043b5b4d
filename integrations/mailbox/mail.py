"""What a mail says of itself, of its sender, and to calendars. Mails come from anybody: nothing is believed here.

Parts of forwarded mails (message/rfc822) are not looked into: what somebody else once answered is no answer of theirs.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses

MOST_PARTS = 50
LARGEST_CALENDAR = 200_000
"""Bytes of a calendar part: an answer to one event has some thousand."""
_LONGEST_ID = 255
_ADDRESS = re.compile(r"[^@\s<>\"(),:;\\]+@[^@\s<>\"(),:;\\]+")
_MACHINE_WORDS = ("x-autoreply", "x-autorespond", "x-auto-reply-from")


class MalformedMail(Exception):
    """Not a mail that can be taken apart."""


@dataclass(frozen=True, slots=True)
class Mail:
    """`sender` is the one address of the From field in small letters, empty where it names none or several.

    `message_id` is that of the mail, or a digest of it where it has none. `bounced`: a mail server returned something;
    `automatic`: a machine answered (RFC 3834). `vouched` is what Authentication-Results say (RFC 8601), each by the
    name of the server that wrote it, the outermost first; `calendars` are its iCalendar parts.
    """

    message_id: str
    sender: str
    bounced: bool
    automatic: bool
    vouched: tuple[tuple[str, str], ...]
    calendars: tuple[str, ...]


def mail_in(content: bytes) -> Mail:
    """The mail of these octets. Raises MalformedMail."""
    try:
        message = BytesParser(policy=compat32).parsebytes(content)
        return Mail(
            message_id=message_id_of(content, message),
            sender=_sender(message),
            bounced=_bounced(message),
            automatic=_automatic(message),
            vouched=tuple(_vouched(message)),
            calendars=tuple(_calendars(message)),
        )
    except (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise MalformedMail(f"{type(error).__name__}: {error}") from error


def message_id_of(content: bytes, message: "Message[str, str] | None" = None) -> str:
    """By what a mail is known again: its Message-ID, else a digest of all of it."""
    named = _one(message, "Message-ID") if message is not None else ""
    usable = 0 < len(named) <= _LONGEST_ID and named.isascii() and named.isprintable()
    return named if usable else f"sha256:{hashlib.sha256(content).hexdigest()}"


def _one(message: "Message[str, str]", name: str) -> str:
    """The value of a field that may stand there once; empty where it stands there twice."""
    found = message.get_all(name) or []
    return _text(found[0]) if len(found) == 1 else ""


def _text(value: object) -> str:
    """A field in one line; what is no ASCII comes as it is or as question marks."""
    return " ".join(str(value).split())


def _sender(message: "Message[str, str]") -> str:
    addresses = [address for _, address in getaddresses([_one(message, "From")])]
    if len(addresses) != 1 or not _ADDRESS.fullmatch(addresses[0]):
        return ""
    return addresses[0].lower()


def _bounced(message: "Message[str, str]") -> bool:
    returned = message.get_content_type() in {"multipart/report", "message/delivery-status"}
    return returned or _one(message, "Return-Path") == "<>"


def _automatic(message: "Message[str, str]") -> bool:
    """A vacation notice and its like. `auto-generated` alone is none: groupware marks real answers so."""
    submitted = re.split(r"[\s;(]", _one(message, "Auto-Submitted").lower(), maxsplit=1)[0]
    precedence = _one(message, "Precedence").lower()
    marked = any(message.get(name) is not None for name in _MACHINE_WORDS)
    return submitted in {"auto-replied", "auto-notified"} or precedence in {"bulk", "junk", "auto_reply"} or marked


def _vouched(message: "Message[str, str]") -> Iterator[tuple[str, str]]:
    for value in message.get_all("Authentication-Results") or []:
        server, _, results = _text(value).partition(";")
        yield server.strip().partition(" ")[0].lower(), results.strip().lower()


def _calendars(message: "Message[str, str]") -> Iterator[str]:
    for part in _parts(message):
        if part.get_content_type() != "text/calendar":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or len(payload) > LARGEST_CALENDAR:
            raise MalformedMail("a calendar part that is none, or far too long")
        yield _decoded(payload, part.get_content_charset("utf-8"))


def _parts(message: "Message[str, str]") -> "Iterator[Message[str, str]]":
    """The mail's own parts, however they are nested, without those of mails that it carries."""
    waiting, count = [message], 0
    while waiting:
        part = waiting.pop(0)
        count += 1
        if count > MOST_PARTS:
            raise MalformedMail("more parts than any answer has")
        if part.get_content_maintype() == "multipart":
            inner = part.get_payload()
            waiting += [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []
        else:
            yield part


def _decoded(payload: bytes, charset: str) -> str:
    try:
        return payload.decode(charset, errors="replace")
    except LookupError:
        return payload.decode("utf-8", errors="replace")
