"""What an event of somebody's calendar means for the person's days. Knows no Django.

The rules stand in docs/calendar.md, which a test holds to the tables here.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from calendars.policies.choices import ProposalKind
from calendars.policies.entries import Part, named_by
from core.interval import Interval
from people.name import folded

STRENGTH: Sequence[ProposalKind] = (ProposalKind.LEAVE, ProposalKind.TRIP, ProposalKind.HOME)
"""The stronger kind first: it wins where words of several are in one event, and where two events meet in one half."""

ENOUGH = 0.75
"""The share of a half's working hours from which an event has the half."""

OUT_OF_OFFICE, ELSEWHERE, FREE, TENTATIVE = "OOF", "WORKINGELSEWHERE", "FREE", "TENTATIVE"
MEANT: Mapping[str, ProposalKind] = {OUT_OF_OFFICE: ProposalKind.LEAVE, ELSEWHERE: ProposalKind.HOME}
"""What X-MICROSOFT-CDO-BUSYSTATUS says by itself, where no word of the event says otherwise."""


class Event(Protocol):
    """What is asked of an event: integrations.calendar.Occurrence has it."""

    @property
    def uid(self) -> str: ...
    @property
    def all_day(self) -> bool: ...
    @property
    def title(self) -> str: ...
    @property
    def categories(self) -> tuple[str, ...]: ...
    @property
    def busy(self) -> str: ...
    @property
    def opaque(self) -> bool: ...
    @property
    def cancelled(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class WorkingHalves:
    """A working day of one person: its halves by the person's shift class."""

    day: date
    am: Interval
    pm: Interval


class Words:
    """The words by which events are understood, each kind's own: made once of the settings, asked for every event.

    Width, kana and letter case make no difference. A word of Latin letters counts as a word alone (no trip in
    "stripe"); in Japanese, where words are not set apart, it counts wherever it stands.
    """

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._found = {kind: [_Word(word) for word in words.get(kind.value, ()) if word.strip()] for kind in STRENGTH}

    def kind_in(self, texts: Iterable[str]) -> ProposalKind | None:
        """The strongest kind of which a word stands in one of the texts."""
        forms = [(_plain(text), folded(text)) for text in texts]
        for kind in STRENGTH:
            if any(word.stands_in(plain, bare) for word in self._found[kind] for plain, bare in forms):
                return kind
        return None


def kind_of(event: Event, words: Words, domain: str) -> ProposalKind | None:
    """What the event says of the stretch it takes; None where it says nothing that the plan would have to know.

    `domain` is that of our own UIDs: what we wrote is never taken in.
    """
    if event.cancelled or event.busy == TENTATIVE or named_by(event.uid, domain) is not None:
        return None
    said = words.kind_in((event.title, *event.categories))
    if event.busy in MEANT:
        return said or MEANT[event.busy]
    # Many calendars make whole days free of themselves, so there the word counts; of hours, only those that are taken.
    taken = event.all_day or (event.opaque and event.busy != FREE)
    return said if taken else None


def part_taken(during: Interval, halves: WorkingHalves) -> Part | None:
    """What of a working day the stretch has: a half of which it has ENOUGH, the full day where it has both."""
    am, pm = _has(during, halves.am), _has(during, halves.pm)
    if am and pm:
        return Part.FULL
    if am or pm:
        return Part.AM if am else Part.PM
    return None


class _Word:
    def __init__(self, word: str) -> None:
        plain = _plain(word)
        left = r"(?<![a-z0-9])" if _is_latin(plain[0]) else ""
        right = r"(?![a-z0-9])" if _is_latin(plain[-1]) else ""
        self._bare = "" if left or right else folded(word)
        self._pattern = re.compile(left + re.escape(plain) + right)

    def stands_in(self, plain: str, bare: str) -> bool:
        return bool(self._pattern.search(plain)) or bool(self._bare and self._bare in bare)


def _plain(text: str) -> str:
    """Without case, width and superfluous spaces; the spaces between words stay."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _has(during: Interval, half: Interval) -> bool:
    common = during.common(half)
    return common is not None and common.length >= half.length * ENOUGH
