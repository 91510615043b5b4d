"""A mail server made of a list, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from integrations.mail.port import Letter, LetterDeferred, LetterLost, LetterRefused, MailUnavailable


@dataclass(slots=True)
class MemoryPost:
    """Keeps what it was handed. It refuses, defers or loses letters to the addresses named so."""

    available: bool = True
    refuses: set[str] = field(default_factory=set)
    defers: set[str] = field(default_factory=set)
    loses: set[str] = field(default_factory=set)
    letters: list[Letter] = field(default_factory=list)

    @contextmanager
    def open(self) -> "Iterator[MemoryPost]":
        if not self.available:
            raise MailUnavailable("the post in memory was switched off")
        yield self

    def send(self, letter: Letter) -> None:
        if not self.available:
            raise MailUnavailable("the post in memory was switched off")
        for addresses, trouble in (
            (self.refuses, LetterRefused),
            (self.defers, LetterDeferred),
            (self.loses, LetterLost),
        ):
            if letter.to in addresses:
                raise trouble(letter.to)
        self.letters.append(letter)
