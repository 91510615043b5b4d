"""Notices as a mail's plain text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from core.words import Language
from notifications.policies.sentences import sentence_of
from notifications.words import MAIL_WORDS, NOTICE_WORDS


@dataclass(frozen=True, slots=True)
class Told:
    """One notice, as a mail tells it."""

    kind: str
    facts: Mapping[str, Any]
    link: str


@dataclass(frozen=True, slots=True)
class Text:
    """A subject, which gives nothing away, and a body."""

    subject: str
    body: str


def mail_of_one(notice: Told, *, name: str, language: Language, address: str, zone: ZoneInfo) -> Text:
    """The mail of one notice to the person called `name`; `address` is the product's, without a slash at the end."""
    words = MAIL_WORDS[language]
    saying = NOTICE_WORDS[notice.kind][language]
    body = words.one.format(
        name=name,
        says=sentence_of(saying.says, notice.facts, language, zone=zone),
        link=f"{address}{notice.link}",
        choices=f"{address}{CHOICES}",
    )
    return Text(words.subject.format(subject=saying.subject), body)


def mail_of_many(notices: Sequence[Told], *, name: str, language: Language, address: str, zone: ZoneInfo) -> Text:
    """The day's mail: what waits to be read, oldest first."""
    words = MAIL_WORDS[language]
    lines = [
        f"{words.bullet}{sentence_of(NOTICE_WORDS[one.kind][language].says, one.facts, language, zone=zone)}"
        for one in notices
    ]
    body = words.many.format(
        name=name, lines="\n".join(lines), link=f"{address}{NOTICES}", choices=f"{address}{CHOICES}"
    )
    return Text(words.subject.format(subject=words.many_subject), body)


NOTICES = "/notices"
CHOICES = "/notices?mail=true"
